package brickwork.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object that is filled member by member and keeps their order. */
public final class JsonObject {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /**
     * Adds a member, or replaces the one of this name.
     *
     * @param value a text, number, truth value, enum constant (its name in lower case), another object, a map with texts as keys, a public
     *              record (its components, {@code dataLoss} as {@code data_loss}), an array of doubles, a collection or an optional of all
     *              these. Null, an empty optional and a number that is not finite are {@code null}
     * @return this object
     */
    public JsonObject put(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** The members by name, in order. */
    Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /**
     * The object as JSON (RFC 8259), on one line.
     *
     * @throws IllegalArgumentException where a value is none of what {@link #put} takes
     */
    public String write() {
        return Json.write(this);
    }
}
