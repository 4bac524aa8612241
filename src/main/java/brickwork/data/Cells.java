package brickwork.data;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** A table of numbers, as small in memory as its numbers allow. */
sealed interface Cells {

    int rows();

    int columns();

    double at(int row, int column);

    /** Writes a row to {@code into[at…]}. */
    void row(int row, double[] into, int at);

    /** The first cell, counted row by row from 0, that is not finite. */
    default OptionalLong firstNotFinite() {
        for (var row = 0; row < rows(); row++) {
            for (var column = 0; column < columns(); column++) {
                if (!Double.isFinite(at(row, column))) {
                    return OptionalLong.of((long) row * columns() + column);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static void requireShape(int length, int rows, int columns) {
        if ((long) rows * columns != length) {
            throw new IllegalArgumentException(rows + " x " + columns + " cells need as many values, got " + length);
        }
    }

    /**
     * Cells of a file as inputs: numbers as they are, a text as 1 for its own category and 0 for the others.
     *
     * @param raw    texts by their number, NaN for a missing cell
     * @param places columns of {@code raw}, one an input
     * @param codes  of the category of an input; {@link #NUMBER} for a number
     * @param fills  what stands for a missing cell of the column of an input: a number, or the code of a category
     */
    record Encoded(Cells raw, int[] places, double[] codes, double[] fills) implements Cells {

        private static final double NUMBER = -1;
        /** A category that no cell has. */
        private static final double ABSENT = -2;

        /** {@code fitted} tells of each column of {@code known} what becomes of it. */
        static Encoded of(Cells raw, RawColumns known, InputColumns fitted) {
            var inputs = fitted.inputs();
            var encoded = new Encoded(raw, new int[inputs], new double[inputs], new double[inputs]);
            var at = 0;
            for (var i = 0; i < fitted.columns().size(); i++) {
                switch (fitted.columns().get(i)) {
                    case InputColumn.Numbers(_, _, var fill) -> encoded.set(at++, i, NUMBER, fill.orElse(Double.NaN));
                    case InputColumn.Categories(_, _, var categories, var fill, _) -> {
                        var texts = known.columns().get(i).texts().orElseThrow();
                        var filled = fill.map(text -> code(texts, text)).orElse(Double.NaN);
                        for (var category : categories) {
                            encoded.set(at++, i, code(texts, category), filled);
                        }
                    }
                }
            }
            return encoded;
        }

        private static double code(List<String> texts, String text) {
            return texts.contains(text) ? texts.indexOf(text) : ABSENT;
        }

        private void set(int input, int place, double code, double fill) {
            places[input] = place;
            codes[input] = code;
            fills[input] = fill;
        }

        @Override
        public int rows() {
            return raw.rows();
        }

        @Override
        public int columns() {
            return codes.length;
        }

        @Override
        public double at(int row, int input) {
            var cell = raw.at(row, places[input]);
            var value = Double.isNaN(cell) ? fills[input] : cell;
            return codes[input] == NUMBER ? value : value == codes[input] ? 1 : 0;
        }

        @Override
        public void row(int row, double[] into, int at) {
            for (var i = 0; i < codes.length; i++) {
                into[at + i] = at(row, i);
            }
        }
    }

    /** Whole numbers 0 to 255, row-major. */
    record Bytes(byte[] values, int rows, int columns) implements Cells {
        public Bytes {
            requireShape(values.length, rows, columns);
        }

        @Override
        public double at(int row, int column) {
            return values[row * columns + column] & 0xff;
        }

        @Override
        public void row(int row, double[] into, int at) {
            var first = row * columns;
            for (var i = 0; i < columns; i++) {
                into[at + i] = values[first + i] & 0xff;
            }
        }

        @Override
        public OptionalLong firstNotFinite() {
            return OptionalLong.empty();
        }
    }

    /** Single-precision numbers as a file holds them, row-major. */
    record Floats(float[] values, int rows, int columns) implements Cells {
        public Floats {
            requireShape(values.length, rows, columns);
        }

        @Override
        public double at(int row, int column) {
            return values[row * columns + column];
        }

        @Override
        public void row(int row, double[] into, int at) {
            var first = row * columns;
            for (var i = 0; i < columns; i++) {
                into[at + i] = values[first + i];
            }
        }
    }

    /** Double-precision numbers, row-major. */
    record Doubles(double[] values, int rows, int columns) implements Cells {
        public Doubles {
            requireShape(values.length, rows, columns);
        }

        /** A copy of {@code rows}, which must be of one length. */
        static Doubles of(String what, double[][] rows) {
            Objects.requireNonNull(rows, () -> what + " are needed, got null");
            for (var i = 0; i < rows.length; i++) {
                var row = i + 1;
                Objects.requireNonNull(rows[i], () -> "row " + row + " of " + what + " is needed, got null");
            }
            var columns = rows.length == 0 ? 0 : rows[0].length;
            var values = new double[Math.multiplyExact(rows.length, columns)];
            for (var i = 0; i < rows.length; i++) {
                if (rows[i].length != columns) {
                    throw new IllegalArgumentException("every row of " + what + " needs " + columns + " numbers as the first one, but row "
                            + (i + 1) + " has " + rows[i].length);
                }
                System.arraycopy(rows[i], 0, values, i * columns, columns);
            }
            return new Doubles(values, rows.length, columns);
        }

        @Override
        public double at(int row, int column) {
            return values[row * columns + column];
        }

        @Override
        public void row(int row, double[] into, int at) {
            System.arraycopy(values, row * columns, into, at, columns);
        }
    }
}
