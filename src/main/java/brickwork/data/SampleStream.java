package brickwork.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Samples of a host program that need not fit into memory: they are read row by row, from the beginning, as often as they are needed. A
 * training opens the stream once to count the rows and look at them, twice more to fit a {@code scale}, once for every epoch, and once or
 * twice for every part that is evaluated; one cursor is open at a time, and each is closed. All rows must be the same, in the same order,
 * whenever it is opened. A number of rows that changes is noticed; a value that changes is not.
 *
 * <p>Whatever a source throws reaches the caller as {@link BrokenStreamException}. Made by a factory it is as safe to share between threads
 * as what it was made of.
 */
public interface SampleStream {

    /** Numbers of a row that are learned from, at least 1. */
    int inputs();

    /** Numbers of a row that are learned, at least 1; 1 where there are classes. */
    int targets();

    /** The names of the classes, two or more, where the target of a row is the number of its class, from 0; empty where it is not. */
    default List<String> classNames() {
        return List.of();
    }

    /** The columns of the file that rows come from, if it is known; models keep them. */
    default InputColumns columns() {
        return InputColumns.NONE;
    }

    /** Goes to the beginning. */
    Cursor open() throws IOException;

    /** One reading of a stream, by one thread. */
    interface Cursor extends Closeable {

        /**
         * Reads the next row.
         *
         * @param inputs  receives the inputs, as many as there are
         * @param targets receives the targets, as many as there are
         * @return false where there is none; then nothing was written
         */
        boolean next(double[] inputs, double[] targets) throws IOException;

        @Override
        default void close() throws IOException {
            // Most hold nothing.
        }
    }

    /**
     * Rows of arrays, inputs first and then targets.
     *
     * @param rows gives a new stream at each call, which is closed
     */
    static SampleStream ofRows(int inputs, int targets, Supplier<? extends Stream<double[]>> rows) {
        return BlockStream.of(inputs, targets, rows, RowBlock.ROW);
    }

    /** Rows of arrays, inputs first and then targets, out of a new iterator at each call. */
    static SampleStream ofIterators(int inputs, int targets, Supplier<? extends Iterator<double[]>> rows) {
        return BlockStream.ofIterators(inputs, targets, rows, RowBlock.ROW);
    }

    /** Blocks of rows, such as a database or a file gives at a time: [rows][inputs + targets], each with as many rows as it likes. */
    static SampleStream ofBlocks(int inputs, int targets, Supplier<? extends Stream<double[][]>> blocks) {
        return BlockStream.of(inputs, targets, blocks, RowBlock.DOUBLES);
    }

    /** The same in single precision. */
    static SampleStream ofFloatBlocks(int inputs, int targets, Supplier<? extends Stream<float[][]>> blocks) {
        return BlockStream.of(inputs, targets, blocks, RowBlock.FLOATS);
    }

    /**
     * The rows of a csv file, plain or gzip, as {@code data csv} reads them. A target column of text names classes, sorted; for them the
     * file is read once here. Numbers stay numbers: {@link #withClasses} makes classes of whole ones.
     *
     * @param targets  the names of the target columns, or their numbers from 1
     * @param features the same of the columns to learn from; none for all that are no targets
     * @throws BrokenStreamException where the file or a column is not there, or a target is missing
     */
    static SampleStream ofCsv(Path file, List<String> targets, List<String> features) {
        return CsvStream.of(file, targets, features);
    }

    /**
     * The same, whose single target is the number of a class.
     *
     * @param names one a class, at least two
     * @throws IllegalArgumentException where there are fewer, or more targets than one
     */
    default SampleStream withClasses(List<String> names) {
        return new ClassStream(this, names);
    }
}
