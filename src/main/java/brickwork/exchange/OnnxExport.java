package brickwork.exchange;

import brickwork.data.InputColumn;
import brickwork.data.InputColumns;
import brickwork.exchange.OnnxModel.Attribute;
import brickwork.model.Activation;
import brickwork.model.Layer;
import brickwork.model.OperatorForm;
import brickwork.model.Precision;
import brickwork.source.DecimalText;
import brickwork.source.JsonText;
import brickwork.store.AtomicFile;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import brickwork.store.Provenance;
import java.io.BufferedOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Models as ONNX files (onnx.ai): one {@code Gemm} a layer with the weights as they lie, [out, in], its activation as operators, and the
 * scaling of the inputs before them. The input is of shape [batch, inputs] and takes numbers as the data held them; the output is of shape
 * [batch, outputs]; both are of the model's precision. {@code metadata_props} hold the fingerprint of the parameters and the names of
 * classes.
 */
public final class OnnxExport {

    /** The version of the standard operators that is written where nobody asks for another: that of ONNX 1.12. */
    public static final int STANDARD_OPSET = 17;

    /** The operators that are written mean the same from this version on. */
    public static final int OLDEST_OPSET = 13;

    /** The newest version that the form of the files, IR 8, has been tried with. */
    public static final int NEWEST_OPSET = 21;

    private OnnxExport() {}

    /** The word of an activation that ONNX has no operators for, a function of the host program; empty where there is none. */
    public static Optional<String> unsayable(ModelFile model) {
        return model.network().feedForward().layers().stream().map(Layer::activation)
                .filter(activation -> activation.operators() instanceof OperatorForm.Unsayable).map(Activation::word).findFirst();
    }

    /**
     * Writes a model; the file is there as a whole or not at all, and the same model always gives the same bytes.
     *
     * @return what a user should know: columns whose texts or missing cells become numbers before the network, and numbers of a double
     *         precision network that ONNX holds in single precision; often none
     * @param opset which version of the standard operators is asked for, from {@link #OLDEST_OPSET} to {@link #NEWEST_OPSET}
     * @throws BrokenFileException      where the file cannot be written
     * @throws IllegalArgumentException where there is no such version, or the model is {@link #unsayable}
     */
    public static List<String> write(ModelFile model, int opset, Path file) {
        var onnx = onnx(model, opset);
        var message = OnnxWriter.write(onnx, Provenance.version());
        AtomicFile.write(file, stream -> {
            var out = new BufferedOutputStream(stream, 1 << 16);
            message.writeTo(out);
            out.flush();
        });
        var notes = new ArrayList<>(encoded(model.preparation().columns()));
        if (model.network().precision() == Precision.F64) {
            notes.addAll(rounded(onnx));
        }
        return notes;
    }

    /** What a program must do itself before it asks the network. */
    private static List<String> encoded(InputColumns columns) {
        var notes = new ArrayList<String>();
        for (var column : columns.columns()) {
            var title = column.name().map(name -> "column " + name).orElse("column " + column.place());
            switch (column) {
                case InputColumn.Categories(_, _, var categories, _, _) -> notes.add(title
                        + ": its texts are no part of the network; it takes "
                        + categories.size() + " numbers in their place, 1 for the text of the row and 0 for the others, in the order of"
                        + " `inputs` in the metadata");
                case InputColumn.Numbers(_, _, var fill) -> fill.ifPresent(value -> notes.add(title
                        + ": missing values are no part of the network; " + DecimalText.of(value) + " stands for them"));
            }
        }
        return notes;
    }

    private static List<String> rounded(OnnxModel onnx) {
        var notes = new ArrayList<String>();
        for (var node : onnx.graph().nodes()) {
            node.attributes().forEach((name, attribute) -> {
                if (attribute instanceof Attribute.Real(var value) && (float) value != value) {
                    notes.add(node.name() + ": ONNX holds " + name + " in single precision, as " + (double) (float) value);
                }
            });
        }
        return notes;
    }

    static MessageWriter message(ModelFile model, int opset) {
        return OnnxWriter.write(onnx(model, opset), Provenance.version());
    }

    private static OnnxModel onnx(ModelFile model, int opset) {
        if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
            throw new IllegalArgumentException("expected an operator set from " + OLDEST_OPSET + " to " + NEWEST_OPSET + ", got " + opset);
        }
        var metadata = new TreeMap<String, String>();
        metadata.put("fingerprint", model.fingerprint());
        if (!model.classNames().isEmpty()) {
            metadata.put("classes", list(model.classNames()));
        }
        if (!model.preparation().columns().inputNames().isEmpty()) {
            metadata.put("inputs", list(model.preparation().columns().inputNames()));
        }
        var graph = OnnxGraphBuilder.graph(model.network(), model.scaling(), model.parameters());
        return new OnnxModel(opset, graph, metadata);
    }

    private static String list(List<String> names) {
        return names.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]"));
    }
}
