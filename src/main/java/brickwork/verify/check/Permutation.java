package brickwork.verify.check;

import brickwork.verify.Tolerance;
import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.random.RandomStream;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Names do not matter: hidden units, inputs, classes or samples in another order, with the weights that belong to them, leave outputs and
 * loss as they were, and the gradients are the old ones in the new order. Sums are added up in another order then, so rounding differs.
 */
public final class Permutation {

    private static final long DRAWN_FROM = 26;

    private final Subject subject;
    private final Parameters parameters;
    private final SampleRows rows;
    private final Tolerance closeness;

    private Permutation(Subject subject, Parameters parameters, Tolerance closeness) {
        this.subject = subject;
        this.parameters = parameters;
        this.rows = subject.dataset().train();
        this.closeness = closeness;
    }

    /** The hidden units of every layer in an order drawn at random. */
    public static Verdict ofHiddenUnits(Subject subject, Parameters parameters, Tolerance closeness) {
        var orders = orders(subject);
        for (var l = 1; l < orders.length - 1; l++) {
            orders[l] = drawn(orders[l].length, l);
        }
        return new Permutation(subject, parameters, closeness).verdict(orders, "the units in their old order give");
    }

    /** The inputs in an order drawn at random. */
    public static Verdict ofInputs(Subject subject, Parameters parameters, Tolerance closeness) {
        var orders = orders(subject);
        orders[0] = drawn(orders[0].length, 0);
        return new Permutation(subject, parameters, closeness).verdict(orders, "the inputs in their old order give");
    }

    /** The classes, and the outputs that stand for them, in an order drawn at random; two classes of one sigmoid unit change places. */
    public static Verdict ofClasses(Subject subject, Parameters parameters, Tolerance closeness) {
        if (subject.network().outputs() == 1) {
            return subject.network().feedForward().lastLayer().activation() instanceof Activation.Sigmoid
                    ? new Permutation(subject, parameters, closeness).flipped()
                    : new Verdict.Inconclusive(
                            "one " + subject.network().feedForward().lastLayer().activation().word() + " unit has no classes to name anew");
        }
        var orders = orders(subject);
        orders[orders.length - 1] = drawn(subject.network().outputs(), orders.length);
        return new Permutation(subject, parameters, closeness).verdict(orders, "the classes under their old names give");
    }

    /** {@code orders[l][i]} is what unit i of layer l was called before; layer 0 are the inputs. */
    private Verdict verdict(int[][] orders, String other) {
        var network = subject.network();
        var moved = moved(parameters, orders);
        var movedRows = InMemoryRows.of(rows, x -> ordered(x, orders[0]), y -> ordered(y, orders[orders.length - 1]));
        var expected = subject.outputs(parameters, rows);
        var outputs = new double[expected.length];
        var last = orders[orders.length - 1];
        for (var i = 0; i < outputs.length; i++) {
            outputs[i] = expected[i / last.length * last.length + last[i % last.length]];
        }
        var comparison = new Comparison(closeness, network.precision(), other)
                .numbers(i -> Prediction.output(subject, i), subject.outputs(moved, movedRows), outputs)
                .number("the data loss", subject.dataLoss(moved, movedRows), subject.dataLoss(parameters, rows))
                .parameters("the gradient of ", subject.gradients(moved, movedRows), moved(subject.gradients(parameters, rows), orders));
        return verdict(comparison);
    }

    /** Weights and bias of the last layer negated, 0 and 1 exchanged: a becomes 1 - a. */
    private Verdict flipped() {
        var last = subject.network().feedForward().lastLayer();
        var negated = new Parameters(parameters.precision(), parameters.tensors().stream()
                .map(t -> t.name().equals(last.weightName()) || t.name().equals(last.biasName())
                        ? new Tensor(t.name(), t.rows(), t.columns(), t.bias(), Arrays.stream(t.values()).map(w -> -w).toArray()) : t)
                .toList());
        var exchanged = InMemoryRows.of(rows, x -> x, y -> new double[] {1 - y[0]});
        var comparison = new Comparison(closeness, subject.network().precision(), "the classes under their old names give")
                .numbers(i -> Prediction.output(subject, i), subject.outputs(negated, exchanged),
                        Arrays.stream(subject.outputs(parameters, rows)).map(a -> 1 - a).toArray())
                .number("the data loss", subject.dataLoss(negated, exchanged), subject.dataLoss(parameters, rows));
        return verdict(comparison);
    }

    private Verdict verdict(Comparison comparison) {
        return comparison.text().<Verdict>map(Verdict.Failed::new)
                .orElseGet(
                        () -> new Verdict.Passed(comparison.compared() + " outputs, losses and gradients are equal " + closeness.text()));
    }

    /** W[i][j] of the new order is W[order[i]][orderBefore[j]] of the old one. */
    private Parameters moved(Parameters old, int[][] orders) {
        return new Parameters(old.precision(), old.tensors().stream().map(tensor -> {
            var layer = subject.network().feedForward().layers().stream()
                    .filter(l -> l.weightName().equals(tensor.name()) || l.biasName().equals(tensor.name())).findFirst().orElseThrow();
            var values = new double[tensor.values().length];
            for (var i = 0; i < values.length; i++) {
                var column = i % tensor.columns();
                values[i] = tensor.at(orders[layer.number()][i / tensor.columns()],
                        tensor.bias() ? column : orders[layer.number() - 1][column]);
            }
            return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
        }).toList());
    }

    private static int[][] orders(Subject subject) {
        var layers = subject.network().feedForward().layers();
        return IntStream.rangeClosed(0, layers.size())
                .mapToObj(l -> Subject.ascending(l == 0 ? subject.network().inputs() : layers.get(l - 1).units())).toArray(int[][]::new);
    }

    /** Not the order it was, where there is another. */
    private static int[] drawn(int count, int number) {
        var order = Subject.ascending(count);
        var random = new RandomStream(DRAWN_FROM, "permutation " + number);
        do {
            random.shuffle(order);
        } while (count > 1 && Arrays.equals(order, Subject.ascending(count)));
        return order;
    }

    private static double[] ordered(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
