package brickwork.train;

import brickwork.data.SamplePart;
import brickwork.data.SamplePass;
import brickwork.data.TrainingData;
import brickwork.model.Initialization;
import brickwork.model.Layer;
import brickwork.model.Scaling;
import brickwork.model.Specification;
import brickwork.source.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What usually helps a training that diverged, read off the network and the data: the likeliest first. */
final class DivergenceAdvice {

    /** Inputs that {@code scale standard} gives are seldom larger. */
    private static final double LARGE_INPUT = 10;

    private static final double LARGE_TARGET = 100;

    /** How many times the usual rate makes the rate the first suspect. */
    private static final double LARGE_RATE = 20;

    /** A deviation of the first z this many times that of the inputs; he gives √2. */
    private static final double LARGE_GAIN = 5;

    private DivergenceAdvice() {}

    /** One line: lower case, no full stop. */
    static String of(Specification network, TrainingData dataset) {
        var first = new ArrayList<String>();
        var then = new ArrayList<String>();
        if (network.feedForward().loss().data().stream().anyMatch(term -> term.factor() < 0)
                || network.feedForward().loss().penalties().stream().anyMatch(penalty -> penalty.lambda() < 0)) {
            first.add("give no term of the loss a factor below 0, for then it has no least value");
        }
        rate(network, first, then);
        inputs(network, dataset, first);
        network.feedForward().layers().stream().filter(DivergenceAdvice::startsLarge).findFirst()
                .ifPresent(layer -> first.add("start " + layer.title() + " smaller: leave its `init` out"));
        var target = largest(dataset.train(), dataset.train().targets(), SamplePass::target);
        if (target > LARGE_TARGET) {
            first.add("bring the targets nearer to 1 in the data (they reach " + rounded(target) + ")");
        }
        if (network.learning().descent().clip().isEmpty()) {
            then.add("add `clip norm 1`");
        }
        first.addAll(then);
        return String.join(", or ", first.subList(0, Math.min(3, first.size())));
    }

    private static void rate(Specification network, List<String> first, List<String> then) {
        var usual = network.learning().descent().optimizer().rule().usualRate();
        var rate = network.learning().descent().optimizer().rate();
        var advice = "lower the rate (it is " + DecimalText.of(rate) + "; `" + network.learning().descent().optimizer().rule().word()
                + " rate " + DecimalText.of(usual)
                + "` is usual)";
        if (rate > LARGE_RATE * usual) {
            first.add(advice);
        } else {
            then.add(rate > usual ? advice : "lower the rate (it is " + DecimalText.of(rate) + ")");
        }
    }

    private static void inputs(Specification network, TrainingData dataset, List<String> first) {
        var largest = largest(dataset.train(), dataset.train().inputs(), SamplePass::input);
        if (largest > LARGE_INPUT && network.data().scaling().filter(Scaling.Standard.class::isInstance).isEmpty()) {
            first.add("write `scale standard` (inputs reach " + rounded(largest) + ")");
        }
    }

    private static boolean startsLarge(Layer layer) {
        return layer.tensors().stream().anyMatch(tensor -> tensor.isVector()
                ? gain(tensor.start(), 1) > LARGE_INPUT
                : gain(tensor.start(), layer.inputs()) > LARGE_GAIN);
    }

    /** The deviation of a sum of {@code inputs} standard numbers under weights that start so. */
    private static double gain(Initialization scheme, int inputs) {
        return switch (scheme) {
            case Initialization.Zeros _, Initialization.Xavier _, Initialization.He _, Initialization.Lecun _ -> 0;
            case Initialization.Constant(var value) -> Math.abs(value) * Math.sqrt(inputs);
            case Initialization.Normal(var deviation) -> deviation * Math.sqrt(inputs);
            case Initialization.Uniform(var bound) -> bound * Math.sqrt(inputs / 3.0);
            case Initialization.Values(var rows) ->
                    Math.sqrt(inputs) * rows.stream().flatMap(List::stream).mapToDouble(Math::abs).max().orElse(0);
        };
    }

    /** Writes one row of numbers. */
    private interface RowReader {
        void read(SamplePass rows, int row, double[] into, int at);
    }

    private static double largest(SamplePart part, int width, RowReader reader) {
        var numbers = new double[width];
        var largest = 0.0;
        try (var rows = part.pass(1)) {
            for (var row = 0; row < rows.count(); row++) {
                reader.read(rows, row, numbers, 0);
                for (var number : numbers) {
                    largest = Math.max(largest, Math.abs(number));
                }
            }
        }
        return largest;
    }

    /** Three digits, which is all that advice needs. */
    private static String rounded(double value) {
        return Double.isFinite(value) ? DecimalText.of(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                : DecimalText.of(value);
    }
}
