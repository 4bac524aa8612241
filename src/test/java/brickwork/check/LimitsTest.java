package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void aTextWithManyFaultsIsToldInReasonableTime() {
        var text = "seed x;".repeat(9_000) + "let abcde = 1;".repeat(2_000);
        var outcome = Assertions.assertTimeout(Duration.ofSeconds(5), () -> Specs.check(text));
        assertThat(outcome).isInstanceOf(Outcome.Failure.class);
        assertThat(outcome.diagnostics()).hasSizeLessThan(300);
        assertThat(outcome.diagnostics().getLast().message()).contains("more faults from here on");
    }
}
