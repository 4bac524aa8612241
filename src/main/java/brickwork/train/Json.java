package brickwork.train;

import java.util.HexFormat;
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

    /** A JSON text of {@code value}: quotes, backslashes and control characters escaped, all else as it is. */
    static String quoted(String value) {
        var text = new StringBuilder(value.length() + 2).append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        text.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}
