package brickwork.exchange;

import brickwork.store.BrokenFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The lines of an {@code .nnet} file: numbers with commas between, and comments that begin with {@code //}. */
final class NnetLines {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,5})?");
    /** Longer than any number is written. */
    private static final int LONGEST = 200;

    private final Path file;
    private final byte[] bytes;
    private int at;
    private int end;
    private int next;
    private int line;

    NnetLines(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** How many bytes are left in the file. */
    int left() {
        return bytes.length - next;
    }

    /** Goes to the next line that is neither empty nor a comment; false at the end of the file. */
    boolean next() {
        while (next < bytes.length) {
            at = next;
            end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            next = Math.min(end + 1, bytes.length);
            line++;
            skipBlanks();
            if (at < end && !(bytes[at] == '/' && at + 1 < end && bytes[at + 1] == '/')) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line, which must be there and holds {@code what}. */
    void require(String what) {
        if (!next()) {
            throw new BrokenFileException(file, "it ends after line " + line + ", before " + what, "copy the file again");
        }
    }

    /** Reads a count of at least 1. */
    int count(String what) {
        var text = text(what);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
            throw broken(what + " is " + ForeignName.shown(text) + ", and should be a whole number from 1 on");
        }
        return Integer.parseInt(text);
    }

    /** Reads a number, as the nearest of double precision. */
    double number(String what) {
        return finite(what, Double.parseDouble(decimal(what)));
    }

    /** Reads a number, as the nearest of single precision. */
    float single(String what) {
        return (float) finite(what, Float.parseFloat(decimal(what)));
    }

    private String decimal(String what) {
        var text = text(what);
        if (!NUMBER.matcher(text).matches()) {
            throw broken(what + " is " + ForeignName.shown(text) + ", which is no number");
        }
        return text;
    }

    private double finite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw broken(what + " is larger than its type holds");
        }
        return value;
    }

    private String text(String what) {
        if (at == end) {
            throw broken(what + " is missing");
        }
        var from = at;
        while (at < end && bytes[at] != ',') {
            at++;
        }
        if (at - from > LONGEST) {
            throw broken(what + " has " + (at - from) + " characters");
        }
        var text = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1).strip();
        at = Math.min(at + 1, end);
        skipBlanks();
        return text;
    }

    /** The line must hold nothing more. */
    void requireEnd() {
        if (at < end) {
            throw broken("there are more numbers than expected");
        }
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
    }

    /** As messages name this place. */
    String place() {
        return "line " + line;
    }

    BrokenFileException broken(String what) {
        return new BrokenFileException(file, place() + ": " + what, "copy the file again");
    }
}
