package brickwork;

import static brickwork.Setup.needed;

import brickwork.check.Checker;
import brickwork.data.CustomSource;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.engine.Cancellation;
import brickwork.engine.EngineOptions;
import brickwork.exchange.ModelImport;
import brickwork.exchange.NetworkUnits;
import brickwork.kernel.KernelChoice;
import brickwork.model.CustomActivation;
import brickwork.model.CustomLoss;
import brickwork.model.CustomPenalty;
import brickwork.model.FunctionRegistry.Family;
import brickwork.model.FunctionRegistry;
import brickwork.model.ResourceLimits;
import brickwork.model.Specification;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import brickwork.syntax.SpecParser;
import brickwork.verify.SampleSupply;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleFunction;

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

    private final Setup setup;

    private Brickwork(Setup setup) {
        this.setup = setup;
    }

    /** No files, no sources or functions of the host, the best kernels of this machine, one thread. */
    public static Brickwork standard() {
        return new Brickwork(Setup.standard());
    }

    /** Lets texts read files in {@code folder} and below, and no others. */
    public Brickwork withFolder(Path folder) {
        return new Brickwork(setup.withFiles(new FileAccess.Folder(needed(folder, "a folder"))));
    }

    /** Lets texts read whatever the user may read; relative names start at {@code folder}. */
    public Brickwork withAnyFile(Path folder) {
        return new Brickwork(setup.withFiles(new FileAccess.Anywhere(needed(folder, "a folder"))));
    }

    /**
     * Offers {@code source} to texts as {@code data name …}.
     *
     * @throws IllegalArgumentException where the name is no name, is a word or a source of the language, or is taken
     */
    public Brickwork withSource(String name, CustomSource source) {
        return new Brickwork(setup.withSource(name, needed(source, "a source")));
    }

    /**
     * Offers {@code activation} to texts under a name of its own: {@code layer 2 -> 3 swish}. Gradient checks hold its derivative against
     * its value; weights start by {@code xavier}.
     *
     * @throws IllegalArgumentException where the name is no name, is a word of the language, or is taken
     */
    public Brickwork withActivation(String name, CustomActivation activation) {
        return with(setup.functions().withActivation(HostName.free(name), Family.single(activation)));
    }

    /**
     * Offers an activation that takes a number: {@code layer 2 -> 3 swish 1.5}.
     *
     * @param standard the number where none is written
     * @param family   gives the activation of a number; by IllegalArgumentException it refuses one, which makes it a fault of the text
     * @throws IllegalArgumentException where the name is no name, is a word of the language, or is taken
     */
    public Brickwork withActivation(String name, double standard, DoubleFunction<CustomActivation> family) {
        return with(setup.functions().withActivation(HostName.free(name), Family.of(standard, family)));
    }

    /**
     * Offers {@code loss} to texts under a name of its own: {@code loss 0.5 * cosine_distance}.
     *
     * @throws IllegalArgumentException where the name is no name, is a word of the language, or is taken
     */
    public Brickwork withLoss(String name, CustomLoss loss) {
        return with(setup.functions().withLoss(HostName.free(name), Family.single(loss)));
    }

    /**
     * Offers a loss that takes a number: {@code loss quantile 0.9}; the arguments are those of
     * {@link #withActivation(String, double, DoubleFunction)}.
     */
    public Brickwork withLoss(String name, double standard, DoubleFunction<CustomLoss> family) {
        return with(setup.functions().withLoss(HostName.free(name), Family.of(standard, family)));
    }

    /**
     * Offers {@code penalty} to texts under a name of its own; the number behind it is λ, as for l2: {@code loss mse + group 0.01}.
     *
     * @throws IllegalArgumentException where the name is no name, is a word of the language, or is taken
     */
    public Brickwork withPenalty(String name, CustomPenalty penalty) {
        return with(setup.functions().withPenalty(HostName.free(name), needed(penalty, "a penalty")));
    }

    /**
     * Takes in what the libraries on the class path add to the language: every {@link BrickworkExtension} that the
     * {@link java.util.ServiceLoader} finds by the loader of this class, then those it finds by the loader of the thread's context; each
     * once. Without this call there are none.
     */
    public Brickwork withExtensions() {
        return ExtensionSearch.extended(this);
    }

    private Brickwork with(FunctionRegistry more) {
        return new Brickwork(setup.withFunctions(more));
    }

    /** Overrides the constant that a text defines by {@code let name = …}; a text without it is refused. */
    public Brickwork withConstant(String name, double value) {
        return new Brickwork(setup.withConstant(needed(name, "the name of a constant"), value));
    }

    /** Replaces the seed of the text. */
    public Brickwork withSeed(long newSeed) {
        return new Brickwork(setup.withSeed(newSeed));
    }

    /** Computes with these kernels; the numbers are the same with all. */
    public Brickwork withKernels(KernelChoice choice) {
        return withEngines(setup.openers().withKernels(needed(choice, "a choice of kernels")));
    }

    /**
     * Computes with up to that many threads; the numbers are the same with any.
     *
     * @throws IllegalArgumentException below 1
     */
    public Brickwork withThreads(int count) {
        return withEngines(setup.openers().withThreads(count));
    }

    /** Computes with the engines that {@code options} opens: kernels, threads, and what stands before the engines or in their place. */
    public Brickwork withEngines(EngineOptions options) {
        return new Brickwork(setup.withEngines(needed(options, "options of engines")));
    }

    /** Computes until {@code cancellation} ends it: trainings, verifications, gradient checks, examinations and traces alike. */
    public Brickwork withCancellation(Cancellation cancellation) {
        return withEngines(setup.openers().withCancellation(needed(cancellation, "a cancellation")));
    }

    /** Refuses what asks for more than {@code most}; without this call the limits are {@link ResourceLimits#standard}. */
    public Brickwork withLimits(ResourceLimits most) {
        return new Brickwork(setup.withLimits(needed(most, "limits")));
    }

    /** Compiles a text: the spec, or every fault it has. */
    public Outcome<NeuralSpec> compile(SourceText text) {
        if (needed(text, "a text").text().length() > setup.limits().text()) {
            return new Outcome.Failure<>(List.of(ResourceCheck.tooLong(text, text.text().length(), setup.limits())));
        }
        var library = new DataLibrary(setup.files(), setup.sources());
        return switch (Checker.check(SpecParser.parse(text), setup.constants(), setup.seed(), library, setup.functions())) {
            case Outcome.Success<Specification>(var network, var warnings) -> {
                var beyond = ResourceCheck.of(network, library, setup.limits(), text);
                yield beyond.isEmpty()
                        ? new Outcome.Success<>(new NeuralSpec(network, text, SampleSupply.from(library), setup.engines(),
                                setup.limits(), setup.replay(text), warnings), warnings)
                        : new Outcome.Failure<>(beyond);
            }
            case Outcome.Failure<Specification>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /**
     * Compiles a text that is believed to be right.
     *
     * @throws InvalidSpecException with every fault in its message
     */
    public NeuralSpec compile(String text) {
        return compile(new SourceText(Setup.UNNAMED, needed(text, "a text"))).orThrow();
    }

    /** Compiles what a program says by types: the spec, or every fault it has, at its place in the builder's text. */
    public Outcome<NeuralSpec> compile(SpecBuilder builder) {
        return compile(needed(builder, "a builder of a spec").source());
    }

    /**
     * Compiles a specification that another spec had or a program made; the spec means the same network.
     *
     * @throws IllegalArgumentException where no text says it: where it has functions that are registered here otherwise, or normalisations
     *                                  that start at given values
     */
    public Outcome<NeuralSpec> compile(Specification network) {
        var outcome = compile(SpecBuilder.of(network));
        if (outcome instanceof Outcome.Success<NeuralSpec>(var spec, _) && !spec.network().withSeed(network.seed()).equals(network)) {
            throw new IllegalArgumentException(
                    "no text says this network as it is: it has functions that are registered here otherwise, or "
                            + "normalisations that start at given values; give the parameters by withInitial");
        }
        return outcome;
    }

    /**
     * Compiles a file: the spec, or every fault it has. The text may read what this instance grants and, where that is nothing, the file's
     * own folder.
     *
     * @throws BrokenFileException where the file cannot be read, or is not UTF-8
     */
    public Outcome<NeuralSpec> compile(Path file) {
        return switch (SpecFile.read(needed(file, "a file"), setup.limits())) {
            case Outcome.Success<SourceText>(var text, _) -> (setup.files() instanceof FileAccess.None
                    ? withFolder(file.toAbsolutePath().getParent())
                    : this).compile(text);
            case Outcome.Failure<SourceText>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /**
     * Compiles a file that is believed to be right; see {@link #compile(Path)}.
     *
     * @throws BrokenFileException  where the file cannot be read, or is not UTF-8
     * @throws InvalidSpecException with every fault in its message
     */
    public NeuralSpec load(Path file) {
        return compile(file).orThrow();
    }

    /**
     * Reads a trained network whose spec may use the functions of this instance, under the names they had when it was trained.
     *
     * @throws BrokenFileException where the file cannot be read, is broken, is no model, or uses functions that are not registered
     */
    public TrainedNetwork loadModel(Path file) {
        return new TrainedNetwork(ModelFile.read(needed(file, "a file"), setup.functions()), setup.openers());
    }

    /** The same from a stream, which is read to its end and stays open; messages call it {@code (stream)}. */
    public TrainedNetwork loadModel(InputStream stream) {
        return new TrainedNetwork(ModelFile.read(needed(stream, "a stream"), setup.functions()), setup.openers());
    }

    /** The same from bytes in memory; messages call them {@code (bytes)}. */
    public TrainedNetwork loadModel(byte[] bytes) {
        return new TrainedNetwork(ModelFile.read(needed(bytes, "an array of bytes"), setup.functions()), setup.openers());
    }

    /**
     * Reads a network that another program wrote, from a file {@code .onnx} or {@code .nnet}.
     *
     * @param units of an {@code .nnet} file; ONNX has none
     * @throws BrokenFileException      where the file cannot be read, is broken, or holds what a network of ours cannot be: the message
     *                                  names the byte, line, node or tensor
     * @throws IllegalArgumentException where the name of the file has another ending
     */
    public ImportedNetwork importNetwork(Path file, NetworkUnits units) {
        var read = ModelImport.read(needed(file, "a file"), units);
        return new ImportedNetwork(read.spec(), new TrainedNetwork(read.model(), setup.openers()), read.notes());
    }
}
