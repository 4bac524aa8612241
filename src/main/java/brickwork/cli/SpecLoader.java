package brickwork.cli;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.engine.EngineOptions;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Compiles the specs commands name; files are read relative to the spec's own folder. */
final class SpecLoader {

    private SpecLoader() {}

    static Outcome<NeuralSpec> compile(Path file, Map<String, Double> overrides) {
        return brickwork(overrides, file).compile(SpecFiles.read(file));
    }

    /** Compiles a file whose faults end the command. */
    static NeuralSpec require(Path file, Map<String, Double> overrides, OptionalLong seed, EngineOptions engines) {
        return require(SpecFiles.read(file), file, overrides, seed, engines);
    }

    private static NeuralSpec require(SourceText text, Path file, Map<String, Double> overrides, OptionalLong seed, EngineOptions engines) {
        return switch (with(overrides, seed, engines, file).compile(text)) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> spec;
            case Outcome.Failure<NeuralSpec>(var faults) -> throw CommandFailure.of(faults);
        };
    }

    static Brickwork with(Map<String, Double> overrides, OptionalLong seed, EngineOptions engines, Path file) {
        var brickwork = brickwork(overrides, file).withEngines(engines);
        return seed.isPresent() ? brickwork.withSeed(seed.getAsLong()) : brickwork;
    }

    private static Brickwork brickwork(Map<String, Double> overrides, Path file) {
        var brickwork = Brickwork.standard().withExtensions().withAnyFile(folder(file));
        for (var override : overrides.entrySet()) {
            brickwork = brickwork.withConstant(override.getKey(), override.getValue());
        }
        return brickwork;
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    }
}
