package brickwork.data;

import brickwork.check.DataCatalog.Answer.Known;
import brickwork.check.DataCatalog.Targets.Classes;
import brickwork.check.DataCatalog.Targets.Reals;
import brickwork.model.DataSource;
import brickwork.random.RandomStream;
import java.util.List;

/**
 * Samples drawn by formula, class after class. Noise is drawn row by row from the stream "data" of the seed; where noise is 0 nothing is
 * drawn. Moons and circles follow scikit-learn's make_moons and make_circles, its spacing included.
 */
final class GeneratedSource {

    private static final double BLOB_CENTRES = 10;

    private final double[] inputs;
    private final int columns;
    private final int[] labels;
    private final RandomStream random;
    private int row;

    private GeneratedSource(int rows, int columns, long seed) {
        this.inputs = new double[rows * columns];
        this.columns = columns;
        this.labels = new int[rows];
        this.random = new RandomStream(seed, "data");
    }

    /**
     * What the formulas say of a source, with nothing drawn: a short text may ask for many samples, and checking it takes no time for that.
     * The range of sine's targets is that without noise.
     */
    static Known describe(DataSource.Generated source) throws DataFault {
        requireCapacity(source);
        return switch (source) {
            case DataSource.Quadrants _, DataSource.CircleInSquare _ -> known(source, false);
            case DataSource.Moons _, DataSource.Circles _, DataSource.Spirals _, DataSource.Blobs _ -> known(source, true);
            case DataSource.Sine _ -> new Known(source.samples(), source.features(), new Reals(1), false, -1, 1, false);
        };
    }

    private static Known known(DataSource.Generated source, boolean sorted) {
        return new Known(source.samples(), source.features(), new Classes(source.classes()), sorted, 0, source.classes() - 1, true);
    }

    private static void requireCapacity(DataSource.Generated source) throws DataFault {
        Capacity.require(source.word(), (long) source.samples() * source.features(), Double.BYTES, source.origin());
    }

    /** Draws a source; {@code specSeed} counts where the source names no seed of its own. */
    static SampleTable open(DataSource.Generated source, long specSeed) throws DataFault {
        requireCapacity(source);
        var drawing = new GeneratedSource(source.samples(), source.features(), source.seed().orElse(specSeed));
        return switch (source) {
            case DataSource.Quadrants _ -> drawing.quadrants();
            case DataSource.CircleInSquare _ -> drawing.circleInSquare();
            case DataSource.Moons moons -> drawing.moons(moons.noise());
            case DataSource.Circles circles -> drawing.circles(circles.noise(), circles.factor());
            case DataSource.Spirals spirals -> drawing.spirals(spirals.noise(), spirals.turns(), spirals.classes());
            case DataSource.Blobs blobs -> drawing.blobs(blobs.classes(), blobs.spread());
            case DataSource.Sine sine -> drawing.sine(sine.noise());
        };
    }

    /** Two standard normal numbers; class 1 where exactly one is positive. */
    private SampleTable quadrants() {
        for (var i = 0; i < labels.length; i++) {
            var x = random.nextGaussian();
            var y = random.nextGaussian();
            point(x, y, 0, x > 0 ^ y > 0 ? 1 : 0);
        }
        return classes(2);
    }

