package brickwork.verify.check;

import brickwork.data.InMemoryRows;
import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Specification;
import brickwork.random.RandomStream;
import brickwork.verify.Check;
import brickwork.verify.NetworkState;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Names do not matter: hidden units, inputs, classes or samples in another order, with the weights that belong to them, leave outputs and
 * loss as they were, and the gradients are the old ones in the new order, over the training part. Sums are added up in another order then,
 * so rounding differs.
 */
public record Permutation(Of of, Stage stage, Tolerance tolerance) implements Check {

    private static final long DRAWN_FROM = 26;
    private static final String PASSED = "{compared} outputs, losses and gradients are equal {tolerance}";

    /** What gets another order. */
    public enum Of {
        HIDDEN_UNITS("permuting the hidden units changes nothing"),
        INPUTS("permuting the inputs with their weights changes nothing"),
        CLASSES("relabelling the classes changes nothing");

        private final String words;

        Of(String words) {
            this.words = words;
        }
    }

    @Override
    public String sentence() {
        return of.words + " " + tolerance.text();
    }

    @Override
    public Verdict judge(Trial trial) {
        return trial.when(stage, network -> {
            var rows = trial.dataset().train();
            var orders = orders(network.specification());
            return switch (of) {
                case HIDDEN_UNITS -> {
                    for (var l = 1; l < orders.length - 1; l++) {
                        orders[l] = drawn(orders[l].length, l);
                    }
                    yield judge(network, rows, orders, "the units in their old order give");
                }
                case INPUTS -> {
                    orders[0] = drawn(orders[0].length, 0);
                    yield judge(network, rows, orders, "the inputs in their old order give");
                }
                case CLASSES ->
                        network.specification().outputs() == 1 ? judgeTwoClasses(network, rows) : judgeClasses(network, rows, orders);
            };
        });
    }

    private Verdict judgeClasses(NetworkState network, SampleRows rows, int[][] orders) {
        orders[orders.length - 1] = drawn(network.specification().outputs(), orders.length);
        return judge(network, rows, orders, "the classes under their old names give");
    }

    /** {@code orders[l][i]} is what unit i of layer l was called before; layer 0 are the inputs. */
    private Verdict judge(NetworkState network, SampleRows rows, int[][] orders, String other) {
        var moved = at(network, moved(network.parameters(), network.specification(), orders));
        var movedRows = InMemoryRows.of(rows, x -> ordered(x, orders[0]), y -> ordered(y, orders[orders.length - 1]));
        var expected = network.outputs(rows);
        var outputs = new double[expected.length];
        var last = orders[orders.length - 1];
        for (var i = 0; i < outputs.length; i++) {
            outputs[i] = expected[i / last.length * last.length + last[i % last.length]];
        }
        return Comparison.with(other, tolerance, network.specification().precision())
                .numbers(i -> OutputRange.place(i, last.length), moved.outputs(movedRows), outputs)
                .number("the data loss", moved.dataLoss(movedRows), network.dataLoss(rows))
                .parameters("the gradient of ", moved.gradients(movedRows), moved(network.gradients(rows), network.specification(), orders))
                .verdict(PASSED);
    }

    /** z of the last layer negated, 0 and 1 exchanged: a becomes 1 - a. */
    private Verdict judgeTwoClasses(NetworkState network, SampleRows rows) {
        var last = network.specification().feedForward().lastLayer();
        if (!(last.activation() instanceof Activation.Sigmoid)) {
            return Verdict.inconclusive("one " + last.activation().word() + " unit has no classes to name anew");
        }
        var negated = at(network, new Parameters(network.parameters().precision(), network.parameters().tensors().stream()
                .map(t -> last.linearTensors().stream().anyMatch(linear -> linear.name().equals(t.name()))
                        ? new Tensor(t.name(), t.rows(), t.columns(), t.bias(), Arrays.stream(t.values()).map(w -> -w).toArray()) : t)
                .toList()));
        var exchanged = InMemoryRows.of(rows, x -> x, y -> new double[] {1 - y[0]});
        return Comparison.with("the classes under their old names give", tolerance, network.specification().precision())
                .numbers(i -> OutputRange.place(i, 1), negated.outputs(exchanged),
                        Arrays.stream(network.outputs(rows)).map(a -> 1 - a).toArray())
                .number("the data loss", negated.dataLoss(exchanged), network.dataLoss(rows))
                .verdict(PASSED);
    }

    private static NetworkState at(NetworkState network, Parameters parameters) {
        return new NetworkState(network.specification(), network.engines(), parameters);
    }

    /** W[i][j] of the new order is W[order[i]][orderBefore[j]] of the old one; so is a number of each unit, such as a bias. */
    private static Parameters moved(Parameters old, Specification specification, int[][] orders) {
        return new Parameters(old.precision(), old.tensors().stream().map(tensor -> {
            var layer = specification.feedForward().layers().stream()
                    .filter(l -> l.tensors().stream().anyMatch(spec -> spec.name().equals(tensor.name()))).findFirst().orElseThrow();
            var values = new double[tensor.values().length];
            for (var i = 0; i < values.length; i++) {
                var column = i % tensor.columns();
                values[i] = tensor.at(orders[layer.number()][i / tensor.columns()],
                        tensor.bias() ? column : orders[layer.number() - 1][column]);
            }
            return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
        }).toList());
    }

    private static int[][] orders(Specification specification) {
        var layers = specification.feedForward().layers();
        return IntStream.rangeClosed(0, layers.size())
                .mapToObj(l -> NetworkState.ascending(l == 0 ? specification.inputs() : layers.get(l - 1).units())).toArray(int[][]::new);
    }

    /** Another order than before, where there is one. */
    private static int[] drawn(int count, int number) {
        var order = NetworkState.ascending(count);
        var random = new RandomStream(DRAWN_FROM, "permutation " + number);
        do {
            random.shuffle(order);
        } while (count > 1 && Arrays.equals(order, NetworkState.ascending(count)));
        return order;
    }

    private static double[] ordered(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
