package brickwork.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.HostExamples;
import brickwork.model.CustomLoss;
import brickwork.model.CustomPenalty;
import brickwork.verify.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults in functions of a host program, each found by {@code expect gradcheck}, whose evidence names the function. */
class HostFaultsTest {

    private static final String TEXT = """
            data quadrants samples 20
            layer 2 -> 5 %s -> 3 tanh -> 2 softmax
            loss 0.5 * %s + %s 0.01
            expect gradcheck < 1e-7
            expect gradcheck norm < 1e-9
            """;

    /** A loss that stands in for sse, with whatever gradient. */
    private static CustomLoss loss(BinaryOperator<double[]> gradient) {
        return new CustomLoss() {
            @Override
            public double value(double[] outputs, double[] targets) {
                return HostExamples.SQUARES.value(outputs, targets);
            }

            @Override
            public void gradient(double[] outputs, double[] targets, double[] into) {
                System.arraycopy(gradient.apply(outputs, targets), 0, into, 0, into.length);
            }
        };
    }

    /** l2 with whatever gradient. */
    private static CustomPenalty ridge(UnaryOperator<double[]> gradient) {
        return new CustomPenalty() {
            @Override
            public double value(double[] weights, int rows, int columns) {
                return HostExamples.RIDGE.value(weights, rows, columns);
            }

            @Override
            public void gradient(double[] weights, int rows, int columns, double[] into) {
                System.arraycopy(gradient.apply(weights), 0, into, 0, into.length);
            }
        };
    }

    private static double[] each(int length, IntToDoubleFunction number) {
        return IntStream.range(0, length).mapToDouble(number).toArray();
    }

    private record Planted(String what, String named, UnaryOperator<Brickwork> plant) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted("the ridge gradient of the article: the sum of squares in every entry", "penalty \"fault\"",
                        brickwork -> brickwork.withPenalty("fault", HostExamples.PUBLISHED_RIDGE)),
                new Planted("a penalty's gradient lacks its 2", "penalty \"fault\"",
                        brickwork -> brickwork.withPenalty("fault", ridge(w -> w))),
                new Planted("a penalty's gradient is wrong in its first entry alone", "penalty \"fault\"",
                        brickwork -> brickwork.withPenalty("fault", ridge(w -> each(w.length, i -> (i == 0 ? 2.00001 : 2) * w[i])))),
                new Planted("a penalty without a gradient", "penalty \"fault\"",
                        brickwork -> brickwork.withPenalty("fault", ridge(w -> new double[w.length]))),
                new Planted("a loss whose gradient is the mean over the outputs", "loss \"fault\"",
                        brickwork -> brickwork.withLoss("fault", loss((a, y) -> each(a.length, k -> 2 * (a[k] - y[k]) / a.length)))),
                new Planted("a loss whose gradient has the wrong sign", "loss \"fault\"",
                        brickwork -> brickwork.withLoss("fault", loss((a, y) -> each(a.length, k -> 2 * (y[k] - a[k]))))),
                new Planted("an activation whose derivative takes a for z", "activation \"fault\" of layer 1",
                        brickwork -> brickwork.withActivation("fault",
                                HostExamples.activation(StrictMath::sin, z -> StrictMath.cos(StrictMath.sin(z))))),
                new Planted("an activation whose derivative is wrong below 0", "activation \"fault\" of layer 1",
                        brickwork -> brickwork.withActivation("fault",
                                HostExamples.activation(z -> z > 0 ? z : 0.1 * z, z -> z > 0 ? 1 : 0, 0))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isCaughtAndNamed(Planted fault) {
        var words = Map.of("activation", "sigmoid", "loss", "sse", "penalty", "l2");
        var text = String.format(Locale.ROOT, TEXT, word(fault, "activation", words), word(fault, "loss", words),
                word(fault, "penalty", words));

        var verdict = fault.plant().apply(Brickwork.standard()).compile(text).verify().getFirst().verdict();

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict.text()).contains(fault.named());
    }

    private static String word(Planted fault, String kind, Map<String, String> right) {
        return fault.named().startsWith(kind) ? "fault" : right.get(kind);
    }

    @Test
    void holdsOfRightFunctions() {
        var brickwork = Brickwork.standard().withPenalty("ridge", HostExamples.RIDGE).withLoss("squares", HostExamples.SQUARES)
                .withActivation("logistic", HostExamples.LOGISTIC);
        var text = String.format(Locale.ROOT, TEXT, "logistic", "squares", "ridge");

        assertThat(brickwork.compile(text).verify()).allMatch(judgement -> judgement.verdict().passed());
    }
}
