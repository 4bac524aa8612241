package brickwork.store;

import brickwork.source.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Reads one JSON text (RFC 8259) and nothing beyond it: a name that stands twice in an object, nesting deeper than {@value #DEEPEST}, and
 * anything after the value but white space are faults.
 */
final class JsonReader {

    private static final int DEEPEST = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** What is wrong with a text, and where. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1;

        Fault(String what, int at) {
            super(what + " at character " + at);
        }
    }

    static JsonValue read(String text) throws Fault {
        var reader = new JsonReader(text);
        var value = reader.value(0);
        if (reader.peek() != END) {
            throw reader.fault("more text after the end");
        }
        return value;
    }

    private static final int END = -1;

    private JsonValue value(int depth) throws Fault {
        if (depth > DEEPEST) {
            throw fault("nesting deeper than " + DEEPEST);
        }
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> array(depth);
            case '"' -> new JsonValue.Text(string());
            case 't', 'f', 'n' -> new JsonValue.Word(token(WORD, "true, false or null"));
            default -> new JsonValue.Number(token(NUMBER, "a value"));
        };
    }

    private JsonValue members(int depth) throws Fault {
        var members = new LinkedHashMap<String, JsonValue>();
        at++;
        if (peek() == '}') {
            at++;
            return new JsonValue.Members(members);
        }
        do {
            if (peek() != '"') {
                throw fault("a name in quotes is missing");
            }
            var begin = at;
            var name = string();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new Fault("the name " + JsonText.quoted(name) + " stands twice, the second time", begin);
            }
        } while (goesOn('}'));
        return new JsonValue.Members(Collections.unmodifiableMap(members));
    }

    private JsonValue array(int depth) throws Fault {
        var items = new ArrayList<JsonValue>();
        at++;
        if (peek() == ']') {
            at++;
            return new JsonValue.Array(items);
        }
        do {
            items.add(value(depth + 1));
        } while (goesOn(']'));
        return new JsonValue.Array(items);
    }

    /** Takes a comma, or the closing bracket that ends the list. */
    private boolean goesOn(char close) throws Fault {
        var next = peek();
        if (next != ',' && next != close) {
            throw fault("a comma or '" + close + "' is missing");
        }
        at++;
        return next == ',';
    }

    private String string() throws Fault {
        var begin = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            var c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                at--;
                throw fault("a control character in a string");
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw new Fault("a string that does not end begins", begin);
    }

    private char escaped() throws Fault {
        var c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) Integer.parseInt(token(FOUR_HEX, "four hexadecimal digits"), 16);
            default -> throw fault("an unknown escape");
        };
    }

    private static final Pattern FOUR_HEX = Pattern.compile("[0-9a-fA-F]{4}");

    private String token(Pattern pattern, String expected) throws Fault {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw fault(expected + " is missing");
        }
        at = matcher.end();
        return matcher.group();
    }

    private void expect(char c) throws Fault {
        if (peek() != c) {
            throw fault("'" + c + "' is missing");
        }
        at++;
    }

    /** The next character that is not white space, which stays to be read, or {@link #END}. */
    private int peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }

    private Fault fault(String what) {
        return new Fault(what, at);
    }
}
