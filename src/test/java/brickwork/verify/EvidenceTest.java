package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.model.Relation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void saysItsData() {
        var evidence = Evidence.of("{place} is {measured}, not {negated}, in {count} of {all:%.2f} for sample {sample}: {list}")
                .measured(1e-5)
                .required(Requirement.near(0.5, new Tolerance.Absolute(1e-3))).at("layer1").at("layer1.bias[3]").sample(4).with("count", 7)
                .with("all", 2.0).with("list", List.of(1.0, 2.5));

        assertThat(evidence.text()).isEqualTo("layer1.bias[3] is 1e-5, not 0.5 within 0.001, in 7 of 2.00 for sample 4: 1, 2.5");
        assertThat(evidence.places()).containsExactly("layer1", "layer1.bias[3]");
        assertThat(evidence.measured()).hasValue(1e-5);
    }

    @Test
    void beginsWithTheOuterPlaceAndEndsWithTheReplay() {
        var evidence = Evidence.of("{place} is off").at("layer1.weight[0][1]").in("step {5}", ": ")
                .replayed(new Replay.Hint(OptionalLong.of(3), Optional.of("nn train x.nn")));

        assertThat(evidence).hasToString("step {5}: layer1.weight[0][1] is off; seed 3; replay: nn train x.nn");
        assertThat(evidence.sentence()).isEqualTo("step {5}: layer1.weight[0][1] is off");
        assertThat(evidence.places()).containsExactly("step {5}", "layer1.weight[0][1]");
    }

    @Test
    void holdsOtherEvidence() {
        var inner = Evidence.of("it is {measured}").measured(3).replayed(new Replay.Hint(OptionalLong.empty(), Optional.of("nn x")));

        assertThat(Evidence.of("seed 4: {first}").with("first", inner).text()).isEqualTo("seed 4: it is 3");
    }

    @Test
    void keepsBracesOfAText() {
        assertThat(Evidence.literal("a {measured} {{b}} $1 \\").text()).isEqualTo("a {measured} {{b}} $1 \\");
    }

    @Test
    void mustHaveWhatItsWordsName() {
        assertThatThrownBy(Evidence.of("{measured} < {bound}").measured(2)::text).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no bound");
    }

    @Test
    void requirementsSpeakInTwoWays() {
        assertThat(Requirement.of(Relation.LESS, 2).text()).isEqualTo("< 2");
        assertThat(Requirement.of(Relation.EQUAL, 2)).extracting(Requirement::text, Requirement::negated).containsExactly("= 2", "2");
        assertThat(new Requirement.Between(0, 0.5).negated()).isEqualTo("between 0 and 0.5");
    }
}
