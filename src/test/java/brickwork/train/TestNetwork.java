package brickwork.train;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Networks for tests, from a small one by changing one thing at a time: linear layers, mse, sgd rate 0.1, ten epochs, batches of 4,
 * shuffled.
 */
public record TestNetwork(int epochs, Training.Batch batch, boolean shuffle, Precision precision, long seed, List<Integer> widths,
        Optimizer optimizer, List<Training.Stop> stops, Optional<Clip> clip, OptionalInt checkpointEvery) {

    public static TestNetwork of(Integer... widths) {
        return new TestNetwork(10, new Training.Batch.Of(4), true, Precision.F64, 1, List.of(widths), sgd(0.1, Schedule.constant()),
                List.of(), Optional.empty(), OptionalInt.empty());
    }

    static Optimizer sgd(double rate, Schedule schedule) {
        return new Optimizer(new Optimizer.Sgd(0.5, false), rate, schedule, Origin.NONE);
    }

    public TestNetwork epochs(int number) {
        return new TestNetwork(number, batch, shuffle, precision, seed, widths, optimizer, stops, clip, checkpointEvery);
    }

    TestNetwork batch(Training.Batch taken, boolean shuffled) {
        return new TestNetwork(epochs, taken, shuffled, precision, seed, widths, optimizer, stops, clip, checkpointEvery);
    }

    TestNetwork precision(Precision type) {
        return new TestNetwork(epochs, batch, shuffle, type, seed, widths, optimizer, stops, clip, checkpointEvery);
    }

    TestNetwork seed(long number) {
        return new TestNetwork(epochs, batch, shuffle, precision, number, widths, optimizer, stops, clip, checkpointEvery);
    }

    TestNetwork optimizer(Optimizer other) {
        return new TestNetwork(epochs, batch, shuffle, precision, seed, widths, other, stops, clip, checkpointEvery);
    }

    TestNetwork stops(Training.Stop... rules) {
        return new TestNetwork(epochs, batch, shuffle, precision, seed, widths, optimizer, List.of(rules), clip, checkpointEvery);
    }

    TestNetwork checkpointEvery(int number) {
        return new TestNetwork(epochs, batch, shuffle, precision, seed, widths, optimizer, stops, clip, OptionalInt.of(number));
    }

    public Specification network() {
        var layers = new ArrayList<Layer>();
        for (var i = 1; i < widths.size(); i++) {
            layers.add(new Dense(i, Optional.empty(), widths.get(i - 1), widths.get(i), new Activation.Linear(),
                    new Initialization.Xavier(), Bias.zeros(), false, 0, Origin.NONE));
        }
        var loss = new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)), List.of());
        var training = new Training(epochs, batch, shuffle, Origin.NONE);
        var learning = new Learning(new GradientDescent(optimizer, clip), Optional.of(training), stops, checkpointEvery);
        return Specification.of(new FeedForward(layers, loss), learning).withSeed(seed).withPrecision(precision);
    }
}
