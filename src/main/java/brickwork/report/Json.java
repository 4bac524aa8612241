package brickwork.report;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes maps, collections, arrays, texts, numbers and truth values as JSON (RFC 8259). A number that is not finite is null. */
public final class Json {

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /** One JSON value on one line; maps keep their order. */
    public static String write(Object value) {
        var json = new Json();
        json.value(value);
        return json.out.toString();
    }

    private void value(Object value) {
        switch (value) {
            case null -> out.append("null");
            case Optional<?> optional -> value(optional.orElse(null));
            case OptionalDouble optional -> value(optional.isPresent() ? optional.getAsDouble() : null);
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case Number number -> out.append(number.longValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Map<?, ?> map -> object(map);
            case Collection<?> list -> array(list);
            case double[] numbers -> array(numbers);
            case CharSequence text -> text(text);
            case Enum<?> constant -> text(constant.name());
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        }
    }

    private void number(double number) {
        if (Double.isFinite(number)) {
            out.append(number);
        } else {
            out.append("null");
        }
    }

    private void object(Map<?, ?> map) {
        var separator = '{';
        for (var entry : map.entrySet()) {
            out.append(separator);
            text((CharSequence) entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private void array(Collection<?> list) {
        var separator = '[';
        for (var element : list) {
            out.append(separator);
            value(element);
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void array(double[] numbers) {
        out.append('[');
        for (var i = 0; i < numbers.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            number(numbers[i]);
        }
        out.append(']');
    }

    private void text(CharSequence text) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || Character.isSurrogate(c) && !isPaired(text, i)) {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(CharSequence text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
