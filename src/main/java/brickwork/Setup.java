package brickwork;

import brickwork.data.CustomSource;
import brickwork.data.FileAccess;
import brickwork.engine.EngineOptions;
import brickwork.model.FunctionRegistry;
import brickwork.model.ResourceLimits;
import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import brickwork.verify.Replay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a host program set.
 *
 * @param files     what texts may read
 * @param sources   of the host, by name
 * @param functions of the host
 * @param constants in the place of those of a text
 * @param seed      in the place of that of a text
 * @param engines   absent: the standard ones
 * @param limits    of what texts may ask for
 */
record Setup(FileAccess files, Map<String, CustomSource> sources, FunctionRegistry functions, Map<String, Double> constants,
        OptionalLong seed, Optional<EngineOptions> engines, ResourceLimits limits) {

    /** The name of a text that was given without one. */
    static final String UNNAMED = "(text)";

    Setup {
        sources = Map.copyOf(sources);
        constants = Map.copyOf(constants);
    }

    /** No files, sources or functions of the host; the best kernels of this machine, one thread. */
    static Setup standard() {
        return new Setup(new FileAccess.None(), Map.of(), FunctionRegistry.NONE, Map.of(), OptionalLong.empty(), Optional.empty(),
                ResourceLimits.standard());
    }

    Setup withFiles(FileAccess access) {
        return new Setup(access, sources, functions, constants, seed, engines, limits);
    }

    Setup withSource(String name, CustomSource source) {
        return new Setup(files, with(sources, HostName.ofSource(name, sources.keySet()), source), functions, constants, seed, engines,
                limits);
    }

    Setup withFunctions(FunctionRegistry more) {
        return new Setup(files, sources, more, constants, seed, engines, limits);
    }

    Setup withConstant(String name, double value) {
        return new Setup(files, sources, functions, with(constants, name, value), seed, engines, limits);
    }

    Setup withSeed(long other) {
        return new Setup(files, sources, functions, constants, OptionalLong.of(other), engines, limits);
    }

    Setup withEngines(EngineOptions options) {
        return new Setup(files, sources, functions, constants, seed, Optional.of(options), limits);
    }

    Setup withLimits(ResourceLimits most) {
        return new Setup(files, sources, functions, constants, seed, engines, most);
    }

    /** Looks for the best kernels only where something is computed. */
    EngineOptions openers() {
        return engines.orElseGet(EngineOptions::standard);
    }

    Replay replay(SourceText text) {
        var overrides = constants.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(c -> c.getKey() + "=" + DecimalText.of(c.getValue())).toList();
        return new Replay(Optional.of(text.name()).filter(name -> !name.equals(UNNAMED)), overrides, seed);
    }

    static <T> T needed(T given, String what) {
        return Objects.requireNonNull(given, () -> what + " is needed, got null");
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