    /** Both inputs uniform in [0, 1); class 1 where the point is no further from (1/2, 1/2) than the radius. */
    private SampleTable circleInSquare() {
        for (var i = 0; i < labels.length; i++) {
            var x = random.nextDouble();
            var y = random.nextDouble();
            var inside = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5) <= DataSource.CircleInSquare.RADIUS
                    * DataSource.CircleInSquare.RADIUS;
            point(x, y, 0, inside ? 1 : 0);
        }
        return classes(2);
    }

    /** (cos t, sin t) and (1 - cos t, 1/2 - sin t), t evenly over [0, π]. */
    private SampleTable moons(double noise) {
        var upper = labels.length / 2;
        for (var i = 0; i < upper; i++) {
            var t = evenly(i, upper, 0, Math.PI);
            point(StrictMath.cos(t), StrictMath.sin(t), noise, 0);
        }
        var lower = labels.length - upper;
        for (var i = 0; i < lower; i++) {
            var t = evenly(i, lower, 0, Math.PI);
            point(1 - StrictMath.cos(t), 1 - StrictMath.sin(t) - 0.5, noise, 1);
        }
        return classes(2);
    }

    /** Radius 1 and radius {@code factor}, the angle evenly over [0, 2π). */
    private SampleTable circles(double noise, double factor) {
        for (var c = 0; c < 2; c++) {
            var size = firstOf(c + 1, 2) - firstOf(c, 2);
            var radius = c == 0 ? 1 : factor;
            for (var i = 0; i < size; i++) {
                var t = i * (2 * Math.PI / size);
                point(radius * StrictMath.cos(t), radius * StrictMath.sin(t), noise, c);
            }
        }
        return classes(2);
    }

    /** Radius t, angle 2π(turns·t + c/classes), t evenly over (0, 1]. */
    private SampleTable spirals(double noise, double turns, int classes) {
        for (var c = 0; c < classes; c++) {
            var size = firstOf(c + 1, classes) - firstOf(c, classes);
            for (var i = 0; i < size; i++) {
                var t = (i + 1.0) / size;
                var angle = 2 * Math.PI * (turns * t + (double) c / classes);
                point(t * StrictMath.cos(angle), t * StrictMath.sin(angle), noise, c);
            }
        }
        return classes(classes);
    }

    /** Normal clouds round centres that are uniform in [-10, 10]^features; all centres are drawn before the first sample. */
    private SampleTable blobs(int classes, double spread) {
        var centres = new double[classes][columns];
        for (var centre : centres) {
            for (var i = 0; i < columns; i++) {
                centre[i] = BLOB_CENTRES * (2 * random.nextDouble() - 1);
            }
        }
        for (var c = 0; c < classes; c++) {
            for (var last = firstOf(c + 1, classes); row < last; row++) {
                labels[row] = c;
                for (var i = 0; i < columns; i++) {
                    inputs[row * columns + i] = centres[c][i] + noise(spread);
                }
            }
        }
        return classes(classes);
    }

    /** y = sin x, x evenly over [-π, π]; the noise is that of y. */
    private SampleTable sine(double noise) {
        var targets = new double[labels.length];
        for (var i = 0; i < targets.length; i++) {
            inputs[i] = evenly(i, targets.length, -Math.PI, Math.PI);
            targets[i] = StrictMath.sin(inputs[i]) + noise(noise);
        }
        return new SampleTable(new Cells.Doubles(inputs, targets.length, 1),
                new Targets.Reals(new Cells.Doubles(targets, targets.length, 1)));
    }

    private void point(double x, double y, double noise, int label) {
        inputs[2 * row] = x + noise(noise);
        inputs[2 * row + 1] = y + noise(noise);
        labels[row++] = label;
    }

    private double noise(double deviation) {
        return deviation == 0 ? 0 : deviation * random.nextGaussian();
    }

    /** The i-th of {@code count} numbers from {@code first} to {@code last}, both included; a single one is {@code first}. */
    private static double evenly(int i, int count, double first, double last) {
        return i > 0 && i == count - 1 ? last : first + i * ((last - first) / Math.max(1, count - 1));
    }

    /** The row class {@code c} begins with: of N rows, with two classes, N/2 belong to the first and N - N/2 to the second. */
    private int firstOf(int c, int classes) {
        return (int) ((long) labels.length * c / classes);
    }

    private SampleTable classes(int count) {
        return new SampleTable(new Cells.Doubles(inputs, labels.length, columns), new Targets.Labels(labels, count, List.of()));
    }
}
