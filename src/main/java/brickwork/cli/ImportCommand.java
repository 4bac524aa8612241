package brickwork.cli;

import brickwork.Brickwork;
import brickwork.ImportedNetwork;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.exchange.ModelImport;
import brickwork.exchange.NetworkUnits;
import brickwork.report.JsonObject;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.Plural;
import brickwork.store.AtomicFile;
import brickwork.store.BrokenFileException;
import brickwork.store.TensorNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn import}: a model of ours from a file of another program. */
@CommandLine.Command(name = "import", description = "make a model of another program's file")
final class ImportCommand extends Command {

    private static final String WEIGHTS = ".safetensors";

    @CommandLine.Parameters(paramLabel = "FILE", description = "a network as .onnx or .nnet, or weights as .safetensors")
    private Path file;

    @Option(names = "--spec", required = true, paramLabel = "S.nn",
            description = "the spec: written for .onnx and .nnet, read for .safetensors")
    private Path spec;

    @Option(names = "--output", required = true, paramLabel = "M.safetensors", description = "the model to write")
    private Path output;

    @Option(names = "--names", paramLabel = "PATTERNS",
            description = "of .safetensors: names such as layers.{i}.weight,layers.{i}.bias; {i} counts layers from 0, {n} from 1")
    private String names;

    @Option(names = "--normalised", description = "of .nnet: the bare network, whose inputs and outputs are normalised")
    private boolean normalised;

    @Mixin
    private ConstantOptions constants;

    @Override
    Exit run() {
        var weights = check();
        NewFile.tryOut(output, file);
        if (NewFile.isSame(output, spec)) {
            throw CommandFailure.options(output.toString(), "--spec and --output name the same file", "name two files");
        }
        return weights ? weights() : network();
    }

    /** Whether weights are imported, not a network. */
    private boolean check() {
        var weights = file.toString().toLowerCase(Locale.ROOT).endsWith(WEIGHTS);
        var format = ModelImport.Format.of(file);
        if (!weights && format.isEmpty()) {
            throw CommandFailure.options(file.toString(), "the ending of " + file + " does not say what it holds",
                    "name a file .onnx, .nnet or .safetensors");
        }
        if (names != null && !weights) {
            throw CommandFailure.options("--names", "--names belongs to a file .safetensors", "leave it out");
        }
        if (normalised && !format.equals(Optional.of(ModelImport.Format.NNET))) {
            throw CommandFailure.options("--normalised", "--normalised belongs to a file .nnet", "leave it out");
        }
        if (!weights && !constants.overrides().isEmpty()) {
            throw CommandFailure.options("--set", "--set belongs to a spec that is read, for a file .safetensors", "leave it out");
        }
        return weights;
    }

    private Exit network() {
        NewFile.tryOut(spec, file);
        var read = Brickwork.standard().importNetwork(file, normalised ? NetworkUnits.NORMALISED : NetworkUnits.OF_DATA);
        var text = read.spec().getBytes(StandardCharsets.UTF_8);
        requireFree(text);
        read.network().save(output);
        AtomicFile.write(spec, stream -> stream.write(text));
        tell(read.network(), read.notes(), List.of());
        return Exit.FINE;
    }

    /** A spec that somebody wrote is not written over. */
    private void requireFree(byte[] text) {
        if (Files.exists(spec) && !Arrays.equals(AtomicFile.read(spec), text)) {
            throw new BrokenFileException(spec, "it is there and holds something else", "name another file, or remove it");
        }
    }

    private Exit weights() {
        var known = NewFile.names(names);
        var compiled = SpecLoader.require(spec, constants.overrides(), OptionalLong.empty(), EngineOptions.standard());
        var trained = trained(compiled, parameters(compiled, known));
        trained.save(output);
        tell(trained, List.of(), compiled.warnings());
        return Exit.FINE;
    }

    private Parameters parameters(NeuralSpec compiled, TensorNames known) {
        try {
            return compiled.readWeights(file, known);
        } catch (IllegalArgumentException unfit) {
            throw CommandFailure.options(names == null ? "" : names, unfit.getMessage(), NewFile.NAMES_HELP);
        }
    }

    private TrainedNetwork trained(NeuralSpec compiled, Parameters parameters) {
        return switch (ImportedNetwork.of(compiled, parameters)) {
            case Outcome.Success<ImportedNetwork>(var imported, _) -> imported.network();
            case Outcome.Failure<ImportedNetwork>(var faults) -> throw CommandFailure.of(faults);
        };
    }

    private void tell(TrainedNetwork trained, List<String> notes, List<Diagnostic> warnings) {
        var text = new ArrayList<String>();
        text.add(output + ": " + Plural.of(trained.network().feedForward().layers().size(), "layer") + ", "
                + Plural.of(trained.network().parameters(), "parameter"));
        text.add("fingerprint " + trained.fingerprint());
        if (!json()) {
            notes.forEach(note -> console().note("note: " + note));
        }
        answer(new JsonObject().put("model", output.toString()).put("spec", spec.toString())
                .put("layers", trained.network().feedForward().layers().size()).put("parameters", trained.network().parameters())
                .put("fingerprint", trained.fingerprint()).put("notes", notes), String.join("\n", text), warnings);
    }
}
