package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pictures of the page about pictures are what its commands draw, byte for byte. {@code -Dpictures=update} writes them anew; look at
 * them then.
 */
class PicturesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/pictures.md");
    private static final Path IMAGES = Path.of("src/site/resources/images");
    private static final Pattern COMMAND = Pattern.compile("(?m)^nn (plot specs/.*) --output (\\S+\\.svg)$");

    @TempDir
    private Path folder;

    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(PAGE)).results().map(found -> found.group(1) + " --output " + found.group(2));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandDrawsThePictureThatIsShown(String command) throws IOException {
        var words = command.split(" ");
        var image = words[words.length - 1];
        var drawn = folder.resolve(image);
        words[words.length - 1] = drawn.toString();
        assertThat(nn((Object[]) words).exit()).isEqualTo(image.startsWith("exploding") ? 4 : 0);
        if ("update".equals(System.getProperty("pictures"))) {
            Files.copy(drawn, IMAGES.resolve(image), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(drawn).hasSameTextualContentAs(IMAGES.resolve(image));
    }

    @Test
    void everyImageIsMadeByACommandAndShown() throws IOException {
        var page = Files.readString(PAGE);
        try (var images = Files.list(IMAGES)) {
            var made = images.map(image -> image.getFileName().toString()).filter(image -> image.endsWith(".svg")).toList();
            assertThat(made).hasSizeGreaterThanOrEqualTo(12);
            assertThat(made).allSatisfy(image -> assertThat(page).contains("--output " + image, "(../resources/images/" + image + ")"));
        }
        assertThat(Files.readString(Path.of("README.md"))).contains("(src/site/resources/images/moons-boundary.svg)");
    }
}
