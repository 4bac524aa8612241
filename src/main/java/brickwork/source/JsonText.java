package brickwork.source;

import java.util.HexFormat;

/** Texts as JSON writes them (RFC 8259). */
public final class JsonText {

    private JsonText() {}

    /** The text in quotes: quotes, backslashes, control characters and lone halves of surrogate pairs escaped, all else as it is. */
    public static String quoted(CharSequence text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        out.append("\\u").append(HexFormat.of().toHexDigits((char) c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
