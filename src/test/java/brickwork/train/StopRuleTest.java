package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Metric;
import brickwork.model.Relation;
import brickwork.model.Training.Stop;
import brickwork.source.Origin;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StopRuleTest {

    private static int endsAfter(StopRule rule, double... values) {
        for (var epoch = 0; epoch < values.length; epoch++) {
            if (rule.observe(epoch, values[epoch])) {
                return epoch;
            }
        }
        return -1;
    }

    private static StopRule when(Metric metric, Relation relation, double value, int epochs) {
        return new StopRule(new Stop.When(metric, relation, value, epochs, Origin.NONE));
    }

    private static StopRule stalls(Metric metric, int epochs) {
        return new StopRule(new Stop.Stalls(metric, epochs, true, Origin.NONE));
    }

    @Test
    void whenEndsAtTheFirstEpochThatHolds() {
        assertThat(endsAfter(when(Metric.LOSS, Relation.LESS, 0.5, 1), 0.9, 0.5, 0.4)).isEqualTo(2);
        assertThat(endsAfter(when(Metric.ACCURACY, Relation.GREATER_OR_EQUAL, 1, 1), 0.9, 0.99)).isEqualTo(-1);
    }

    @Test
    void whenForSeveralEpochsNeedsThemRunning() {
        assertThat(endsAfter(when(Metric.LOSS, Relation.LESS, 0.5, 3), 0.4, 0.4, 0.6, 0.4, 0.4, Double.NaN, 0.4, 0.4, 0.4)).isEqualTo(8);
    }

    @Test
    void stallsCountsEpochsThatAreNotStrictlyBetter() {
        assertThat(endsAfter(stalls(Metric.LOSS, 2), 3, 2, 2, 1, 1, 1)).isEqualTo(5);
        assertThat(endsAfter(stalls(Metric.ACCURACY, 2), 0.5, 0.6, 0.5, 0.7, 0.7, 0.7)).isEqualTo(5);
        assertThat(endsAfter(stalls(Metric.LOSS, 3), 1, 2, 3)).isEqualTo(-1);
    }

    @Test
    void stallsKnowsItsBestEpochTheFirstOfEquals() {
        var rule = stalls(Metric.R2, 10);
        endsAfter(rule, Double.NaN, 0.1, 0.7, 0.7, 0.2);

        assertThat(rule.seen()).isEqualTo(new StoppingState.Rule(2, 0.7, 2));
    }

    @Test
    void stallsOfAMetricWithoutValuesHasNoBest() {
        var rule = stalls(Metric.ACCURACY, 2);

        assertThat(endsAfter(rule, Double.NaN, Double.NaN)).isEqualTo(1);
        assertThat(rule.seen().bestEpoch()).isEqualTo(-1);
    }

    @Test
    void infiniteLossesAreBetterThanNoneAndWorseThanAnyNumber() {
        var rule = stalls(Metric.LOSS, 9);
        endsAfter(rule, Double.POSITIVE_INFINITY, 1e300);

        assertThat(rule.seen().bestEpoch()).isEqualTo(1);
    }

    @Test
    void aRuleGoesOnFromWhatItRemembered() {
        var values = new double[] {5, 4, 4, 3, 3, 3, 3};
        for (var cut = 0; cut < values.length; cut++) {
            var before = stalls(Metric.LOSS, 3);
            endsAfter(before, Arrays.copyOf(values, cut));
            var after = stalls(Metric.LOSS, 3);
            after.restore(before.seen());
            var ended = -1;
            for (var epoch = cut; epoch < values.length; epoch++) {
                ended = ended < 0 && after.observe(epoch, values[epoch]) ? epoch : ended;
            }
            assertThat(ended).isEqualTo(6);
            assertThat(after.seen().bestEpoch()).isEqualTo(3);
        }
    }
}
