package brickwork.data;

import static brickwork.data.Sources.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.model.DataSource;
import brickwork.source.Origin;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShippedSourceTest {

    @Test
    void irisIsWholeAndKnowsItsClasses() {
        var dataset = Sources.network(new DataSource.Iris(Origin.NONE), 4, 3, SOFTMAX).prepared();
        var inputs = Sources.inputs(dataset.train());
        assertThat(inputs).hasDimensions(150, 4);
        assertThat(dataset.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(Sources.labels(dataset.train())).isEqualTo(IntStream.range(0, 150).map(i -> i / 50).toArray());
        assertThat(inputs[0]).containsExactly(5.1, 3.5, 1.4, 0.2);
        assertThat(inputs[149]).containsExactly(5.9, 3.0, 5.1, 1.8);
        assertThat(column(inputs, 0)).isCloseTo(876.5, within(1e-9));
        assertThat(column(inputs, 1)).isCloseTo(458.6, within(1e-9));
        assertThat(column(inputs, 2)).isCloseTo(563.7, within(1e-9));
        assertThat(column(inputs, 3)).isCloseTo(179.9, within(1e-9));
    }

    @Test
    void digitsAreWhole() {
        var dataset = Sources.network(new DataSource.Digits(Origin.NONE), 64, 10, SOFTMAX).prepared();
        var inputs = Sources.inputs(dataset.train());
        assertThat(inputs).hasDimensions(1797, 64);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(Arrays.stream(inputs).flatMapToDouble(Arrays::stream).sum()).isEqualTo(561718);
        assertThat(Arrays.stream(inputs).flatMapToDouble(Arrays::stream)).allMatch(x -> x >= 0 && x <= 16 && x == Math.rint(x));
        var counts = new int[10];
        Arrays.stream(Sources.labels(dataset.train())).forEach(label -> counts[label]++);
        assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    }

    private static double column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).sum();
    }
}
