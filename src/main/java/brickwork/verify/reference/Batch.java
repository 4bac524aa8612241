package brickwork.verify.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers of some samples of a batch: a row for each sample, a column for each unit.
 *
 * @param samples the place of each row in the batch, counted from 0, ascending
 * @param rows    as many numbers in each as there are units
 */
public record Batch<S extends Scalar<S>>(List<Integer> samples, List<List<S>> rows) {

    /** The inputs of samples, as constants of the type of {@code like}. */
    static <S extends Scalar<S>> Batch<S> ofInputs(List<Sample> samples, S like) {
        return new Batch<>(samples.stream().map(Sample::number).toList(),
                samples.stream().map(sample -> Arrays.stream(sample.inputs()).mapToObj(like::of).toList()).toList());
    }

    /** What becomes of one row, given the sample it belongs to. */
    @FunctionalInterface
    interface OfRow<S> {
        List<S> apply(List<S> row, int sample);
    }

    /** Each row for itself. */
    Batch<S> map(OfRow<S> change) {
        var changed = new ArrayList<List<S>>(rows.size());
        for (var row = 0; row < rows.size(); row++) {
            changed.add(change.apply(rows.get(row), samples.get(row)));
        }
        return new Batch<>(samples, changed);
    }

    /** Number of rows. */
    public int count() {
        return rows.size();
    }

    /** Number of columns. */
    public int units() {
        return rows.getFirst().size();
    }

    public S at(int row, int unit) {
        return rows.get(row).get(unit);
    }

    /** The values of a row. */
    public double[] doubles(int row) {
        return doubles(rows.get(row));
    }

    static double[] doubles(List<? extends Scalar<?>> numbers) {
        return numbers.stream().mapToDouble(Scalar::value).toArray();
    }

    /** The numbers of one unit, sample after sample. */
    List<S> column(int unit) {
        var column = new ArrayList<S>(rows.size());
        for (var row : rows) {
            column.add(row.get(unit));
        }
        return column;
    }

    /** Which of the rows is that of a sample. */
    int rowNumber(int sample) {
        return Collections.binarySearch(samples, sample);
    }

    /** Of the numbers of each unit, sample after sample. */
    static <S extends Scalar<S>> Batch<S> ofColumns(List<Integer> samples, List<List<S>> columns) {
        return new Batch<>(samples,
                IntStream.range(0, samples.size()).mapToObj(row -> columns.stream().map(column -> column.get(row)).toList()).toList());
    }

    /** The row of a sample. */
    List<S> rowOf(int sample) {
        return rows.get(rowNumber(sample));
    }

    /** The rows of some of the samples. */
    Batch<S> of(List<Integer> chosen) {
        return new Batch<>(chosen, chosen.stream().map(this::rowOf).toList());
    }

    /** These rows, replaced by those of {@code other} for the samples it holds. */
    Batch<S> with(Batch<S> other) {
        var mixed = new ArrayList<>(rows);
        for (var i = 0; i < other.samples.size(); i++) {
            mixed.set(rowNumber(other.samples.get(i)), other.rows.get(i));
        }
        return new Batch<>(samples, mixed);
    }

    /** These rows with the numbers of one unit replaced. */
    Batch<S> withColumn(int unit, List<S> column) {
        var exchanged = IntStream.range(0, rows.size()).mapToObj(row -> {
            List<S> copy = new ArrayList<>(rows.get(row));
            copy.set(unit, column.get(row));
            return copy;
        }).toList();
        return new Batch<>(samples, exchanged);
    }
}
