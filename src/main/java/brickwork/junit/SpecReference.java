package brickwork.junit;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.source.InvalidSpecException;
import brickwork.store.BrokenFileException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The arguments of an annotation: which spec, under which constants and seed. */
record SpecReference(String file, List<String> set, OptionalLong seed) {

    private static final Pattern ASSIGNMENT = Pattern
            .compile("\\s*(\\w+)\\s*=\\s*([+-]?\\d[\\d_]*(\\.\\d[\\d_]*)?([eE][+-]?\\d+)?)(%?)\\s*");

    static SpecReference of(NeuralSpecTest annotation) {
        return of(annotation.value(), annotation.set(), annotation.seed());
    }

    static SpecReference of(NeuralSpecSource annotation) {
        return of(annotation.value(), annotation.set(), annotation.seed());
    }

    private static SpecReference of(String file, String[] set, long[] seed) {
        if (seed.length > 1) {
            throw new ExtensionConfigurationException("\"" + file + "\" is run under one seed, got seed = " + Arrays.toString(seed));
        }
        return new SpecReference(file, List.of(set), LongStream.of(seed).findFirst());
    }

    /** Reads and compiles the spec, which may read the data in its folder. */
    NeuralSpec load() {
        var brickwork = Brickwork.standard().withExtensions().withThreads(Runtime.getRuntime().availableProcessors());
        for (var assignment : set) {
            var parts = ASSIGNMENT.matcher(assignment);
            if (!parts.matches()) {
                throw new ExtensionConfigurationException("set takes NAME=VALUE with a number, as in set = \"steps=10000\", got set = \""
                        + assignment + "\" for \"" + file + "\"");
            }
            var number = Double.parseDouble(parts.group(2).replace("_", ""));
            brickwork = brickwork.withConstant(parts.group(1), parts.group(5).isEmpty() ? number : number / 100);
        }
        try {
            return (seed.isPresent() ? brickwork.withSeed(seed.getAsLong()) : brickwork).load(path());
        } catch (InvalidSpecException refused) {
            throw new ExtensionConfigurationException("\"" + file + "\": the spec is refused:\n" + refused.getMessage(), refused);
        } catch (BrokenFileException unreadable) {
            throw new ExtensionConfigurationException("the spec cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Path path() {
        try {
            var path = Path.of(file);
            if (Files.isRegularFile(path)) {
                return path;
            }
            throw new ExtensionConfigurationException("there is no spec \"" + file + "\"; it was sought as " + path.toAbsolutePath());
        } catch (InvalidPathException noName) {
            throw new ExtensionConfigurationException("\"" + file + "\" is no name of a file: " + noName.getReason(), noName);
        }
    }
}
