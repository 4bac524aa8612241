package brickwork.data;

import brickwork.check.DataCatalog;
import brickwork.model.Activation;
import brickwork.model.DataSpec;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** From a table of samples to what a network learns from: widths compared, rows parted, inputs scaled, targets encoded. */
final class Preparation {

    private Preparation() {}

    /** {@code origin} is where the source is named. */
    static Outcome<Dataset> prepare(Specification network, SampleTable whole, Origin origin) {
        var faults = new ArrayList<Diagnostic>();
        var table = whole.under(network.feedForward().lastLayer().activation());
        var cellsAreInputs = cellsAreInputs(table);
        if (cellsAreInputs) {
            faults.addAll(misfit(network, table, origin));
        }
        try {
            var parts = Partition.of(network, table.rows(), table.labels());
            var fit = new ColumnFit(table, parts.train(), origin).fit();
            if (!cellsAreInputs) {
                faults.addAll(misfit(network, fit.table(), origin));
            }
            var scaling = network.data().scaling().map(s -> FittedScaling.fit(s, fit.table().inputs().columns(),
                    ColumnMoments.Rows.of(fit.table().inputs(), parts.train()))).orElse(FittedScaling.NONE);
            NumberRange.require(network.precision(), fit.table(), scaling, origin);
            if (faults.isEmpty()) {
                var preparation = FittedPreparation.NONE.withColumns(fit.columns()).withScaling(scaling)
                        .withTargetNames(table.columns().targetNames());
                return new Outcome.Success<>(dataset(fit.table(), parts, network.outputs(), preparation), List.of());
            }
        } catch (DataFault fault) {
            faults.add(fault.diagnostic());
        }
        return new Outcome.Failure<>(faults);
    }

    /** Whether there are as many inputs as columns, whatever the training part has. */
    private static boolean cellsAreInputs(SampleTable table) {
        return table.columns().columns().stream().allMatch(column -> column.texts().isEmpty());
    }

    /** What is known of the inputs of a table that is split so, and of its targets. */
    static DataCatalog.Answer.Known describe(DataSpec data, long seed, SampleTable table, Origin origin) throws DataFault {
        if (cellsAreInputs(table)) {
            return table.describe();
        }
        var labels = table.under(new Activation.Softmax()).labels();
        return new ColumnFit(table, Partition.of(data.split(), table.rows(), labels, seed).train(), origin).fit().table().describe();
    }

    /** All of a table as it is. */
    static Dataset unscaled(SampleTable table, Partition parts) {
        var units = switch (table.targets()) {
            case Targets.Labels labels -> labels.classes() == 2 ? 1 : labels.classes();
            case Targets.Reals(var cells) -> cells.columns();
            case Targets.Whole _ -> 1;
        };
        return dataset(table, parts, units, FittedPreparation.NONE);
    }

    /** Rows of inputs without targets. */
    static Samples inputs(Cells cells, Precision precision, FittedScaling scaling, Origin origin) throws DataFault {
        NumberRange.require(precision, cells, scaling, origin);
        var none = new Targets.Reals(new Cells.Bytes(new byte[0], cells.rows(), 0));
        return new Samples(cells, none, 0, Optional.empty(), IntStream.range(0, cells.rows()).toArray(), scaling);
    }

    /** Rows with targets, all of them one part, scaled and encoded as a network was trained. */
    static Samples judged(SampleTable table, Specification network, FittedScaling scaling, Origin origin) throws DataFault {
        NumberRange.require(network.precision(), table, scaling, origin);
        return samples(table, network.outputs(), table.labels(), IntStream.range(0, table.rows()).toArray(), scaling);
    }

    private static Dataset dataset(SampleTable table, Partition parts, int units, FittedPreparation preparation) {
        var labels = table.labels();
        var scaling = preparation.scaling();
        return new Dataset(samples(table, units, labels, parts.train(), scaling),
                parts.optionalValidation().map(rows -> samples(table, units, labels, rows, scaling)),
                parts.optionalTest().map(rows -> samples(table, units, labels, rows, scaling)),
                preparation.withClassNames(labels.map(Targets.Labels::classNames).orElse(List.of())));
    }

    private static Samples samples(SampleTable table, int units, Optional<Targets.Labels> labels, int[] rows, FittedScaling scaling) {
        return new Samples(table.inputs(), table.targets(), units, labels, rows, scaling);
    }

    /** What the checker also says of a text; a network that a program builds is told here. */
    private static List<Diagnostic> misfit(Specification network, SampleTable table, Origin origin) {
        var faults = new ArrayList<Diagnostic>();
        if (table.inputs().columns() != network.inputs()) {
            faults.add(Diagnostic.at(origin, Code.NN013, "the data gives " + Plural.of(table.inputs().columns(), "input")
                    + ", but layer 1 takes " + network.inputs(), "give layer 1 " + Plural.of(table.inputs().columns(), "input")));
        }
        var units = network.outputs();
        var needed = switch (table.targets()) {
            case Targets.Labels labels -> units == labels.classes() || units == 1 && labels.classes() == 2 ? ""
                    : Plural.of(labels.classes(), "class", "classes");
            case Targets.Whole _ -> units == 1 ? "" : "1 target";
            case Targets.Reals(var cells) -> units == cells.columns() ? "" : Plural.of(cells.columns(), "target");
        };
        if (!needed.isEmpty()) {
            faults.add(
                    Diagnostic.at(origin, Code.NN014, "the data has " + needed + ", but the last layer gives " + Plural.of(units, "output"),
                            "give the last layer as many units as there are classes or targets; one unit will do for two classes"));
        }
        return faults;
    }
}
