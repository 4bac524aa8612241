package brickwork.store;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.FittedScaling;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.DataSpec;
import brickwork.model.FunctionRegistry;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.JsonText;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A trained network with all it takes to predict: a safetensors file whose {@code __metadata__} holds the spec ({@code spec}), its network
 * in canonical form without data and expectations ({@code network}), the fitted scaling ({@code scaling}) and the names of the classes
 * ({@code classes}, a JSON list).
 *
 * @param spec       the text the network was compiled from, or its canonical form where there was none
 * @param network    layers, loss and the rest; once read from a file, without data, split and expectations
 * @param scaling    of the inputs
 * @param classNames one a class; empty where there are none
 * @param parameters in the precision of the network
 */
public record ModelFile(String spec, Specification network, FittedScaling scaling, List<String> classNames, Parameters parameters) {

    private static final String FORMAT = "brickwork model 1";

    public ModelFile {
        classNames = List.copyOf(classNames);
    }

    /** The model of a network with its trained {@code parameters}. */
    public static ModelFile of(Specification network, FittedScaling scaling, List<String> classNames, Parameters parameters) {
        var spec = network.origin().source().map(SourceText::text).orElseGet(() -> SpecPrinter.print(network));
        return new ModelFile(spec, network, scaling, classNames, parameters.copy());
    }

    /**
     * Writes the model; the same model always gives the same bytes, and the file is there as a whole or not at all.
     *
     * @throws BrokenFileException where it cannot be written
     */
    public void write(Path file) throws BrokenFileException {
        var metadata = new TreeMap<String, String>();
        metadata.put("format", FORMAT);
        metadata.put("brickwork", Provenance.version());
        metadata.put("spec", spec);
        metadata.put("network", SpecPrinter.print(withoutData(network)));
        metadata.put("scaling", scaling.text());
        metadata.put("classes", classNames.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")));
        AtomicFile.write(file, new Safetensors(metadata, WeightsFile.entries(parameters))::writeTo);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BrokenFileException where the file cannot be read, is broken, or is no model
     */
    public static ModelFile read(Path file) throws BrokenFileException {
        return read(file, FunctionRegistry.NONE);
    }

    /**
     * Reads what {@link #write} wrote of a network that may use functions of the host program.
     *
     * @param host those it may use, under the names they had when it was trained
     * @throws BrokenFileException where the file cannot be read, is broken, is no model, or uses functions that are not registered
     */
    public static ModelFile read(Path file, FunctionRegistry host) throws BrokenFileException {
        var content = Safetensors.read(file);
        var metadata = content.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new BrokenFileException(file, metadata.containsKey("format")
                    ? "it is a " + metadata.get("format") + ", and this version reads " + FORMAT
                    : "it holds weights, but not the network they belong to", "name a file that `nn train --save` wrote");
        }
        var network = network(file, metadata, host);
        return new ModelFile(part(file, metadata, "spec"), network, scaling(file, metadata, network), classNames(file, metadata),
                WeightsFile.parameters(file, content, network));
    }

    /** SHA-256 over the parameters, as section 8 of the language defines it, in lower-case hex. */
    public String fingerprint() {
        try (var engine = EngineOptions.standard().open(network, Planner.plan(network, 1))) {
            engine.setParameters(parameters);
            return engine.fingerprint();
        }
    }

    private static Specification network(Path file, Map<String, String> metadata, FunctionRegistry host) throws BrokenFileException {
        var parsed = SpecParser.parse(new SourceText(file + " (network)", part(file, metadata, "network")));
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

    private static FittedScaling scaling(Path file, Map<String, String> metadata, Specification network) throws BrokenFileException {
        var scaling = FittedScaling.read(part(file, metadata, "scaling"));
        if (scaling.isEmpty() || scaling.get().width().orElse(network.inputs()) != network.inputs()) {
            throw broken(file, "the scaling in it is not one of " + network.inputs() + " inputs");
        }
        return scaling.get();
    }

    private static List<String> classNames(Path file, Map<String, String> metadata) throws BrokenFileException {
        try {
            var names = new ArrayList<String>();
            if (JsonReader.read(part(file, metadata, "classes")) instanceof JsonValue.Array array) {
                array.items().stream().filter(JsonValue.Text.class::isInstance).forEach(item -> names.add(((JsonValue.Text) item).value()));
            }
            return names;
        } catch (JsonReader.Fault e) {
            throw broken(file, "the names of classes in it cannot be read: " + e.getMessage());
        }
    }

    private static String part(Path file, Map<String, String> metadata, String key) throws BrokenFileException {
        var part = metadata.get(key);
        if (part == null) {
            throw broken(file, "its metadata has no " + key);
        }
        return part;
    }

    private static BrokenFileException broken(Path file, String fault) {
        return new BrokenFileException(file, fault, "write the model again");
    }

    private static Specification withoutData(Specification n) {
        return Specification.of(n.model(), n.learning()).withName(n.name()).withSeed(n.seed()).withPrecision(n.precision())
                .withData(DataSpec.NONE.withScaling(n.data().scaling()));
    }
}
