package brickwork.store;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import brickwork.source.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parameters in safetensors files: {@code layer1.weight} of shape [out, in], {@code layer1.bias} of shape [out] and so on. Numbers in F64,
 * F32, F16 or BF16 are converted to the precision of the network.
 */
public final class WeightsFile {

    /** How the name of a tensor ends that holds running variances. */
    private static final String VARIANCE = ".norm.variance";

    private final Path file;
    private final Map<String, Safetensors.Entry> entries;
    private final TensorNames names;

    private WeightsFile(Path file, Safetensors content, TensorNames names) {
        this.file = file;
        this.names = names;
        this.entries = new LinkedHashMap<>();
        content.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    /**
     * Reads the parameters of {@code network}.
     *
     * @throws BrokenFileException where the file cannot be read, is no whole safetensors file, is one of ours and has changed since, or
     *                             does not hold every tensor of the network in its shape, each number finite and no variance negative, and
     *                             no other tensor
     */
    public static Parameters read(Path file, Specification network) {
        return read(file, network, TensorNames.OWN);
    }

    /**
     * Reads the parameters of {@code network}, which the file has under these names.
     *
     * @throws BrokenFileException      as {@link #read(Path, Specification)}
     * @throws IllegalArgumentException where there is no pattern for a tensor of the network, or two would have the same name
     */
    public static Parameters read(Path file, Specification network, TensorNames names) {
        var read = SafetensorsReader.read(new ByteSource.InFile(file));
        if (read.seal() == SafetensorsReader.Seal.BROKEN && read.content().metadata().containsKey("brickwork")) {
            throw changed(file);
        }
        return new WeightsFile(file, read.content(), names).parameters(network);
    }

    /**
     * Writes parameters of {@code network} under these names, with the format {@code pt} in the metadata, which loaders for PyTorch ask
     * for. The file is there as a whole or not at all.
     *
     * @throws BrokenFileException      where it cannot be written
     * @throws IllegalArgumentException where there is no pattern for a tensor of the network, or two would have the same name
     */
    public static void write(Path file, Specification network, Parameters parameters, TensorNames names) {
        var named = names.of(network);
        var entries = new ArrayList<Safetensors.Entry>();
        for (var entry : entries(parameters)) {
            entries.add(new Safetensors.Entry(named.get(entries.size()), entry.type(), entry.shape(), entry.values()));
        }
        AtomicFile.write(file, new Safetensors(Map.of("format", "pt"), entries)::writeTo);
    }

    static BrokenFileException changed(Path file) {
        return new BrokenFileException(file, "it has changed since it was written: its digest is not that of its content",
                "copy or write the file again");
    }

    static Parameters parameters(Path file, Safetensors content, Specification network) {
        return new WeightsFile(file, content, TensorNames.OWN).parameters(network);
    }

    private Parameters parameters(Specification network) {
        var slots = network.feedForward().layers().stream().flatMap(layer -> layer.tensors().stream()).toList();
        var needed = new LinkedHashSet<>(names.of(network));
        for (var name : needed) {
            if (!entries.containsKey(name)) {
                throw broken("it has no tensor " + name, entries.keySet().stream().filter(found -> !needed.contains(found)).toList(), name);
            }
        }
        for (var name : entries.keySet()) {
            if (!needed.contains(name)) {
                throw broken("it has a tensor " + name + ", and the network has none of that name", List.copyOf(needed), name);
            }
        }
        var tensors = new ArrayList<Tensor>();
        for (var name : needed) {
            tensors.add(tensor(slots.get(tensors.size()), entries.get(name), network.precision()));
        }
        return new Parameters(network.precision(), tensors);
    }

    private Tensor tensor(TensorSpec slot, Safetensors.Entry entry, Precision precision) {
        if (!entry.shape().equals(slot.shape().extents())) {
            throw new BrokenFileException(file,
                    entry.name() + " is of shape " + entry.shape() + ", and the network needs " + slot.shape().extents(),
                    entry.shape().equals(slot.shape().extents().reversed())
                            ? "store it transposed, as [out, in]"
                            : "take the weights of a network with the same layers");
        }
        var values = new double[entry.values().length];
        for (var i = 0; i < values.length; i++) {
            values[i] = precision == Precision.F32 ? (float) entry.values()[i] : entry.values()[i];
            if (!Double.isFinite(values[i])) {
                throw notFinite(slot, entry.name(), i, entry.values()[i]);
            }
            if (values[i] < 0 && slot.name().endsWith(VARIANCE)) {
                throw new BrokenFileException(file, entry.name() + place(slot, i) + " is " + values[i] + ", and no variance is negative",
                        "take running variances as training left them");
            }
        }
        return new Tensor(slot.name(), slot.rows(), slot.columns(), slot.isVector(), values);
    }

    private BrokenFileException notFinite(TensorSpec slot, String name, int index, double value) {
        var place = place(slot, index);
        return Double.isFinite(value)
                ? new BrokenFileException(file, name + place + " is " + value + ", more than f32 holds", "write `precision f64`")
                : new BrokenFileException(file, name + place + " is " + value, "take weights that are finite");
    }

    private static String place(TensorSpec slot, int index) {
        return slot.isVector() ? "[" + index + "]" : "[" + index / slot.columns() + ", " + index % slot.columns() + "]";
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
