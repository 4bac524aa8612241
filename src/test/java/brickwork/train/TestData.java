package brickwork.train;

import brickwork.data.Dataset;
import brickwork.data.FittedPreparation;
import brickwork.data.Samples;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Specification;
import java.util.List;
import java.util.Optional;

/** Samples for tests of the loop: two inputs, one target that is nearly a linear function of them. */
record TestData(Dataset dataset) {

    static TestData line(int rows) {
        return new TestData(dataset(plane(rows, 2, -1), Optional.empty(), Optional.empty()));
    }

    /** With a validation part that lies on another plane, so that what is learned too well does it harm. */
    static TestData lineAndValidation(int rows) {
        return new TestData(dataset(plane(rows, 2, -1), Optional.of(plane(5, 0.5, 0.25)), Optional.of(plane(3, 2, -1))));
    }

    static Dataset dataset(Samples train, Optional<Samples> validation, Optional<Samples> test) {
        return new Dataset(train, validation, test, FittedPreparation.NONE);
    }

    /** Samples that count as classes where targets hold only 0 and 1, or are one-hot. */
    static Samples samples(double[][] inputs, double[][] targets) {
        return Dataset.of(inputs, targets).train();
    }

    private static Samples plane(int rows, double a, double b) {
        var inputs = new double[rows][2];
        var targets = new double[rows][1];
        for (var i = 0; i < rows; i++) {
            inputs[i][0] = (i * 7 % 5 - 2) / 2.0;
            inputs[i][1] = (i * 3 % 7 - 3) / 3.0;
            targets[i][0] = a * inputs[i][0] + b * inputs[i][1] + 0.5 + (i % 2) / 16.0;
        }
        return samples(inputs, targets);
    }

    static Parameters initial(Specification network) {
        return new Parameters(network.precision(), List.of(new Tensor("layer1.weight", 1, 2, false, new double[] {0.125, -0.5}),
                new Tensor("layer1.bias", 1, 1, true, new double[] {0})));
    }

    static TrainingSettings settings(Specification network) {
        return TrainingSettings.standard().withInitial(initial(network));
    }
}
