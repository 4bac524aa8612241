package brickwork;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.HostSource;
import brickwork.kernel.KernelChoice;
import brickwork.model.Network;
import brickwork.model.Numeral;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.verify.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Compiles {@code .nn} specs. An instance is immutable and may be shared by threads; each {@code with} method gives a new one.
 *
 * <pre>{@code
 * var spec = Brickwork.standard().compile("data xor; layer 2 -> 3 sigmoid -> 1 sigmoid; loss bce; train 2000 epochs");
 * var trained = spec.train().orThrow();
 * var output = trained.predict(0, 1);
 * }</pre>
 *
 * <p>A text compiled here may read no file unless {@link #withFolder} or {@link #withAnyFile} grants it.
 */
public final class Brickwork {

    private static final String UNNAMED = "(text)";

    private final FileAccess files;
    private final Map<String, HostSource> sources;
    private final Map<String, Double> constants;
    private final OptionalLong seed;
    private final Optional<KernelChoice> kernels;
    private final int threads;

    private Brickwork(FileAccess files, Map<String, HostSource> sources, Map<String, Double> constants, OptionalLong seed,
            Optional<KernelChoice> kernels, int threads) {
        this.files = files;
        this.sources = Map.copyOf(sources);
        this.constants = Map.copyOf(constants);
        this.seed = seed;
        this.kernels = kernels;
        this.threads = threads;
    }

    /** No files, no sources of the host, the best kernels of this machine, one thread. */
    public static Brickwork standard() {
        return new Brickwork(new FileAccess.None(), Map.of(), Map.of(), OptionalLong.empty(), Optional.empty(), 1);
    }

    /** Lets texts read files in {@code folder} and below, and no others. */
    public Brickwork withFolder(Path folder) {
        return new Brickwork(new FileAccess.Folder(folder), sources, constants, seed, kernels, threads);
    }

    /** Lets texts read whatever the user may read; relative names start at {@code folder}. */
    public Brickwork withAnyFile(Path folder) {
        return new Brickwork(new FileAccess.Anywhere(folder), sources, constants, seed, kernels, threads);
    }

    /** Offers {@code source} to texts as {@code data name …}. */
    public Brickwork withSource(String name, HostSource source) {
        return new Brickwork(files, with(sources, name, source), constants, seed, kernels, threads);
    }

    /** Overrides the constant that a text defines by {@code let name = …}; a text without it is refused. */
    public Brickwork withConstant(String name, double value) {
        return new Brickwork(files, sources, with(constants, name, value), seed, kernels, threads);
    }

    /** Replaces the seed of the text. */
    public Brickwork withSeed(long newSeed) {
        return new Brickwork(files, sources, constants, OptionalLong.of(newSeed), kernels, threads);
    }

    /** Computes with these kernels; the numbers are the same with all. */
    public Brickwork withKernels(KernelChoice choice) {
        return new Brickwork(files, sources, constants, seed, Optional.of(choice), threads);
    }

    /**
     * Computes with up to that many threads; the numbers are the same with any.
     *
     * @throws IllegalArgumentException below 1
     */
    public Brickwork withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + count);
        }
        return new Brickwork(files, sources, constants, seed, kernels, count);
    }

    /** Compiles a text: the spec, or every fault it has. */
    public Outcome<NeuralSpec> compile(SourceText text) {
        var library = new DataLibrary(files, sources);
        return switch (Checker.check(SpecParser.parse(text), constants, seed, library)) {
            case Outcome.Success<Network>(var network, var warnings) ->
                new Outcome.Success<>(new NeuralSpec(network, text, library, kernels, threads, replay(text), warnings), warnings);
            case Outcome.Failure<Network>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /**
     * Compiles a text that is believed to be right.
     *
     * @throws InvalidSpecException with every fault in its message
     */
    public NeuralSpec compile(String text) {
        return orThrow(compile(new SourceText(UNNAMED, text)));
    }

    /**
     * Compiles a file; the text may read what this instance grants and, where that is nothing, the file's own folder.
     *
     * @throws IOException          where the file cannot be read
     * @throws InvalidSpecException with every fault in its message
     */
    public NeuralSpec load(Path file) throws IOException {
        var text = new SourceText(file.toString(), Files.readString(file));
        var folder = file.toAbsolutePath().getParent();
        var granted = files instanceof FileAccess.None ? withFolder(folder) : this;
        return orThrow(granted.compile(text));
    }

    private Replay replay(SourceText text) {
        var overrides = constants.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(c -> c.getKey() + "=" + Numeral.of(c.getValue())).toList();
        return new Replay(Optional.of(text.name()).filter(name -> !name.equals(UNNAMED)), overrides, seed);
    }

    private static NeuralSpec orThrow(Outcome<NeuralSpec> outcome) {
        return switch (outcome) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> spec;
            case Outcome.Failure<NeuralSpec>(var faults) -> throw new InvalidSpecException(faults);
        };
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
