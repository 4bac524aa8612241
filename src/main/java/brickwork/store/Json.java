package brickwork.store;

import java.util.List;
import java.util.Map;

/** A JSON value as the header of a weights file holds it; a number stays the text it was. */
sealed interface Json {

    record Text(String value) implements Json {}

    record Number(String literal) implements Json {}

    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Members in the order they were written. */
    record Members(Map<String, Json> byName) implements Json {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String value) implements Json {}
}
