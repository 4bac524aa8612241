package brickwork.store;

import java.util.List;
import java.util.Map;

/** A JSON value as the header of a weights file holds it; a number stays the text it was. */
sealed interface JsonValue {

    record Text(String value) implements JsonValue {}

    record Number(String literal) implements JsonValue {}

    record Array(List<JsonValue> items) implements JsonValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** Members in the order they were written. */
    record Members(Map<String, JsonValue> byName) implements JsonValue {}

    /** {@code true}, {@code false} or {@code null}. */
    record Word(String value) implements JsonValue {}
}
