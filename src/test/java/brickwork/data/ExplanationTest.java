package brickwork.data;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "NN2.*")
    void everyCodeOfThisPackageHasItsStory(Code code) throws IOException {
        try (var stream = Code.class.getResourceAsStream("/brickwork/explain/" + code + ".md")) {
            assertThat(stream).isNotNull();
            var story = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(story).startsWith("# " + code + ": " + code.title() + "\n").contains("\nCure: ", "```\n");
            assertThat(story.lines().count()).isBetween(8L, 24L);
        }
    }
}
