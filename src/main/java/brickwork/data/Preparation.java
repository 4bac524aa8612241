package brickwork.data;

import brickwork.model.Activation;
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
    static Outcome<Dataset> prepare(Specification network, SampleTable table, Origin origin) {
        var faults = new ArrayList<Diagnostic>();
        var softmax = network.feedForward().lastLayer().activation() instanceof Activation.Softmax;
        misfit(network, table, softmax, origin).forEach(faults::add);
        try {
            var parts = Partition.of(network, table.rows(), table.labels(softmax));
            var scaling = network.data().scaling().map(s -> FittedScaling.fit(s, table.inputs().columns(),
                    ColumnMoments.Rows.of(table.inputs(), parts.train()))).orElse(FittedScaling.NONE);
            NumberRange.require(network.precision(), table, scaling, origin);
            if (faults.isEmpty()) {
                return new Outcome.Success<>(dataset(table, parts, network.outputs(), softmax, scaling), List.of());
            }
        } catch (DataFault fault) {
            faults.add(fault.diagnostic());
        }
        return new Outcome.Failure<>(faults);
    }

    /** All of a table as it is. */
    static Dataset unscaled(SampleTable table, Partition parts) {
        var units = switch (table.targets()) {
            case Targets.Labels labels -> labels.classes() == 2 ? 1 : labels.classes();
            case Targets.Reals(var cells) -> cells.columns();
        };
        return dataset(table, parts, units, false, FittedScaling.NONE);
    }

    /** Rows of inputs without targets. */
    static Samples inputs(Cells cells, Precision precision, FittedScaling scaling, Origin origin) throws DataFault {
        NumberRange.require(precision, cells, scaling, origin);
        var none = new Targets.Reals(new Cells.Bytes(new byte[0], cells.rows(), 0));
        return new Samples(cells, none, 0, Optional.empty(), IntStream.range(0, cells.rows()).toArray(), scaling);
    }

    private static Dataset dataset(SampleTable table, Partition parts, int units, boolean softmax, FittedScaling scaling) {
        var labels = table.labels(softmax);
        var names = labels.map(Targets.Labels::classNames).orElse(List.of());
        return new Dataset(samples(table, units, labels, parts.train(), scaling),
                parts.optionalValidation().map(rows -> samples(table, units, labels, rows, scaling)),
                parts.optionalTest().map(rows -> samples(table, units, labels, rows, scaling)), scaling, names);
    }

    private static Samples samples(SampleTable table, int units, Optional<Targets.Labels> labels, int[] rows, FittedScaling scaling) {
        return new Samples(table.inputs(), table.targets(), units, labels, rows, scaling);
    }

    /** What the checker also says of a text; a network that a program builds is told here. */
    private static List<Diagnostic> misfit(Specification network, SampleTable table, boolean softmax, Origin origin) {
        var faults = new ArrayList<Diagnostic>();
        if (table.inputs().columns() != network.inputs()) {
            faults.add(Diagnostic.at(origin, Code.NN013, "the data gives " + Plural.of(table.inputs().columns(), "input")
                    + ", but layer 1 takes " + network.inputs(), "give layer 1 " + Plural.of(table.inputs().columns(), "input")));
        }
        var units = network.outputs();
        var needed = switch (table.targets()) {
            case Targets.Labels labels when labels.onlyWithSoftmax() && !softmax -> units == 1 ? "" : "1 target";
            case Targets.Labels labels -> units == labels.classes() || units == 1 && labels.classes() == 2 ? ""
                    : Plural.of(labels.classes(), "class", "classes");
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
