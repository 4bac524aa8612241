package brickwork.store;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.data.InputColumns;
import brickwork.engine.Parameters;
import brickwork.engine.Sha256;
import brickwork.model.DatasetPart;
import brickwork.model.FunctionRegistry;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import brickwork.train.metric.Metrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A trained network with all it takes to predict: a safetensors file whose {@code __metadata__} holds the spec ({@code spec}), its network
 * in canonical form without data and expectations ({@code network}), the fitted scaling ({@code scaling}), the names of classes and inputs
 * ({@code classes}, {@code inputs}, JSON lists), the final metrics of each part ({@code metrics}), what it came from ({@code brickwork},
 * {@code spec_sha256}), the fingerprint of the parameters ({@code fingerprint}) and a digest of every byte of the file ({@code digest}).
 *
 * @param spec       a text that tells what was trained; see {@link #withSpec}
 * @param network    layers, loss and the rest; once read from a file, without data, split, expectations and written-out starting values
 * @param preparation of inputs and targets; names of classes are one an output, or two for one output, or none
 * @param parameters in the precision of the network
 * @param facts      what else is known
 */
public record ModelFile(String spec, Specification network, FittedPreparation preparation, Parameters parameters, Facts facts) {

    private static final String FORMAT = "brickwork model 2";

    /** Without digest, fingerprint, names of inputs, metrics and digest of the spec. */
    private static final String FIRST_FORMAT = "brickwork model 1";

    /**
     * What a model tells of its making.
     *
         * @param brickwork  the version of this library that trained it
     * @param specSha256 over the canonical text of the spec with everything in it, as {@link Provenance} has it; absent in models of old
     * @param metrics    the final metrics by part and name, as reports call them; those that are not finite are left out
     */
    public record Facts(String brickwork, Optional<String> specSha256, Map<String, Map<String, Double>> metrics) {

        public Facts {
            metrics = Map.copyOf(metrics);
        }
    }

    /** The model of a network with its trained {@code parameters}; its text is the canonical spec without samples. */
    public static ModelFile of(Specification network, FittedPreparation preparation, Parameters parameters) {
        var facts = new Facts(Provenance.version(), Optional.of(Sha256.of(SpecPrinter.print(network))), Map.of());
        var named = preparation.columns().isNone() ? preparation.withColumns(ModelNames.inputs(network)) : preparation;
        return new ModelFile(ModelText.ofSpec(network), network, named, parameters.copy(), facts);
    }

    /** Of the inputs. */
    public FittedScaling scaling() {
        return preparation.scaling();
    }

    /** One an output, or two for one output; empty where there are none. */
    public List<String> classNames() {
        return preparation.classNames();
    }

    /** The same with the figures of a training. */
    public ModelFile withMetrics(Map<DatasetPart, Metrics> metrics) {
        return new ModelFile(spec, network, preparation, parameters,
                new Facts(facts.brickwork(), facts.specSha256(), ModelNames.metrics(metrics)));
    }

    /** The same with another text that tells what was trained, such as the author's own with its comments and samples. */
    public ModelFile withSpec(String text) {
        return new ModelFile(text, network, preparation, parameters, facts);
    }

    /** The same with another preparation. */
    public ModelFile withPreparation(FittedPreparation other) {
        return new ModelFile(spec, network, other, parameters, facts);
    }

    /**
     * Writes the model; the same model always gives the same bytes, and the file is there as a whole or not at all.
     *
     * @throws BrokenFileException where it cannot be written
     */
    public void write(Path file) {
        AtomicFile.write(file, content().requireReadable(file)::writeTo);
    }

    /**
     * Writes the model to a stream, which is flushed and stays open.
     *
     * @throws BrokenFileException where it cannot be written
     */
    public void write(OutputStream stream) {
        try {
            content().requireReadable(ByteSource.InStream.NAME).writeTo(stream);
            stream.flush();
        } catch (BrokenFileException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenFileException(ByteSource.InStream.NAME, "it cannot be written (" + BrokenFileException.reason(e) + ")",
                    "see where the stream writes to", e);
        }
    }

    /**
     * The bytes that {@link #write(Path)} writes.
     *
     * @throws BrokenFileException where its names and texts are longer than any reader takes
     */
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        write(bytes);
        return bytes.toByteArray();
    }

    private Safetensors content() {
        var metadata = new TreeMap<String, String>();
        metadata.put("format", FORMAT);
        metadata.put("brickwork", facts.brickwork());
        metadata.put("spec", spec);
        metadata.put("network", ModelText.ofNetwork(network));
        metadata.put("scaling", scaling().text());
        metadata.put("classes", ModelNames.text(classNames()));
        metadata.put("inputs", ModelNames.text(preparation.columns().inputNames()));
        metadata.put("targets", ModelNames.text(preparation.targetNames()));
        metadata.put("columns", ModelColumns.text(preparation.columns()));
        metadata.put("metrics", ModelNames.text(facts.metrics()));
        metadata.put("fingerprint", fingerprint());
        facts.specSha256().ifPresent(sha -> metadata.put("spec_sha256", sha));
        return new Safetensors(metadata, WeightsFile.entries(parameters)).sealed();
    }

    /** SHA-256 over the parameters, as section 8 of the language defines it, in lower-case hex. */
    public String fingerprint() {
        var sha = new Sha256();
        try (var stream = sha.stream()) {
            new Safetensors(Map.of(), WeightsFile.entries(parameters)).writeNumbers(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written here", e);
        }
        return sha.hex();
    }

    /**
     * Reads what {@link #write(Path)} wrote of a network that may use functions of the host program.
     *
     * @param host those it may use, under the names they had when it was trained
     * @throws BrokenFileException where the file cannot be read, is broken, is no model, or uses functions that are not registered
     */
    public static ModelFile read(Path file, FunctionRegistry host) {
        return read(new ByteSource.InFile(file), host);
    }

    /** The same from a stream, which is read to its end and stays open. */
    public static ModelFile read(InputStream stream, FunctionRegistry host) {
        return read(new ByteSource.InStream(stream), host);
    }

    /** The same from bytes in memory. */
    public static ModelFile read(byte[] bytes, FunctionRegistry host) {
        return read(new ByteSource.InMemory(bytes), host);
    }

    private static ModelFile read(ByteSource source, FunctionRegistry host) {
        var file = source.name();
        var read = SafetensorsReader.read(source);
        var metadata = read.content().metadata();
        var format = metadata.get("format");
        if (format == null || !format.startsWith("brickwork model ")) {
            throw new BrokenFileException(file, "it holds weights, but not the network they belong to",
                    "name a file that `nn train --save` wrote");
        }
        if (!format.equals(FORMAT) && !format.equals(FIRST_FORMAT)) {
            throw new BrokenFileException(file, "it is a " + format + ", and this version reads " + FORMAT + " and older",
                    "read it with the version that wrote it, or a later one");
        }
        var sealed = format.equals(FORMAT);
        if (sealed ? read.seal() != SafetensorsReader.Seal.WHOLE : read.seal() == SafetensorsReader.Seal.BROKEN) {
            throw WeightsFile.changed(file);
        }
        var part = new ModelNames(file, metadata);
        var network = network(file, part.text("network"), host);
        var parameters = WeightsFile.parameters(file, read.content(), network);
        var preparation = new FittedPreparation(sealed ? part.columns(network.inputs()) : InputColumns.NONE,
                scaling(file, part.text("scaling"), network), part.targets(network.outputs()), part.classes(network));
        var model = new ModelFile(part.text("spec"), network, preparation, parameters,
                sealed ? new Facts(part.text("brickwork"), part.find("spec_sha256"), part.readMetrics())
                        : new Facts(part.text("brickwork"), Optional.empty(), Map.of()));
        if (sealed && !model.fingerprint().equals(part.text("fingerprint"))) {
            throw broken(file, "the fingerprint in it is not that of its weights");
        }
        return model;
    }

    private static Specification network(Path file, String text, FunctionRegistry host) {
        var parsed = SpecParser.parse(new SourceText(file + " (network)", text));
        var library = new DataLibrary(new FileAccess.None());
        return switch (Checker.check(parsed, Map.of(), OptionalLong.empty(), library, host)) {
            case Outcome.Success<Specification>(var network, _) -> network;
            case Outcome.Failure<Specification> failure -> throw unreadable(file, failure.errors().findFirst().orElseThrow());
        };
    }

    private static BrokenFileException unreadable(Path file, Diagnostic fault) {
        if (fault.code() != Code.NN016 && fault.code() != Code.NN040) {
            return broken(file, "the network in it cannot be read: " + fault.message());
        }
        return new BrokenFileException(file,
                "the network in it cannot be read: " + fault.message() + " here; it was a function of the program"
                        + " that trained it",
                "register that function under the same name, or put the extension that offers it on the class path");
    }

    private static FittedScaling scaling(Path file, String text, Specification network) {
        var scaling = FittedScaling.read(text);
        if (scaling.isEmpty() || scaling.get().width().orElse(network.inputs()) != network.inputs()) {
            throw broken(file, "the scaling in it is not one of " + network.inputs() + " inputs");
        }
        return scaling.get();
    }

    static BrokenFileException broken(Path file, String fault) {
        return new BrokenFileException(file, fault, "write the model again");
    }
}
