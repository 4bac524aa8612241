package brickwork.report.trace;

import brickwork.model.LossTerm;
import brickwork.model.Specification;
import brickwork.verify.trace.SampleTrace;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A data term of the loss and its derivative, output by output, with letters and with numbers. */
final class TermText {

    private final LossTerm term;
    private final String factor;
    private final String divisor;
    private final String divisorInNumbers;

    TermText(LossTerm term, Specification network, int samples) {
        this.term = term;
        this.factor = term.factor() == 1 ? "" : Digits.operand(term.factor()) + "*";
        var mean = term.kind().traits().mean();
        this.divisor = mean ? "/(B*K)" : "/B";
        this.divisorInNumbers = mean ? "/(" + samples + "*" + network.outputs() + ")" : "/" + samples;
    }

    /** As the spec writes it: {@code 0.5 * sse}, {@code huber 1}. */
    String name() {
        return (term.factor() == 1 ? "" : Digits.of(term.factor()) + " * ") + term.kind().word()
                + term.kind().arguments().values().values().stream().map(number -> " " + Digits.of(number)).collect(Collectors.joining());
    }

    /** Whether it is a function of z, so that its derivative by z needs no f'. */
    boolean isOfSums() {
        return term.kind().readsPreActivation();
    }

    /** Whether it gives a number for a whole sample, not one for each output. */
    boolean isOfSamples() {
        return term.kind() instanceof LossTerm.Host;
    }

    /** What output k of a sample adds; for a term of whole samples, what the sample adds. */
    String share(SampleTrace sample, int k) {
        return share(sample, k, term.kind().word() + "(a, y)", "a" + (k + 1), "y" + (k + 1), "z" + (k + 1), divisor);
    }

    String shareInNumbers(SampleTrace sample, int k) {
        return share(sample, k, valueOfHost(sample), Digits.operand(output(sample, k)), Digits.operand(sample.targets()[k]),
                Digits.operand(sample.layers().getLast().sums()[k]), divisorInNumbers);
    }

    private String share(SampleTrace sample, int k, String whole, String a, String y, String z, String by) {
        return switch (term.kind()) {
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> factor + "(" + a + " - " + y + ")^2" + by;
            case LossTerm.MeanAbsoluteError _ -> factor + "|" + a + " - " + y + "|" + by;
            case LossTerm.Huber(var threshold) -> beyond(sample, k, threshold)
                    ? factor + Digits.of(threshold) + "*(|" + a + " - " + y + "| - " + Digits.of(threshold) + "/2)" + by
                    : factor + "1/2*(" + a + " - " + y + ")^2" + by;
            case LossTerm.BinaryCrossEntropy _ -> saturated(sample, k)
                    ? factor + "(ln(1 + e^" + z + ") - " + y + "*" + z + ")" + by
                    : "-" + factor + "(" + y + "*ln " + a + " + (1 - " + y + ")*ln(1 - " + a + "))" + by;
            case LossTerm.CrossEntropy _ -> "-" + factor + y + "*ln " + a + by;
            case LossTerm.Host _ -> factor + whole + by;
        };
    }

    /** Its derivative by a of output k or, where it is a function of z, by z. */
    String gradient(SampleTrace sample, int k) {
        return gradient(sample, k, "d" + term.kind().word() + "/da" + (k + 1), "a" + (k + 1), "y" + (k + 1), "sum of y", divisor);
    }

    String gradientInNumbers(SampleTrace sample, int k) {
        return gradient(sample, k, slopeOfHost(sample, k), Digits.operand(output(sample, k)), Digits.operand(sample.targets()[k]),
                Digits.of(sum(sample.targets())), divisorInNumbers);
    }

    private String gradient(SampleTrace sample, int k, String slope, String a, String y, String sum, String by) {
        return switch (term.kind()) {
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _ -> factor + "2*(" + a + " - " + y + ")" + by;
            case LossTerm.MeanAbsoluteError _ -> factor + "sign(" + a + " - " + y + ")" + by;
            case LossTerm.Huber(var threshold) -> beyond(sample, k, threshold)
                    ? factor + Digits.of(threshold) + "*sign(" + a + " - " + y + ")" + by
                    : factor + "(" + a + " - " + y + ")" + by;
            case LossTerm.BinaryCrossEntropy _ -> factor + "(" + a + " - " + y + ")" + by;
            case LossTerm.CrossEntropy _ -> sum(sample.targets()) == 1
                    ? factor + "(" + a + " - " + y + ")" + by
                    : factor + "(" + a + "*(" + sum + ") - " + y + ")" + by;
            case LossTerm.Host _ -> factor + slope + by;
        };
    }

    private String valueOfHost(SampleTrace sample) {
        return term.kind() instanceof LossTerm.Host host
                ? Digits.operand(host.value(sample.layers().getLast().outputs().clone(), sample.targets().clone())) : "";
    }

    private String slopeOfHost(SampleTrace sample, int k) {
        if (!(term.kind() instanceof LossTerm.Host host)) {
            return "";
        }
        var slopes = new double[sample.targets().length];
        host.gradient(sample.layers().getLast().outputs().clone(), sample.targets().clone(), slopes);
        return Digits.operand(slopes[k]);
    }

    private static boolean beyond(SampleTrace sample, int k, double threshold) {
        return Math.abs(output(sample, k) - sample.targets()[k]) > threshold;
    }

    /** Where too few of the digits shown are left in 1 - a, or none in a, bce is written as the same function of z. */
    private static boolean saturated(SampleTrace sample, int k) {
        return output(sample, k) > 0.999 || output(sample, k) == 0;
    }

    private static double output(SampleTrace sample, int k) {
        return sample.layers().getLast().outputs()[k];
    }

    private static double sum(double[] targets) {
        return DoubleStream.of(targets).reduce(0, Double::sum);
    }
}
