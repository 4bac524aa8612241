package brickwork.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One call of the command and what it answered. */
record CliRun(int exit, String out, String err) {

    static CliRun nn(Object... words) {
        return nnReading("", words);
    }

    /** One that finds {@code input} on standard input. */
    static CliRun nnReading(String input, Object... words) {
        var arguments = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of("nn"), Arrays.stream(arguments)).toList(), false);
        var exit = Main.run(console, arguments);
        return new CliRun(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The one JSON object on standard output. */
    Map<String, Object> json() {
        try {
            return JSON.std.mapFrom(out);
        } catch (IOException notJson) {
            throw new UncheckedIOException("not one JSON object: " + out, notJson);
        }
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(String key) {
        return (List<Map<String, Object>>) json().get(key);
    }
}
