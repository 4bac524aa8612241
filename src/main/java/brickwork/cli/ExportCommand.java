package brickwork.cli;

import brickwork.Brickwork;
import brickwork.TrainedNetwork;
import brickwork.exchange.OnnxExport;
import brickwork.report.JsonObject;
import brickwork.source.Plural;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code nn export}: a model for other programs. */
@CommandLine.Command(name = "export", description = "write a saved model for other programs")
final class ExportCommand extends Command {

    @Option(names = "--model", required = true, paramLabel = "M.safetensors", description = "what nn train --save wrote")
    private Path model;

    @Option(names = "--onnx", paramLabel = "P.onnx", description = "write the network with its scaling for ONNX runtimes")
    private Path onnx;

    @Option(names = "--opset", paramLabel = "N", description = "with --onnx: the version of ONNX's operators, 17 if left out")
    private Integer opset;

    @Option(names = "--safetensors", paramLabel = "P.safetensors", description = "write the weights alone, as PyTorch and others read them")
    private Path weights;

    @Option(names = "--names", paramLabel = "PATTERNS",
            description = "with --safetensors: names such as layers.{i}.weight,layers.{i}.bias; {i} counts layers from 0, {n} from 1")
    private String names;

    @Override
    Exit run() {
        check();
        for (var output : onnx == null ? List.of(weights) : weights == null ? List.of(onnx) : List.of(onnx, weights)) {
            NewFile.tryOut(output, model);
        }
        var trained = Brickwork.standard().withExtensions().loadModel(model);
        var object = new JsonObject();
        var text = new StringBuilder();
        if (onnx != null) {
            writeOnnx(trained, object, text);
        }
        if (weights != null) {
            writeWeights(trained, object, text);
        }
        text.append("fingerprint ").append(trained.fingerprint()).append('\n');
        answer(object.put("layers", trained.network().feedForward().layers().size()).put("parameters", trained.network().parameters())
                .put("fingerprint", trained.fingerprint()), text.toString(), List.of());
        return Exit.FINE;
    }

    private void check() {
        if (onnx == null && weights == null) {
            throw CommandFailure.options("", "nn export needs --onnx P.onnx or --safetensors P.safetensors", "add one or both of them");
        }
        if (opset != null && onnx == null) {
            throw CommandFailure.options("--opset", "--opset belongs to --onnx", "add --onnx P.onnx");
        }
        if (opset != null && (opset < OnnxExport.OLDEST_OPSET || opset > OnnxExport.NEWEST_OPSET)) {
            throw CommandFailure.options(opset.toString(), "--opset cannot be " + opset, "write a number from " + OnnxExport.OLDEST_OPSET
                    + " to " + OnnxExport.NEWEST_OPSET);
        }
        if (names != null && weights == null) {
            throw CommandFailure.options("--names", "--names belongs to --safetensors", "add --safetensors P.safetensors");
        }
    }

    private void writeOnnx(TrainedNetwork trained, JsonObject object, StringBuilder text) {
        var version = opset == null ? OnnxExport.STANDARD_OPSET : opset;
        try {
            var notes = trained.export().onnx(onnx, version);
            object.put("notes", notes);
            if (!json()) {
                notes.forEach(note -> console().note("note: " + note));
            }
        } catch (IllegalStateException unsayable) {
            throw CommandFailure.options(onnx.toString(), unsayable.getMessage(), "export the weights by --safetensors");
        }
        object.put("onnx", onnx.toString()).put("opset", version);
        text.append(onnx).append(": ").append(Plural.of(trained.network().feedForward().layers().size(), "layer"))
                .append(" with the operators of version ").append(version).append('\n');
    }

    private void writeWeights(TrainedNetwork trained, JsonObject object, StringBuilder text) {
        var known = NewFile.names(names);
        try {
            trained.export().weights(weights, known);
        } catch (IllegalArgumentException unfit) {
            throw CommandFailure.options(names == null ? "" : names, unfit.getMessage(), NewFile.NAMES_HELP);
        }
        var tensors = known.of(trained.network());
        object.put("safetensors", weights.toString()).put("tensors", tensors);
        text.append(weights).append(": ").append(String.join(", ", tensors)).append('\n');
    }
}
