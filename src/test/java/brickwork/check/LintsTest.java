package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LintsTest {

    @Test
    void judgesTheValueThatIsSet() {
        var text = "let r = 0.1\nlayer 2 -> 1 linear\nloss mse\noptimizer sgd rate r";
        assertThat(Specs.summary(Specs.check(text, Map.of("r", 11.0), OptionalLong.empty()))).isEqualTo("NN104@4:20");
    }
}
