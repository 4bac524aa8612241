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
    void when_ends_at_the_first_epoch_that_holds() {
        assertThat(endsAfter(when(Metric.LOSS, Relation.LESS, 0.5, 1), 0.9, 0.5, 0.4)).isEqualTo(2);
        assertThat(endsAfter(when(Metric.ACCURACY, Relation.GREATER_OR_EQUAL, 1, 1), 0.9, 0.99)).isEqualTo(-1);
    }

    @Test
    void when_for_several_epochs_needs_them_running() {
        assertThat(endsAfter(when(Metric.LOSS, Relation.LESS, 0.5, 3), 0.4, 0.4, 0.6, 0.4, 0.4, Double.NaN, 0.4, 0.4, 0.4)).isEqualTo(8);
    }

    @Test
    void stalls_counts_epochs_that_are_not_strictly_better() {
        assertThat(endsAfter(stalls(Metric.LOSS, 2), 3, 2, 2, 1, 1, 1)).isEqualTo(5);
        assertThat(endsAfter(stalls(Metric.ACCURACY, 2), 0.5, 0.6, 0.5, 0.7, 0.7, 0.7)).isEqualTo(5);
        assertThat(endsAfter(stalls(Metric.LOSS, 3), 1, 2, 3)).isEqualTo(-1);
    }

    @Test
    void stalls_knows_its_best_epoch_the_first_of_equals() {
        var rule = stalls(Metric.R2, 10);
        endsAfter(rule, Double.NaN, 0.1, 0.7, 0.7, 0.2);

        assertThat(rule.memory()).isEqualTo(new StopRule.Memory(2, 0.7, 2));
    }

    @Test
    void stalls_of_a_metric_without_values_has_no_best() {
        var rule = stalls(Metric.ACCURACY, 2);

        assertThat(endsAfter(rule, Double.NaN, Double.NaN)).isEqualTo(1);
        assertThat(rule.memory().bestEpoch()).isEqualTo(-1);
    }

    @Test
    void infinite_losses_are_better_than_none_and_worse_than_any_number() {
        var rule = stalls(Metric.LOSS, 9);
        endsAfter(rule, Double.POSITIVE_INFINITY, 1e300);

        assertThat(rule.memory().bestEpoch()).isEqualTo(1);
    }

    @Test
    void a_rule_goes_on_from_what_it_remembered() {
        var values = new double[] {5, 4, 4, 3, 3, 3, 3};
        for (var cut = 0; cut < values.length; cut++) {
            var before = stalls(Metric.LOSS, 3);
            endsAfter(before, Arrays.copyOf(values, cut));
            var after = stalls(Metric.LOSS, 3);
            after.restore(before.memory());
            var ended = -1;
            for (var epoch = cut; epoch < values.length; epoch++) {
                ended = ended < 0 && after.observe(epoch, values[epoch]) ? epoch : ended;
            }
            assertThat(ended).isEqualTo(6);
            assertThat(after.memory().bestEpoch()).isEqualTo(3);
        }
    }
}
