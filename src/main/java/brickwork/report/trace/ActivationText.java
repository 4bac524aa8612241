package brickwork.report.trace;

import brickwork.model.Activation;
import brickwork.model.Formula;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/** The activations and their derivatives as formulas, with letters and with numbers. */
final class ActivationText {

    private ActivationText() {}

    /** f(z). */
    static String formula(Activation f) {
        return letters(f, f.traits().writing().formula()) + (f instanceof Activation.Host ? ", a function of the host program" : "");
    }

    /** f(z) with the number z, for all but softmax. */
    static String value(Activation f, double z) {
        slope(f);
        return numbers(f, f.traits().writing().formula(), z, 0);
    }

    /** f'(z), for all but softmax. */
    static String slopeFormula(Activation f) {
        return letters(f, slope(f));
    }

    /** f'(z) with the numbers z and a = f(z), for all but softmax. */
    static String slope(Activation f, double z, double a) {
        return numbers(f, slope(f), z, a);
    }

    private static Formula slope(Activation f) {
        return f.traits().writing().slope().orElseThrow(() -> new IllegalArgumentException(
                f.word() + " is a function of all units of a layer, not of one"));
    }

    private static String letters(Activation f, Formula formula) {
        var numbers = f.traits().writing().letters();
        return formula.text(letter -> numbers.containsKey(letter) ? Digits.of(numbers.get(letter)) : letter);
    }

    private static String numbers(Activation f, Formula formula, double z, double a) {
        return formula.textAt(z, text(f, z, a, Digits::of), text(f, z, a, Digits::operand));
    }

    private static UnaryOperator<String> text(Activation f, double z, double a, DoubleFunction<String> digits) {
        return letter -> digits.apply(switch (letter) {
            case "z" -> z;
            case "-z" -> -z;
            case "a" -> a;
            default -> f.traits().writing().letters().get(letter);
        });
    }
}
