package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.SpecGenerator;
import brickwork.syntax.SpecTexts;
import brickwork.syntax.TextMutator;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Generated texts and damaged ones, one by one. How many, here and in the tests of single stages: {@code -Dtexts=1000000}. */
class ManyTextsTest {

    private static final int TEXTS = Integer.getInteger("texts", 100);

    @Test
    void textsAreSpecsOrAreRefused() {
        var specs = new SpecGenerator(21);
        var texts = new SpecTexts(22);
        var random = new Random(23);
        var accepted = 0;
        for (var i = 0; i < TEXTS; i++) {
            var text = switch (i % 4) {
                case 0 -> specs.spec();
                case 1 -> TextMutator.to(specs.spec(), 1 + i % 5, random);
                case 2 -> texts.valid();
                default -> texts.damaged(1 + i % 7);
            };
            accepted += TextProperties.hold(text) ? 1 : 0;
        }
        assertThat(accepted).as("specs among the texts").isBetween(TEXTS / 4, TEXTS / 2);
    }
}
