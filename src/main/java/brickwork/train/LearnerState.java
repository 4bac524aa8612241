package brickwork.train;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A learner between two epochs, exactly.
 *
 * @param parameters what was learned
 * @param memory     what else it remembers as numbers, such as {@code layer1.weight.m}
 * @param notes      what else it remembers as text, by name; doubles as hexadecimal literals, so that they stay exact
 */
public record LearnerState(Parameters parameters, List<Tensor> memory, Map<String, String> notes) {

    public LearnerState {
        memory = List.copyOf(memory);
        notes = Map.copyOf(notes);
    }

    /**
     * A note.
     *
     * @throws IllegalArgumentException where there is none of that name
     */
    String note(String name) {
        var note = notes.get(name);
        if (note == null) {
            throw new IllegalArgumentException("it does not say its " + name);
        }
        return note;
    }
}
