package brickwork.cli;

import brickwork.NeuralSpec;
import brickwork.engine.Parameters;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --init W.safetensors}: the weights a command begins with in place of those that the spec draws. */
final class StartOptions {

    @Option(names = "--init", paramLabel = "W.safetensors", description = "begin with these weights")
    private Path weights;

    @Option(names = "--names", paramLabel = "PATTERNS",
            description = "with --init: the names it has, such as layers.{i}.weight,layers.{i}.bias; {i} counts layers from 0, {n} from 1")
    private String names;

    /** The weights of the file for the network of {@code spec}; empty where none is named. */
    Optional<Parameters> of(NeuralSpec spec) {
        if (weights == null && names != null) {
            throw CommandFailure.options("--names", "--names belongs to --init", "add --init W.safetensors");
        }
        return weights == null ? Optional.empty() : Optional.of(spec.readWeights(weights, NewFile.names(names)));
    }
}
