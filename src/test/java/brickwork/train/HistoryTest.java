package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static History history(int epochs) {
        var recorder = new HistoryRecorder(epochs);
        for (var e = 0; e < epochs; e++) {
            recorder.add(2.0 * e, e, Double.NaN, 0.1);
        }
        return recorder.history();
    }

    @Test
    void keepsARowAnEpoch() {
        var history = history(5000);

        assertThat(history).hasSize(5000);
        assertThat(history.getFirst()).isEqualTo(new HistoryRow(0, 0, 0, Double.NaN, 0.1));
        assertThat(history.get(4321)).isEqualTo(new HistoryRow(4321, 8642, 4321, Double.NaN, 0.1));
    }

    @Test
    void thinsEvenlyWithTheFirstAndTheLast() {
        var thinned = history(1_000_000).thinned(1000);

        assertThat(thinned).hasSize(1000);
        assertThat(thinned.getFirst().epoch()).isZero();
        assertThat(thinned.getLast().epoch()).isEqualTo(999_999);
        for (var i = 1; i < 1000; i++) {
            assertThat(thinned.get(i).epoch() - thinned.get(i - 1).epoch()).isBetween(1000, 1002);
        }
    }

    @Test
    void thinsToRowsThatAreAllDifferent() {
        assertThat(history(1001).thinned(1000).stream().map(HistoryRow::epoch)).doesNotHaveDuplicates().startsWith(0).endsWith(1000);
        assertThat(history(7).thinned(2).stream().map(HistoryRow::epoch)).containsExactly(0, 6);
    }

    @Test
    void doesNotThinWhatIsShortEnough() {
        assertThat(history(1000).thinned(1000)).hasSize(1000);
        assertThat(history(0).thinned(1000)).isEmpty();
        assertThatThrownBy(() -> history(3).thinned(1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("got 1");
    }

    @Test
    void growsWithoutEndFromWhereItWas() {
        var recorder = new HistoryRecorder(history(3));
        for (var e = 3; e < 4000; e++) {
            recorder.add(2.0 * e, e, Double.NaN, 0.1);
        }

        assertThat(recorder.history()).isEqualTo(history(4000));
        assertThat(recorder.last()).isEqualTo(recorder.history().getLast());
    }

    @Test
    void isMadeOfItsColumns() {
        var history = history(10);
        var columns = IntStream.range(0, History.COLUMNS.size()).mapToObj(history::column).toArray(double[][]::new);

        assertThat(History.of(columns)).isEqualTo(history);
        columns[1] = new double[9];
        assertThatThrownBy(() -> History.of(columns)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("of one length");
        assertThatThrownBy(() -> History.of(new double[1][10])).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("data_loss");
    }
}
