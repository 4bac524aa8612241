package brickwork.train;

import brickwork.engine.EngineState;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A training at the end of an epoch, with all that it takes to go on as if it had never stopped.
 *
 * @param identity  the training it belongs to
 * @param epoch     epochs trained
 * @param steps     updates made
 * @param seconds   spent on them
 * @param engine    parameters and the optimizer's memory
 * @param rate      what the schedule remembers
 * @param stops     what the stop rules remember
 * @param history   all epochs so far
 */
record Checkpoint(RunIdentity identity, int epoch, long steps, double seconds, EngineState engine, RateSchedule.Memory rate,
        Stopping.Memory stops, History history) {

    private static final String FORMAT = "brickwork checkpoint 1";
    private static final String PARAMETERS = "parameters.";
    private static final String MEMORY = "memory.";
    private static final String BEST = "best.";

    /** As a file: numbers as tensors, the rest as metadata, doubles there as hexadecimal literals so that they stay exact. */
    Safetensors toFile() {
        var metadata = new TreeMap<String, String>();
        metadata.put("format", FORMAT);
        metadata.put("brickwork", Provenance.version());
        metadata.put("precision", engine.parameters().precision().name());
        metadata.put("spec", identity.spec());
        metadata.put("data", identity.data());
        metadata.put("initial", identity.initial());
        metadata.put("epoch", String.valueOf(epoch));
        metadata.put("steps", String.valueOf(steps));
        metadata.put("seconds", Double.toHexString(seconds));
        metadata.put("rate", Double.toHexString(rate.rate()) + " " + Double.toHexString(rate.best()) + " " + rate.idle());
        metadata.put("stopped_by", String.valueOf(stops.stoppedBy()));
        metadata.put("stops", String.valueOf(stops.rules().size()));
        for (var i = 0; i < stops.rules().size(); i++) {
            var rule = stops.rules().get(i);
            metadata.put("stop" + i, rule.count() + " " + Double.toHexString(rule.best()) + " " + rule.bestEpoch());
        }
        var entries = new ArrayList<Safetensors.Entry>();
        engine.parameters().tensors().forEach(tensor -> entries.add(entry(PARAMETERS, tensor)));
        engine.memory().forEach(tensor -> entries.add(entry(MEMORY, tensor)));
        stops.best().ifPresent(parameters -> parameters.tensors().forEach(tensor -> entries.add(entry(BEST, tensor))));
        entries.addAll(history.entries());
        return new Safetensors(metadata, entries);
    }

    /**
     * Reads what {@link #toFile()} made.
     *
     * @throws IllegalArgumentException where the file is whole but no checkpoint of this format
     */
    static Checkpoint of(Safetensors file) {
        var metadata = file.metadata();
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new IllegalArgumentException("it is no checkpoint of the kind this version writes (" + FORMAT + ")");
        }
        var precision = Precision.valueOf(value(metadata, "precision"));
        var epoch = Integer.parseInt(value(metadata, "epoch"));
        var identity = new RunIdentity(value(metadata, "spec"), value(metadata, "data"), value(metadata, "initial"));
        var engine = new EngineState(new Parameters(precision, tensors(file, PARAMETERS)), tensors(file, MEMORY));
        var rate = values(metadata, "rate");
        var rules = IntStream.range(0, Integer.parseInt(value(metadata, "stops"))).mapToObj(i -> stop(values(metadata, "stop" + i)))
                .toList();
        var best = Optional.of(tensors(file, BEST)).filter(tensors -> !tensors.isEmpty())
                .map(tensors -> new Parameters(precision, tensors));
        return new Checkpoint(identity, epoch, Long.parseLong(value(metadata, "steps")), Double.parseDouble(value(metadata, "seconds")),
                engine,
                new RateSchedule.Memory(Double.parseDouble(rate[0]), Double.parseDouble(rate[1]), Integer.parseInt(rate[2])),
                new Stopping.Memory(rules, Integer.parseInt(value(metadata, "stopped_by")), best), History.of(file, epoch));
    }

    private static StopRule.Memory stop(String[] values) {
        return new StopRule.Memory(Integer.parseInt(values[0]), Double.parseDouble(values[1]), Integer.parseInt(values[2]));
    }

    private static String value(Map<String, String> metadata, String key) {
        var value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it does not say its " + key);
        }
        return value;
    }

    private static String[] values(Map<String, String> metadata, String key) {
        var values = value(metadata, key).split(" ");
        if (values.length != 3) {
            throw new IllegalArgumentException("its " + key + " are not three numbers");
        }
        return values;
    }

    /** In F64 whatever the precision, which holds all numbers of both. */
    private static Safetensors.Entry entry(String prefix, Tensor tensor) {
        return new Safetensors.Entry(prefix + tensor.name(), ElementType.F64,
                tensor.bias() ? List.of(tensor.rows()) : List.of(tensor.rows(), tensor.columns()), tensor.values());
    }

    private static List<Tensor> tensors(Safetensors file, String prefix) {
        return file.entries().stream()
                .filter(entry -> entry.name().startsWith(prefix))
                .map(entry -> {
                    var bias = entry.shape().size() == 1;
                    return new Tensor(entry.name().substring(prefix.length()), entry.shape().getFirst(),
                            bias ? 1 : entry.shape().getLast(), bias, entry.values());
                })
                .toList();
    }
}
