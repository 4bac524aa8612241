package brickwork.exchange;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.FittedPreparation;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Activation;
import brickwork.model.Language;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import brickwork.syntax.SpecParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A network of another program as one of ours.
 *
 * @param spec  a text that says its layers; their numbers and the scaling are in the model
 * @param model the network with its parameters and its scaling
 * @param notes what a user should know of how it was made; often none
 */
public record ImportedModel(String spec, ModelFile model, List<String> notes) {

    public ImportedModel {
        notes = List.copyOf(notes);
    }

    /** Puts a network together of what was read; {@code where} it ended. */
    static ImportedModel of(Path file, LayerAssembly assembly, String where) {
        var layers = assembly.layers(where);
        var spec = text(file, layers, assembly.precision());
        var network = network(file, spec);
        var tensors = new ArrayList<Tensor>();
        for (var i = 0; i < layers.size(); i++) {
            for (var slot : network.feedForward().layers().get(i).tensors()) {
                var word = slot.name().substring(slot.name().indexOf('.') + 1);
                tensors.add(tensor(file, slot, layers.get(i).values(word), assembly.precision()));
            }
        }
        var model = ModelFile.of(network, FittedPreparation.of(assembly.scaling(), List.of()),
                new Parameters(assembly.precision(), tensors));
        return new ImportedModel(spec, model, assembly.notes());
    }

    private static String text(Path file, List<LayerDraft> layers, Precision precision) {
        var text = new StringBuilder("# The network of ").append(ForeignName.shown(String.valueOf(file.getFileName())))
                .append(", made by `nn import`; its weights and the scaling of its inputs are in the model beside it.\n");
        text.append("precision ").append(precision.word()).append('\n');
        for (var layer : layers) {
            text.append("layer ").append(layer.inputs()).append(" -> ").append(layer.units()).append(' ').append(layer.activation().text())
                    .append(layer.option()).append('\n');
        }
        return text.append("loss ").append(loss(layers.getLast().activation())).append('\n').toString();
    }

    /** The loss that is made for the last activation; the file does not say which it was trained by. */
    private static String loss(Activation last) {
        return Language.LOSSES.words(kind -> kind.traits().head().equals(Optional.of(last))).stream().findFirst().orElse("mse");
    }

    private static Specification network(Path file, String text) {
        var parsed = SpecParser.parse(new SourceText(file + " (network)", text));
        return switch (Checker.check(parsed, Map.of(), OptionalLong.empty(), new DataLibrary(new FileAccess.None()))) {
            case Outcome.Success<Specification>(var network, _) -> network;
            case Outcome.Failure<Specification> failure -> throw new BrokenFileException(file,
                    "its network is none of ours: " + failure.errors().findFirst().orElseThrow().message(), "use another network");
        };
    }

    private static Tensor tensor(Path file, TensorSpec slot, double[] values, Precision precision) {
        var rounded = values.clone();
        for (var i = 0; i < values.length; i++) {
            rounded[i] = precision == Precision.F32 ? (float) values[i] : values[i];
            if (!Double.isFinite(rounded[i])) {
                throw new BrokenFileException(file, slot.name() + " would hold " + values[i] + ", which " + precision.word() + " does not",
                        "use a network of smaller numbers");
            }
        }
        return new Tensor(slot.name(), slot.rows(), slot.columns(), slot.isVector(), rounded);
    }
}
