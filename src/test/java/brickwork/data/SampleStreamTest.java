package brickwork.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host program gives as a stream, and what is told of one that is broken. */
class SampleStreamTest {

    private static final double[][] ROWS = {{1, 2, 0}, {3, 4, 1}, {5, 6, 1}};

    @TempDir
    private Path folder;

    private static List<double[]> read(SampleStream stream) {
        var rows = new ArrayList<double[]>();
        try (var reader = new StreamReader(stream, StreamReader.UNCOUNTED, () -> {})) {
            while (reader.next()) {
                var row = Arrays.copyOf(reader.inputs, reader.inputs.length + reader.targets.length);
                System.arraycopy(reader.targets, 0, row, reader.inputs.length, reader.targets.length);
                rows.add(row);
            }
        }
        return rows;
    }

    private static SampleStream stream(double[]... rows) {
        return SampleStream.ofRows(2, 1, () -> Stream.of(rows));
    }

    @Test
    void rowsComeOneByOneOrInBlocks() {
        var floats = new float[][] {{1, 2, 0}, {3, 4, 1}};

        assertThat(read(stream(ROWS))).containsExactly(ROWS);
        assertThat(read(SampleStream.ofIterators(2, 1, () -> List.of(ROWS).iterator()))).containsExactly(ROWS);
        assertThat(read(SampleStream.ofBlocks(2, 1, () -> Stream.of(new double[][] {ROWS[0]}, new double[0][], new double[][] {ROWS[1],
                ROWS[2]})))).containsExactly(ROWS);
        assertThat(read(SampleStream.ofFloatBlocks(2, 1, () -> Stream.of(floats, new float[][] {{5, 6, 1}})))).containsExactly(ROWS);
    }

    @Test
    void whatIsOpenedIsClosed() {
        var closed = new ArrayList<String>();
        var rows = SampleStream.ofRows(2, 1, () -> Stream.of(ROWS).onClose(() -> closed.add("rows")));
        var broken = SampleStream.ofRows(2, 1, () -> Stream.of(new double[] {1, Double.NaN, 0}).onClose(() -> closed.add("broken")));

        read(rows);
        assertThatThrownBy(() -> read(broken)).isInstanceOf(BrokenStreamException.class);

        assertThat(closed).containsExactly("rows", "broken");
    }

    @Test
    void aStreamThatIsReadOnceIsCollected() {
        var once = Stream.of(ROWS);

        var table = SampleTable.collect(SampleStream.ofRows(2, 1, () -> once));

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.inputs().at(2, 1)).isEqualTo(6);
        assertThatThrownBy(() -> SampleTable.collect(SampleStream.ofRows(2, 1, () -> once))).isInstanceOf(BrokenStreamException.class)
                .hasMessageStartingWith("row 1 of the stream: the source failed: IllegalStateException: stream has already");
        assertThatThrownBy(() -> SampleTable.collect(stream())).hasMessage(
                "the stream of samples: it has no rows; give it one at least");
    }

    @Test
    void collectedClassesAreClasses() {
        var table = SampleTable.collect(stream(ROWS).withClasses(List.of("no", "yes")));

        assertThat(table.labels().orElseThrow().names()).containsExactly("no", "yes");
        assertThat(table.labels().orElseThrow().labels()).containsExactly(0, 1, 1);
    }

    @Test
    void aFaultIsToldByRow() {
        assertThatThrownBy(() -> read(stream(ROWS[0], new double[] {1, 2}))).isInstanceOf(BrokenStreamException.class).hasMessage(
                "row 2 of the stream: the source failed: IllegalArgumentException: a row needs 2 inputs and 1 targets, got 2 numbers;"
                        + " mend the source; a training with a run folder then goes on where it was");
        assertThatThrownBy(() -> read(stream(ROWS[0], new double[] {1, Double.POSITIVE_INFINITY, 0})))
                .hasMessageContaining("row 2 of the stream: input 2: Infinity is not a finite number");
        assertThatThrownBy(() -> read(stream(ROWS[0], new double[] {1, 0, Double.NaN})))
                .hasMessageContaining("row 2 of the stream: target 1: NaN is not a finite number");
        assertThatThrownBy(() -> read(stream(ROWS[0], new double[] {1, 0, 2}).withClasses(List.of("no", "yes"))))
                .hasMessageContaining("row 2 of the stream: 2.0 is no class; give a whole number from 0 to 1")
                .extracting(e -> ((BrokenStreamException) e).row().orElseThrow()).isEqualTo(1L);
        assertThatThrownBy(() -> read(SampleStream.ofIterators(2, 1, () -> Arrays.asList(ROWS[0], null).iterator())))
                .hasMessageContaining("row 2 of the stream: the source failed: NullPointerException: rows are needed");
        assertThatThrownBy(() -> read(SampleStream.ofRows(2, 1, () -> null))).isInstanceOf(BrokenStreamException.class);
    }

    @Test
    void whatTheSourceThrowsIsTheCause() {
        var gone = new IOException("the disk is gone\nfor ever");
        var stream = new SampleStream() {
            @Override
            public int inputs() {
                return 2;
            }

            @Override
            public int targets() {
                return 1;
            }

            @Override
            public Cursor open() {
                return (_, _) -> {
                    throw gone;
                };
            }
        };

        assertThatThrownBy(() -> read(stream)).isInstanceOf(BrokenStreamException.class).hasCause(gone)
                .hasMessageContaining("row 1 of the stream: the source failed: IOException: the disk is gone for ever;");
    }

    @Test
    void widthsAndClassesMustMakeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleStream.ofRows(0, 1, Stream::empty))
                .withMessageContaining("got 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> stream().withClasses(List.of("one"))).withMessageContaining("[one]");
    }

    @Test
    void aCsvFileIsReadRowByRow() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "x;y;kind;z\n1;2;b;0.5\n3;4;a;1.5\n\n5;6;b;2.5\n");

        var classes = SampleStream.ofCsv(file, List.of("kind"), List.of());
        var numbers = SampleStream.ofCsv(file, List.of("z"), List.of("2", "x"));

        assertThat(classes.classNames()).containsExactly("a", "b");
        assertThat(read(classes)).containsExactly(new double[] {1, 2, 0.5, 1}, new double[] {3, 4, 1.5, 0}, new double[] {5, 6, 2.5, 1});
        assertThat(numbers.classNames()).isEmpty();
        assertThat(read(numbers)).containsExactly(new double[] {2, 1, 0.5}, new double[] {4, 3, 1.5}, new double[] {6, 5, 2.5});
    }

    @Test
    void aCsvFileThatIsBrokenIsToldByItsLine() throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,oops\n");

        assertThatThrownBy(() -> read(SampleStream.ofCsv(file, List.of("y"), List.of()))).isInstanceOf(BrokenStreamException.class)
                .hasMessageContaining("row 2 of the stream: the source failed").hasMessageContaining("line 3, column 2 (y): \"oops\"");
        assertThatThrownBy(() -> SampleStream.ofCsv(folder.resolve("b.csv"), List.of("y"), List.of()))
                .isInstanceOf(BrokenStreamException.class).hasMessageContaining("b.csv");
        assertThatThrownBy(() -> SampleStream.ofCsv(file, List.of("z"), List.of())).isInstanceOf(BrokenStreamException.class)
                .hasMessageContaining("unknown column `z`");
        assertThatThrownBy(() -> SampleStream.ofCsv(file, List.of(), List.of())).hasMessageContaining("name at least one");
    }
}
