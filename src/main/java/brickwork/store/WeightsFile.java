package brickwork.store;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.source.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parameters in safetensors files: {@code layer1.weight} of shape [out, in], {@code layer1.bias} of shape [out] and so on. Numbers in F64,
 * F32, F16 or BF16 are converted to the precision of the network.
 */
public final class WeightsFile {

    private final Path file;
    private final Safetensors content;

    private WeightsFile(Path file, Safetensors content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Reads the parameters of {@code network}.
     *
     * @throws BrokenFileException where the file cannot be read, is no whole safetensors file, or does not hold every tensor of the network
     *         in its shape, each number finite, and no other tensor
     */
    public static Parameters read(Path file, Specification network) throws BrokenFileException {
        return parameters(file, Safetensors.read(file), network);
    }

    static Parameters parameters(Path file, Safetensors content, Specification network) throws BrokenFileException {
        return new WeightsFile(file, content).parameters(network);
    }

    private Parameters parameters(Specification network) throws BrokenFileException {
        var slots = network.feedForward().layers().stream().flatMap(layer -> layer.tensors().stream()).toList();
        var needed = slots.stream().map(TensorSpec::name).toList();
        var found = content.entries().stream().map(Safetensors.Entry::name).toList();
        for (var slot : slots) {
            if (!found.contains(slot.name())) {
                throw broken("it has no tensor " + slot.name(), found.stream().filter(name -> !needed.contains(name)).toList(),
                        slot.name());
            }
        }
        for (var name : found) {
            if (!needed.contains(name)) {
                throw broken("it has a tensor " + name + ", and the network has none of that name", needed, name);
            }
        }
        var tensors = new ArrayList<Tensor>();
        for (var slot : slots) {
            tensors.add(tensor(slot, content.entry(slot.name()).orElseThrow(), network.precision()));
        }
        return new Parameters(network.precision(), tensors);
    }

    private Tensor tensor(TensorSpec slot, Safetensors.Entry entry, Precision precision) throws BrokenFileException {
        if (!entry.shape().equals(slot.shape().extents())) {
            throw new BrokenFileException(file,
                    slot.name() + " is of shape " + entry.shape() + ", and the network needs " + slot.shape().extents(),
                    entry.shape().equals(slot.shape().extents().reversed())
                            ? "store it transposed, as [out, in]"
                            : "take the weights of a network with the same layers");
        }
        var values = new double[entry.values().length];
        for (var i = 0; i < values.length; i++) {
            values[i] = precision == Precision.F32 ? (float) entry.values()[i] : entry.values()[i];
            if (!Double.isFinite(values[i])) {
                throw notFinite(slot, i, entry.values()[i]);
            }
        }
        return new Tensor(slot.name(), slot.rows(), slot.columns(), slot.isVector(), values);
    }

    private BrokenFileException notFinite(TensorSpec slot, int index, double value) {
        var place = slot.isVector() ? "[" + index + "]" : "[" + index / slot.columns() + ", " + index % slot.columns() + "]";
        return Double.isFinite(value)
                ? new BrokenFileException(file, slot.name() + place + " is " + value + ", more than f32 holds", "write `precision f64`")
                : new BrokenFileException(file, slot.name() + place + " is " + value, "take weights that are finite");
    }

    private BrokenFileException broken(String fault, List<String> candidates, String name) {
        return new BrokenFileException(file, fault, NearestName.of(name, candidates)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("it must hold every tensor of the network and no other"));
    }

    /** The tensors as a file holds them, in the precision they have. */
    static List<Safetensors.Entry> entries(Parameters parameters) {
        var type = ElementType.of(parameters.precision());
        return parameters.tensors().stream()
                .map(t -> new Safetensors.Entry(t.name(), type, t.bias() ? List.of(t.rows()) : List.of(t.rows(), t.columns()), t.values()))
                .collect(Collectors.toList());
    }
}
