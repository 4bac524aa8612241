package brickwork.report;

import brickwork.source.JsonText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as JSON (RFC 8259) on one line: what {@link JsonObject#put} takes. */
final class Json {

    private static final Pattern WORD_WITHIN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Json() {}

    static String write(Object value) {
        return switch (value) {
            case null -> "null";
            case Optional<?> optional -> write(optional.orElse(null));
            case OptionalDouble optional -> optional.isPresent() ? number(optional.getAsDouble()) : "null";
            case OptionalInt optional -> optional.isPresent() ? write(optional.getAsInt()) : "null";
            case Double number -> number(number);
            case Float number -> number(number.doubleValue());
            case Number number -> Long.toString(number.longValue());
            case Boolean truth -> truth.toString();
            case CharSequence text -> JsonText.quoted(text);
            case Enum<?> constant -> JsonText.quoted(constant.name().toLowerCase(Locale.ROOT));
            case JsonObject object -> members(object.members());
            case Map<?, ?> map -> members(map);
            case Record record -> members(components(record));
            case Collection<?> list -> list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            case double[] numbers -> Arrays.stream(numbers).mapToObj(Json::number).collect(Collectors.joining(",", "[", "]"));
            default -> throw new IllegalArgumentException("no JSON form for " + value.getClass().getName());
        };
    }

    private static String number(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "null";
    }

    private static String members(Map<?, ?> map) {
        return map.entrySet().stream().map(entry -> JsonText.quoted((CharSequence) entry.getKey()) + ":" + write(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** {@code dataLoss} becomes {@code data_loss}. */
    private static Map<String, Object> components(Record record) {
        var components = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            components.put(WORD_WITHIN.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT), value(record, component));
        }
        return components;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException("no JSON form for " + record.getClass().getName() + ", which is not public", hidden);
        }
    }
}
