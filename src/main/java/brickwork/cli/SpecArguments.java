package brickwork.cli;

import brickwork.NeuralSpec;
import brickwork.engine.EngineOptions;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command takes that is about one spec: its file, overrides of its constants, and the kernels to run it on. */
class SpecArguments {

    @Parameters(paramLabel = "FILE", description = "a spec")
    private Path file;

    @Mixin
    private ConstantOptions constants;

    @Mixin
    private KernelOption kernels;

    /** The same, with another seed where one is given. */
    static final class Seeded extends SpecArguments {

        @Option(names = "--seed", paramLabel = "N", description = "replace the spec's seed")
        private Long seed;

        @Override
        OptionalLong seed() {
            return Options.seed(seed);
        }
    }

    Path file() {
        return file;
    }

    OptionalLong seed() {
        return OptionalLong.empty();
    }

    /** Compiles the spec for one thread; its faults end the command. */
    NeuralSpec load(Console console) {
        return load(console, engines -> engines);
    }

    /** Compiles the spec for engines that differ from those of one thread; its faults end the command. */
    NeuralSpec load(Console console, UnaryOperator<EngineOptions> change) {
        return SpecLoader.require(file, constants.overrides(), seed(), change.apply(kernels.engines(console)));
    }
}
