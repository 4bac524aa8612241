package brickwork.data;

import brickwork.model.Precision;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.util.Arrays;

/** Refuses numbers that are finite in a file, but no longer when they are scaled, or in the number type the network is trained in. */
final class NumberRange {

    private static final double LARGEST_BYTE = 255;

    private final Precision precision;
    private final Origin origin;

    private NumberRange(Precision precision, Origin origin) {
        this.precision = precision;
        this.origin = origin;
    }

    static void require(Precision precision, SampleTable table, FittedScaling scaling, Origin origin) throws DataFault {
        require(precision, table.inputs(), scaling, origin);
        if (table.targets() instanceof Targets.Reals(var cells)) {
            new NumberRange(precision, origin).require(cells, FittedScaling.NONE, "target");
        }
    }

    static void require(Precision precision, Cells inputs, FittedScaling scaling, Origin origin) throws DataFault {
        new NumberRange(precision, origin).require(inputs, scaling, "input");
    }

    /** The same of a row of a stream, counted from 0, after it was scaled. */
    static void require(Precision precision, double[] row, String what, long number) {
        var column = firstBeyond(precision, row);
        if (column >= 0) {
            throw BrokenStreamException.at(number, what + " " + (column + 1) + ": " + row[column] + " is beyond what "
                    + (Double.isFinite(row[column]) ? "f32" : "f64") + " holds", "use `precision f64`, or a larger unit in the data");
        }
    }

    /** The same of the largest number of a stream. */
    static void require(Precision precision, BadCell largest, FittedScaling scaling, Origin origin) throws DataFault {
        var scaled = new double[] {largest.value()};
        scaling.apply(scaled);
        if (firstBeyond(precision, scaled) >= 0) {
            throw new NumberRange(precision, origin).fault(largest.what(), largest.row(), largest.column(), largest.value(), scaled[0]);
        }
    }

    private void require(Cells cells, FittedScaling scaling, String what) throws DataFault {
        if (cells instanceof Cells.Bytes && everyByteFits(cells.columns(), scaling)) {
            return;
        }
        var row = new double[cells.columns()];
        for (var i = 0; i < cells.rows(); i++) {
            cells.row(i, row, 0);
            scaling.apply(row);
            var column = firstBeyond(precision, row);
            if (column >= 0) {
                throw fault(what, i, column, cells.at(i, column), row[column]);
            }
        }
    }

    /** Scaling is monotonous, so the two ends speak for all. */
    private boolean everyByteFits(int columns, FittedScaling scaling) {
        var smallest = new double[columns];
        var largest = new double[columns];
        Arrays.fill(largest, LARGEST_BYTE);
        scaling.apply(smallest);
        scaling.apply(largest);
        return firstBeyond(precision, smallest) < 0 && firstBeyond(precision, largest) < 0;
    }

    private static int firstBeyond(Precision precision, double[] row) {
        for (var i = 0; i < row.length; i++) {
            if (precision == Precision.F32 ? !Float.isFinite((float) row[i]) : !Double.isFinite(row[i])) {
                return i;
            }
        }
        return -1;
    }

    private DataFault fault(String what, int row, int column, double raw, double scaled) {
        var place = "row " + (row + 1) + ", " + what + " " + (column + 1) + ": ";
        return Double.isFinite(scaled)
                ? DataFault.of(Code.NN211, origin, place + scaled + (raw == scaled ? "" : " (from " + raw + ")")
                        + " is beyond what f32 holds", "use `precision f64`, or `scale` the data")
                : DataFault.of(Code.NN211, origin, place + raw + " is not finite once it is scaled", "use a larger unit in the data");
    }
}
