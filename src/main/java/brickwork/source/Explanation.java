package brickwork.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The long story of a code: what it means, a text that earns it, and the cure. */
public final class Explanation {

    private Explanation() {}

    /** Markdown of ten to thirty lines, the first of which names the code and its title. */
    public static String of(Code code) {
        var resource = "/brickwork/explain/" + code + ".md";
        try (var stream = Explanation.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the explanation " + resource + " is missing from this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
