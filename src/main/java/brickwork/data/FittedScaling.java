package brickwork.data;

import brickwork.model.Scaling;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A scaling of inputs with its numbers, fitted on training rows: x becomes (x - shift) / divisor, column by column. Immutable; two are
 * equal when they scale alike.
 */
public final class FittedScaling {

    /** Leaves inputs as they are. */
    public static final FittedScaling NONE = new FittedScaling(new double[0], new double[0]);

    /** One number a column; empty where nothing is subtracted. */
    private final double[] shift;
    /** One number a column, or one for all of them; empty where nothing is divided. */
    private final double[] divisor;

    private FittedScaling(double[] shift, double[] divisor) {
        this.shift = shift;
        this.divisor = divisor;
    }

    /**
     * The same divisor for every column.
     *
     * @throws IllegalArgumentException where it is 0 or not finite
     */
    public static FittedScaling by(double divisor) {
        if (divisor == 0 || !Double.isFinite(divisor)) {
            throw new IllegalArgumentException("expected a finite divisor other than 0, got " + divisor);
        }
        return new FittedScaling(new double[0], new double[] {divisor});
    }

    /** Fits {@code scaling} on {@code rows} of so many columns. A column that does not change is only shifted, to 0. */
    static FittedScaling fit(Scaling scaling, int columns, ColumnMoments.Rows rows) {
        return switch (scaling) {
            case Scaling.By(var divisor) -> by(divisor);
            case Scaling.Standard _ -> ColumnMoments.of(columns, rows).standard();
            case Scaling.MinMax _ -> ColumnMoments.of(columns, rows).minMax();
        };
    }

    /**
     * One shift and one divisor a column.
     *
     * @throws IllegalArgumentException where their numbers differ, one is not finite, or a divisor is 0
     */
    public static FittedScaling columns(double[] shift, double[] divisor) {
        var finite = DoubleStream.concat(Arrays.stream(shift), Arrays.stream(divisor)).allMatch(Double::isFinite);
        if (shift.length != divisor.length || !finite || Arrays.stream(divisor).anyMatch(d -> d == 0)) {
            throw new IllegalArgumentException("expected a finite shift and a divisor other than 0 for each column, got "
                    + Arrays.toString(shift) + " and " + Arrays.toString(divisor));
        }
        return fitted(shift, divisor);
    }

    /** One shift and one divisor a column, as they were found. */
    static FittedScaling fitted(double[] shift, double[] divisor) {
        return new FittedScaling(shift.clone(), divisor.clone());
    }

    /** The width of the rows it takes; empty where any width will do. */
    public OptionalInt width() {
        return shift.length == 0 ? OptionalInt.empty() : OptionalInt.of(shift.length);
    }

    /** What is subtracted, one number a column; empty where nothing is. */
    public double[] shifts() {
        return shift.clone();
    }

    /** What is then divided by, one number a column or one for all columns; empty where nothing is. */
    public double[] divisors() {
        return divisor.clone();
    }

    /** Scales a whole raw row in place. */
    public void apply(double[] row) {
        apply(row, 0, row.length);
    }

    /**
     * Scales the raw row {@code values[at…at+count-1]} in place.
     *
     * @throws IllegalArgumentException if it was fitted for rows of another width
     */
    public void apply(double[] values, int at, int count) {
        if (shift.length != 0) {
            requireWidth(count);
            for (var i = 0; i < count; i++) {
                values[at + i] = (values[at + i] - shift[i]) / divisor[i];
            }
        } else if (divisor.length != 0) {
            for (var i = 0; i < count; i++) {
                values[at + i] /= divisor[0];
            }
        }
    }

    private void requireWidth(int count) {
        if (shift.length != count) {
            throw new IllegalArgumentException("the scaling was fitted for rows of " + shift.length + " numbers, got " + count);
        }
    }

    /** {@code none}, {@code by 255.0}, or {@code columns} and a shift and a divisor for each; {@link #read} gives an equal scaling back. */
    public String text() {
        if (shift.length == 0) {
            return divisor.length == 0 ? "none" : "by " + divisor[0];
        }
        return IntStream.range(0, shift.length).mapToObj(i -> shift[i] + " " + divisor[i]).collect(Collectors.joining(" ", "columns ", ""));
    }

    /** Reads what {@link #text} wrote; empty where the text is anything else. */
    public static Optional<FittedScaling> read(String text) {
        var numbers = new double[(int) text.chars().filter(c -> c == ' ').count()];
        var word = text.indexOf(' ');
        for (var i = 0; i < numbers.length; i++) {
            var next = text.indexOf(' ', word + 1);
            var number = text.substring(word + 1, next < 0 ? text.length() : next);
            if (!NumberText.isNumber(number) || !Double.isFinite(NumberText.value(number))) {
                return Optional.empty();
            }
            numbers[i] = NumberText.value(number);
            word = next;
        }
        return switch (numbers.length == 0 ? text : text.substring(0, text.indexOf(' '))) {
            case "none" -> numbers.length == 0 ? Optional.of(NONE) : Optional.empty();
            case "by" -> numbers.length == 1 && numbers[0] != 0 ? Optional.of(by(numbers[0])) : Optional.empty();
            case "columns" -> columns(numbers);
            case String _ -> Optional.empty();
        };
    }

    private static Optional<FittedScaling> columns(double[] pairs) {
        if (pairs.length == 0 || pairs.length % 2 != 0) {
            return Optional.empty();
        }
        var divisors = every(pairs, i -> 2 * i + 1);
        return Arrays.stream(divisors).anyMatch(d -> d == 0) ? Optional.empty()
                : Optional.of(new FittedScaling(every(pairs, i -> 2 * i), divisors));
    }

    private static double[] every(double[] pairs, IntUnaryOperator place) {
        return IntStream.range(0, pairs.length / 2).mapToDouble(i -> pairs[place.applyAsInt(i)]).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FittedScaling that && Arrays.equals(shift, that.shift) && Arrays.equals(divisor, that.divisor);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shift) + Arrays.hashCode(divisor);
    }

    @Override
    public String toString() {
        return text();
    }
}
