package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.Dataset;
import brickwork.data.FileAccess;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A folder of the test resources with a spec, its data, the weights it begins with and the numbers another program found for it. */
record CaseFolder(Path folder) {

    static CaseFolder named(String name) {
        return new CaseFolder(root().resolve(name));
    }

    /** All folders that hold what PyTorch found, named by activations, loss, optimizer, schedule and clipping. */
    static List<CaseFolder> all() {
        try (var folders = Files.list(root().resolve("pytorch"))) {
            return folders.sorted().map(CaseFolder::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(CaseFolder.class.getResource("/cases").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A spec of the folder's with the samples it names, ready to be trained. */
    record Prepared(Specification network, Dataset dataset) {}

    Prepared prepare(Map<String, Double> constants) throws IOException {
        var file = folder.resolve("spec.nn");
        var parsed = SpecParser.parse(new SourceText(file.toString(), Files.readString(file)));
        var library = new DataLibrary(new FileAccess.Folder(folder));
        var network = successful(Checker.check(parsed, constants, OptionalLong.empty(), library));
        return new Prepared(network, successful(library.prepare(network)));
    }

    private static <T> T successful(Outcome<T> outcome) {
        assertThat(outcome.errors()).isEmpty();
        return ((Outcome.Success<T>) outcome).value();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Map<String, Object> expected() throws IOException {
        return JSON.std.mapFrom(Files.readString(file("expected.json")));
    }

    /** The numbers of a list of numbers or of lists of them, in their order. */
    static double[] numbers(Object list) {
        return flat(list).mapToDouble(Number::doubleValue).toArray();
    }

    private static Stream<Number> flat(Object value) {
        return value instanceof Number number ? Stream.of(number) : ((List<?>) value).stream().flatMap(CaseFolder::flat);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
