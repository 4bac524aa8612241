package brickwork.exchange;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.SourceText;
import brickwork.store.ModelFile;
import brickwork.syntax.SpecParser;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Models without any training, for tests. */
final class RandomModels {

    static final List<String> ACTIVATIONS = Activation.vocabulary().words().stream().filter(word -> !word.equals("softmax")).toList();

    private RandomModels() {}

    /** A model of a text, whose weights start as the text says and whose biases are random. */
    static ModelFile of(String text, FittedScaling scaling, SplittableRandom random) {
        var network = network(text);
        var started = Initializer.parameters(network);
        var parameters = new Parameters(started.precision(),
                started.tensors().stream().map(tensor -> tensor.bias() ? drawn(tensor, started.precision(), random) : tensor).toList());
        return ModelFile.of(network, FittedPreparation.of(scaling, List.of()), parameters);
    }

    static Specification network(String text) {
        return Checker.check(SpecParser.parse(new SourceText("test.nn", text)), Map.of(), OptionalLong.empty(),
                new DataLibrary(new FileAccess.None())).orThrow();
    }

    private static Tensor drawn(Tensor tensor, Precision precision, SplittableRandom random) {
        var least = tensor.name().endsWith("variance") ? 0.5 : -0.5;
        var values = random.doubles(tensor.values().length, least, least + 1).map(v -> precision == Precision.F32 ? (float) v : v)
                .toArray();
        return new Tensor(tensor.name(), tensor.rows(), tensor.columns(), tensor.bias(), values);
    }

    /**
     * One to five layers of one to forty units with any activation, some with a number of its own, some without bias, some normalised;
     * scaled or not.
     */
    static ModelFile any(SplittableRandom random, Precision precision) {
        var inputs = random.nextInt(1, 20);
        var text = new StringBuilder("precision " + precision.word() + "; seed " + random.nextInt(1_000_000) + "\nlayer " + inputs);
        var layers = random.nextInt(1, 6);
        for (var layer = 1; layer <= layers; layer++) {
            var softmax = layer == layers && random.nextInt(3) == 0;
            var word = softmax ? "softmax" : ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
            var number = word.equals("leaky_relu") || word.equals("elu") ? random.nextBoolean() ? " 0.3" : "" : "";
            text.append(" -> ").append(random.nextInt(1, 41) + (softmax ? 1 : 0)).append(' ').append(word).append(number)
                    .append(switch (random.nextInt(6)) {
                        case 0 -> " bias none";
                        case 1 -> " norm momentum 0.2 epsilon 0.001953125"; // a power of 2, which single precision holds
                        case 2 -> precision == Precision.F32 ? " norm" : "";
                        default -> "";
                    });
        }
        return of(text + "\nloss mse", scaling(random, inputs), random);
    }

    private static FittedScaling scaling(SplittableRandom random, int inputs) {
        return switch (random.nextInt(3)) {
            case 0 -> FittedScaling.NONE;
            case 1 -> FittedScaling.read("by 16.0").orElseThrow();
            default -> FittedScaling.columns(random.doubles(inputs, -3000, 3000).toArray(), random.doubles(inputs, 0.5, 5).toArray());
        };
    }

    /** A row of inputs, single precision numbers, as the data of the model may be. */
    static float[] inputs(ModelFile model, SplittableRandom random) {
        var row = new float[model.network().inputs()];
        var shifts = model.scaling().shifts();
        var divisors = model.scaling().divisors();
        for (var i = 0; i < row.length; i++) {
            var divisor = divisors.length == 0 ? 1 : divisors[i % divisors.length];
            row[i] = (float) ((shifts.length == 0 ? 0 : shifts[i]) + random.nextDouble(-2, 2) * divisor);
        }
        return row;
    }
}
