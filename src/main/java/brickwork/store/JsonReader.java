package brickwork.store;

import brickwork.source.JsonText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Walks through one JSON text (RFC 8259), value by value, and keeps nothing of it: whoever walks says what is to come, and refuses what is
 * too much.
 */
final class JsonReader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern FOUR_HEX = Pattern.compile("[0-9a-fA-F]{4}");
    private static final int END = -1;

    /** More digits may be more than a long holds. */
    private static final int MOST_DIGITS = 18;

    private final byte[] text;
    private int at;

    /** Reads a text in UTF-8, which {@link #isUtf8} has found to be one. */
    JsonReader(byte[] text) {
        this.text = text;
    }

    /** What is wrong with a text, and where. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 2;

        Fault(String what, int at) {
            super(what + " at byte " + at);
        }
    }

    /** Takes the value of a member whose name was read. */
    interface Member<E extends Exception> {
        void read(String name) throws Fault, E;
    }

    /** Takes an item of a list. */
    interface Item<E extends Exception> {
        void read() throws Fault, E;
    }

    /** Whether bytes are text in UTF-8, found out without making that text. */
    static boolean isUtf8(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(1 << 12);
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            result = decoder.decode(in, out.clear(), true);
        }
        return !result.isError();
    }

    /** Whether the next value begins with {@code c}. */
    boolean isNext(char c) {
        return peek() == c;
    }

    /** Walks through an object. */
    <E extends Exception> void members(Member<E> member) throws Fault, E {
        if (isEmpty('{', '}')) {
            return;
        }
        do {
            if (peek() != '"') {
                throw fault("a name in quotes is missing");
            }
            var name = string();
            expect(':');
            member.read(name);
        } while (goesOn('}'));
    }

    /** Walks through a list. */
    <E extends Exception> void items(Item<E> item) throws Fault, E {
        if (isEmpty('[', ']')) {
            return;
        }
        do {
            item.read();
        } while (goesOn(']'));
    }

    /** Reads the bracket that is next, and its end if nothing stands between. */
    private boolean isEmpty(char open, char close) throws Fault {
        expect(open);
        if (peek() != close) {
            return false;
        }
        at++;
        return true;
    }

    /** A string, which is next. */
    String string() throws Fault {
        var begin = at++;
        var from = at;
        StringBuilder before = null;
        while (at < text.length) {
            var c = text[at];
            if (c == '"') {
                var last = new String(text, from, at++ - from, StandardCharsets.UTF_8);
                return before == null ? last : before.append(last).toString();
            }
            if (c >= 0 && c < ' ') {
                throw fault("a control character in a string");
            }
            if (c == '\\') {
                before = before == null ? new StringBuilder() : before;
                if (at > from) {
                    before.append(new String(text, from, at - from, StandardCharsets.UTF_8));
                }
                at++;
                before.append(escaped());
                from = at;
            } else {
                at++;
            }
        }
        throw new Fault("a string that does not end begins", begin);
    }

    /** A whole number of at least 0, or -1 where what is next is anything else. */
    long wholeNumber() {
        peek();
        var begin = at;
        var number = 0L;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && at - begin <= MOST_DIGITS) {
            number = 10 * number + (text[at++] - '0');
        }
        var digits = at - begin;
        var goesOn = at < text.length && ".eE".indexOf(text[at]) >= 0;
        return digits == 0 || digits > MOST_DIGITS || goesOn || digits > 1 && text[begin] == '0' ? -1 : number;
    }

    /** Refuses anything that is still to come. */
    void end() throws Fault {
        if (peek() != END) {
            throw fault("more text after the end");
        }
    }

    /** The name of a member stands twice; its value began at {@code begin}. */
    Fault twice(String name, int begin) {
        return new Fault("the name " + JsonText.quoted(name) + " stands twice, the second time before its value", begin);
    }

    /** Where the reader is. */
    int at() {
        return at;
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

    private char escaped() throws Fault {
        var c = at < text.length ? (char) text[at++] : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                var hex = ahead(4);
                if (!FOUR_HEX.matcher(hex).matches()) {
                    throw fault("four hexadecimal digits are missing");
                }
                at += 4;
                yield (char) Integer.parseInt(hex, 16);
            }
            default -> throw fault("an unknown escape");
        };
    }

    /** A number, as it is written. */
    String number() throws Fault {
        peek();
        var end = at;
        while (end < text.length && "+-.0123456789eE".indexOf(text[end]) >= 0) {
            end++;
        }
        var number = ahead(end - at);
        if (!NUMBER.matcher(number).matches()) {
            throw fault("a value is missing");
        }
        at = end;
        return number;
    }

    /** So many bytes from here, or what there is of them. */
    private String ahead(int length) {
        return new String(text, at, Math.min(length, text.length - at), StandardCharsets.ISO_8859_1);
    }

    private void expect(char c) throws Fault {
        if (peek() != c) {
            throw fault("'" + c + "' is missing");
        }
        at++;
    }

    /** The next byte that is not white space, which stays to be read, or {@link #END}. */
    private int peek() {
        while (at < text.length && " \t\r\n".indexOf(text[at]) >= 0) {
            at++;
        }
        return at < text.length ? text[at] & 0xff : END;
    }

    private Fault fault(String what) {
        return new Fault(what, at);
    }
}
