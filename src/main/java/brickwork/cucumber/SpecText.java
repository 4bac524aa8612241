package brickwork.cucumber;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** The text a scenario is about, and under which conditions it is compiled. */
final class SpecText {

    private final Optional<Path> feature;
    private final Map<String, Double> constants = new LinkedHashMap<>();
    private UnaryOperator<Brickwork> host = UnaryOperator.identity();
    private OptionalLong seed = OptionalLong.empty();
    private SourceText text;
    private Path folder = Path.of("");
    private Optional<Path> initialWeights = Optional.empty();

    /** {@code feature} is the scenario's file, if it is one. */
    SpecText(Optional<Path> feature) {
        this.feature = feature;
    }

    /** Names a file relative to the working folder or, where it is not there, to the feature's own. */
    void file(Path named) {
        var file = found(named);
        try {
            text = new SourceText(file.toString(), Files.readString(file));
            folder = file.toAbsolutePath().getParent();
        } catch (IOException fault) {
            throw new AssertionError("there is no spec " + named.toAbsolutePath()
                    + feature.map(path -> ", and none beside the feature, " + path.resolveSibling(named).toAbsolutePath() + ",").orElse("")
                    + " that can be read", fault);
        }
    }

    private Path found(Path named) {
        return Files.exists(named) ? named : feature.map(path -> path.resolveSibling(named)).orElse(named);
    }

    void written(String spec) {
        text = new SourceText("(scenario)", spec);
        folder = Path.of("");
    }

    /** Names a file of parameters, sought like a spec, that training begins with. */
    void initialWeights(Path named) {
        initialWeights = Optional.of(found(named));
    }

    void constant(String name, double value) {
        constants.put(name, value);
    }

    void seed(long newSeed) {
        seed = OptionalLong.of(newSeed);
    }

    void host(UnaryOperator<Brickwork> change) {
        host = change;
    }

    SourceText text() {
        if (text == null) {
            throw new AssertionError("no spec is named yet: begin with a step such as: Given the spec \"specs/xor.nn\"");
        }
        return text;
    }

    /** Compiles that text instead, under the same conditions; without the constants where it defines none. */
    Outcome<NeuralSpec> compile(SourceText of, UnaryOperator<Brickwork> settings, boolean withConstants) {
        var brickwork = host.apply(settings.apply(Brickwork.standard().withExtensions().withAnyFile(folder)));
        for (var constant : withConstants ? constants.entrySet() : Map.<String, Double>of().entrySet()) {
            brickwork = brickwork.withConstant(constant.getKey(), constant.getValue());
        }
        return begun((seed.isPresent() ? brickwork.withSeed(seed.getAsLong()) : brickwork).compile(of));
    }

    private Outcome<NeuralSpec> begun(Outcome<NeuralSpec> outcome) {
        if (initialWeights.isEmpty() || !(outcome instanceof Outcome.Success<NeuralSpec>(var spec, var warnings))) {
            return outcome;
        }
        try {
            return new Outcome.Success<>(spec.withInitial(spec.readWeights(initialWeights.get())), warnings);
        } catch (BrokenFileException fault) {
            throw new AssertionError(fault.getMessage(), fault);
        }
    }

    /** How a failure's message ends where {@code used} was the seed. */
    ReplayHint ending(long used) {
        return new ReplayHint(Optional.ofNullable(text).filter(_ -> initialWeights.isEmpty()), feature, constants, seed, used);
    }
}
