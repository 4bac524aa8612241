package brickwork.store;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.model.Precision;
import brickwork.train.History;
import brickwork.train.LearnerState;
import brickwork.train.StoppingState;
import brickwork.train.TrainingState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A state of a training, and which training it is of.
 *
 * @param identity the training it belongs to
 * @param state    as it stood at the end of an epoch
 */
record Checkpoint(RunIdentity identity, TrainingState state) {

    private static final String FORMAT = "brickwork checkpoint 1";
    private static final String PARAMETERS = "parameters.";
    private static final String MEMORY = "memory.";
    private static final String BEST = "best.";
    private static final String HISTORY = "history.";
    private static final String STOP = "stop";
    private static final List<String> OWN = List.of("format", "brickwork", "precision", "spec", "data", "initial", "epoch", "seconds",
            "stopped_by", "stops", SafetensorsHeader.DIGEST);

    /** As a file: numbers as tensors, the rest as metadata, doubles there as hexadecimal literals so that they stay exact. */
    Safetensors toFile() {
        var parameters = state.learner().parameters();
        var stopping = state.stopping();
        var metadata = new TreeMap<>(state.learner().notes());
        metadata.put("format", FORMAT);
        metadata.put("brickwork", Provenance.version());
        metadata.put("precision", parameters.precision().name());
        metadata.put("spec", identity.spec());
        metadata.put("data", identity.data());
        metadata.put("initial", identity.initial());
        metadata.put("epoch", String.valueOf(state.epochs()));
        metadata.put("seconds", Double.toHexString(state.seconds()));
        metadata.put("stopped_by", String.valueOf(stopping.stoppedBy()));
        metadata.put("stops", String.valueOf(stopping.rules().size()));
        for (var i = 0; i < stopping.rules().size(); i++) {
            var rule = stopping.rules().get(i);
            metadata.put(STOP + i, rule.count() + " " + Double.toHexString(rule.best()) + " " + rule.bestEpoch());
        }
        var entries = new ArrayList<Safetensors.Entry>();
        parameters.tensors().forEach(tensor -> entries.add(entry(PARAMETERS, tensor)));
        state.learner().memory().forEach(tensor -> entries.add(entry(MEMORY, tensor)));
        stopping.best().ifPresent(best -> best.tensors().forEach(tensor -> entries.add(entry(BEST, tensor))));
        for (var c = 0; c < (state.history().isValidated() ? History.COLUMNS.size() : History.VALIDATION); c++) {
            entries.add(Safetensors.Entry.of(HISTORY + History.COLUMNS.get(c), state.history().column(c)));
        }
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
        var epochs = Integer.parseInt(value(metadata, "epoch"));
        var identity = new RunIdentity(value(metadata, "spec"), value(metadata, "data"), value(metadata, "initial"));
        var stops = Integer.parseInt(value(metadata, "stops"));
        if (stops < 0 || stops > metadata.size()) {
            throw new IllegalArgumentException("it cannot remember " + stops + " stop rules");
        }
        var rules = IntStream.range(0, stops).mapToObj(i -> rule(value(metadata, STOP + i))).toList();
        var best = Optional.of(tensors(file, BEST)).filter(tensors -> !tensors.isEmpty())
                .map(tensors -> new Parameters(precision, tensors));
        var learner = new LearnerState(new Parameters(precision, tensors(file, PARAMETERS)), tensors(file, MEMORY), notes(metadata, stops));
        return new Checkpoint(identity, new TrainingState(epochs, Double.parseDouble(value(metadata, "seconds")), learner,
                new StoppingState(rules, Integer.parseInt(value(metadata, "stopped_by")), best), history(file, epochs)));
    }

    /** What is none of the training's own is the learner's. */
    private static Map<String, String> notes(Map<String, String> metadata, int stops) {
        var notes = new TreeMap<>(metadata);
        notes.keySet().removeAll(OWN);
        notes.keySet().removeAll(IntStream.range(0, stops).mapToObj(i -> STOP + i).toList());
        return notes;
    }

    private static StoppingState.Rule rule(String text) {
        var values = text.split(" ");
        if (values.length != 3) {
            throw new IllegalArgumentException("what a stop rule remembers is not three numbers: " + Arrays.toString(values));
        }
        return new StoppingState.Rule(Integer.parseInt(values[0]), Double.parseDouble(values[1]), Integer.parseInt(values[2]));
    }

    private static String value(Map<String, String> metadata, String key) {
        var value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("it does not say its " + key);
        }
        return value;
    }

    private static History history(Safetensors file, int epochs) {
        return History.of(History.COLUMNS.stream().map(name -> file.entry(HISTORY + name).map(Safetensors.Entry::values)
                .or(() -> History.COLUMNS.indexOf(name) < History.VALIDATION ? Optional.empty() : Optional.of(unknown(epochs)))
                .filter(values -> values.length == epochs)
                .orElseThrow(() -> new IllegalArgumentException("it has no " + HISTORY + name + " of " + epochs + " epochs")))
                .toArray(double[][]::new));
    }

    private static double[] unknown(int epochs) {
        var values = new double[epochs];
        Arrays.fill(values, Double.NaN);
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
                    if (entry.shape().isEmpty() || entry.shape().size() > 2) {
                        throw new IllegalArgumentException(entry.name() + " has " + entry.shape().size() + " dimensions");
                    }
                    var bias = entry.shape().size() == 1;
                    return new Tensor(entry.name().substring(prefix.length()), entry.shape().getFirst(),
                            bias ? 1 : entry.shape().getLast(), bias, entry.values());
                })
                .toList();
    }
}
