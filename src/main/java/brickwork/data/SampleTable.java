package brickwork.data;

import brickwork.check.DataCatalog;
import brickwork.model.Activation;
import brickwork.source.Origin;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All samples of one source, as they came: not split, not scaled, not encoded. Immutable; may be shared by threads. Host programs make one
 * from their own arrays, which are copied. Values that are not finite are let in here and refused, by row and column, where samples are
 * made ready for a network.
 */
public final class SampleTable {

    private final Cells inputs;
    private final Targets targets;
    private final RawColumns columns;
    private final Optional<Targets.Labels> classes;

    SampleTable(Cells inputs, Targets targets) {
        this(inputs, targets, RawColumns.NONE);
    }

    /** {@code columns} tell how cells become inputs, where they are not inputs already. */
    SampleTable(Cells inputs, Targets targets, RawColumns columns) {
        if (inputs.rows() != targets.rows() || inputs.rows() == 0 || inputs.columns() == 0) {
            throw new IllegalArgumentException("a table needs at least one row, one input and as many targets as inputs, got "
                    + inputs.rows() + " rows of " + inputs.columns() + " inputs and " + targets.rows() + " targets");
        }
        this.inputs = inputs;
        this.targets = targets;
        this.columns = columns;
        this.classes = switch (targets) {
            case Targets.Labels labels -> Optional.of(labels);
            case Targets.Reals reals -> reals.asClasses();
            case Targets.Whole(_, var numbers) -> numbers.asClasses();
        };
    }

    /**
     * Samples whose targets are real numbers.
     *
     * @param inputs  [rows][inputs]
     * @param targets [rows][outputs]
     * @throws IllegalArgumentException if rows are ragged, or the counts of rows differ or are 0
     */
    public static SampleTable ofReals(double[][] inputs, double[][] targets) {
        var cells = Cells.Doubles.of("the targets", targets);
        if (cells.rows() > 0 && cells.columns() == 0) {
            throw new IllegalArgumentException("the targets need at least one number a row");
        }
        return new SampleTable(Cells.Doubles.of("the inputs", inputs), new Targets.Reals(cells));
    }

    /**
     * Samples that belong to classes.
     *
     * @param inputs     [rows][inputs]
     * @param labels     [rows], class numbers from 0
     * @param classNames one a class, at least two
     * @throws IllegalArgumentException if rows are ragged, counts differ or are 0, or a label has no name
     */
    public static SampleTable ofClasses(double[][] inputs, int[] labels, List<String> classNames) {
        Objects.requireNonNull(labels, "labels are needed, got null");
        if (Objects.requireNonNull(classNames, "names of classes are needed, got null").size() < 2) {
            throw new IllegalArgumentException("at least two classes are needed, got " + classNames);
        }
        for (var i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException("labels must lie between 0 and " + (classNames.size() - 1) + ", but row " + (i + 1)
                        + " has " + labels[i]);
            }
        }
        return new SampleTable(Cells.Doubles.of("the inputs", inputs),
                new Targets.Labels(labels.clone(), classNames.size(), classNames));
    }

    /**
     * Reads a stream to its end and holds all of it. It is opened once, so that what can be read only once will do:
     * {@code collect(SampleStream.ofRows(2, 1, () -> rows))}.
     *
     * @throws BrokenStreamException where the stream fails, has no rows, holds what is no finite number or no class, or does not fit into
     *                               memory
     */
    public static SampleTable collect(SampleStream stream) {
        Objects.requireNonNull(stream, "a stream of samples is needed, got null");
        try (var reader = new StreamReader(stream, StreamReader.UNCOUNTED, () -> {})) {
            var capacity = new Capacity();
            var inputs = new CellCollector("the stream", Origin.NONE, capacity);
            var targets = new CellCollector("the stream", Origin.NONE, capacity);
            while (reader.next()) {
                for (var input : reader.inputs) {
                    inputs.add(input);
                }
                for (var target : reader.targets) {
                    targets.add(target);
                }
            }
            if (inputs.count() == 0) {
                throw BrokenStreamException.empty();
            }
            var cells = targets.cells(stream.targets());
            var names = stream.classNames();
            return new SampleTable(inputs.cells(stream.inputs()), names.isEmpty() ? new Targets.Reals(cells)
                    : new Targets.Labels(CsvTargets.labels(cells), names.size(), names));
        } catch (DataFault fault) {
            throw BrokenStreamException.of(fault.getMessage(), "train on the stream as it is, without collecting it");
        }
    }

    public int rows() {
        return inputs.rows();
    }

    Cells inputs() {
        return inputs;
    }

    Targets targets() {
        return targets;
    }

    RawColumns columns() {
        return columns;
    }

    /** The same samples, whose cells have become inputs. */
    SampleTable withInputs(Cells others) {
        return new SampleTable(others, targets);
    }

    /** The same, with whole numbers in a column taken as the last layer takes them. */
    SampleTable under(Activation last) {
        return targets instanceof Targets.Whole(var labels, var numbers)
                ? new SampleTable(inputs, last.readsClasses(labels.classes()) ? labels : numbers, columns) : this;
    }

    /** The class of each row, also where real targets count as classes. */
    Optional<Targets.Labels> labels() {
        return classes;
    }

    Optional<BadCell> firstNotFinite() {
        var input = columns.columns().isEmpty() ? firstNotFinite("input", inputs) : Optional.<BadCell>empty();
        return input.isEmpty() && targets instanceof Targets.Reals(var cells) ? firstNotFinite("target", cells) : input;
    }

    private static Optional<BadCell> firstNotFinite(String what, Cells cells) {
        var found = cells.firstNotFinite();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var row = (int) (found.getAsLong() / cells.columns());
        var column = (int) (found.getAsLong() % cells.columns());
        return Optional.of(new BadCell(row, what, column, cells.at(row, column)));
    }

    DataCatalog.Answer.Known describe() {
        var inOrder = (targets instanceof Targets.Whole(var labels, _) ? Optional.of(labels) : classes)
                .map(Targets.Labels::comeClassAfterClass).orElse(false);
        var range = range();
        return new DataCatalog.Answer.Known(rows(), inputs.columns(), switch (targets) {
            case Targets.Labels labels -> new DataCatalog.Targets.Classes(labels.classes());
            case Targets.Whole(var labels, _) -> new DataCatalog.Targets.Whole(labels.classes());
            case Targets.Reals(var cells) -> new DataCatalog.Targets.Reals(cells.columns());
        }, inOrder, range.getMin(), range.getMax(), classes.isPresent());
    }

    /** The smallest and the largest target, which are class numbers where there are classes. */
    private DoubleSummaryStatistics range() {
        return switch (targets) {
            case Targets.Labels(var labels, _, _) -> IntStream.of(labels).asDoubleStream().summaryStatistics();
            case Targets.Whole(_, var numbers) -> range(numbers.cells());
            case Targets.Reals(var cells) -> range(cells);
        };
    }

    private static DoubleSummaryStatistics range(Cells cells) {
        var range = new DoubleSummaryStatistics();
        for (var row = 0; row < cells.rows(); row++) {
            for (var column = 0; column < cells.columns(); column++) {
                range.accept(cells.at(row, column));
            }
        }
        return range;
    }
}
