package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where samples come from, with every default resolved. Files are named as the spec names them, relative to its folder. */
public sealed interface DataSource extends Named {

    /** How many samples a generator draws. */
    Parameter SAMPLES = Parameter.neededCount("samples", "N", Limits.SAMPLES, 500);

    /** The deviation of normal noise on what a generator draws. */
    Parameter NOISE = Parameter.number("noise", "S", Bound.NOT_NEGATIVE, 0);

    /** A generator's own seed. */
    Parameter SEED = Parameter.seed();

    /** How many classes a generator draws. */
    Parameter CLASSES = Parameter.count("classes", "C", Limits.SAMPLES, 2);

    Origin origin();

    @Override
    default String word() {
        return switch (this) {
            case Xor _ -> "xor";
            case Quadrants _ -> "quadrants";
            case CircleInSquare _ -> "circle_in_square";
            case Moons _ -> "moons";
            case Circles _ -> "circles";
            case Spirals _ -> "spirals";
            case Blobs _ -> "blobs";
            case Sine _ -> "sine";
            case Iris _ -> "iris";
            case Digits _ -> "digits";
            case Rows _ -> Rows.WORD;
            case Csv _ -> Csv.WORD;
            case Idx _ -> Idx.WORD;
            case Npz _ -> Npz.WORD;
            case Registered(var word, _, _) -> word;
        };
    }

    @Override
    default Arguments arguments() {
        return switch (this) {
            case Quadrants(var samples, var seed, var origin) -> Arguments.of(SAMPLES, samples).withSeed(seed).withOrigin(origin);
            case CircleInSquare(var samples, var seed, var origin) -> Arguments.of(SAMPLES, samples).withSeed(seed).withOrigin(origin);
            case Moons(var samples, var noise, var seed, var origin) ->
                    Arguments.of(SAMPLES, samples).with(NOISE, noise).withSeed(seed).withOrigin(origin);
            case Circles(var samples, var noise, var factor, var seed, var origin) ->
                    Arguments.of(SAMPLES, samples).with(NOISE, noise).with(Circles.FACTOR, factor).withSeed(seed).withOrigin(origin);
            case Spirals(var samples, var noise, var turns, var classes, var seed, var origin) -> Arguments.of(SAMPLES, samples)
                    .with(NOISE, noise).with(Spirals.TURNS, turns).with(CLASSES, classes).withSeed(seed).withOrigin(origin);
            case Blobs(var samples, var classes, var features, var spread, var seed, var origin) -> Arguments.of(SAMPLES, samples)
                    .with(CLASSES, classes).with(Blobs.FEATURES, features).with(Blobs.SPREAD, spread).withSeed(seed).withOrigin(origin);
            case Sine(var samples, var noise, var seed, var origin) ->
                    Arguments.of(SAMPLES, samples).with(NOISE, noise).withSeed(seed).withOrigin(origin);
            case Xor _, Iris _, Digits _, Rows _, Csv _, Idx _, Npz _ -> Arguments.NONE;
            case Registered(_, var options, var origin) -> Arguments.free(options).withOrigin(origin);
        };
    }

    /** The four rows of exclusive or. */
    record Xor(Origin origin) implements DataSource {}

    /** A generator of section 3; {@code seed} is absent where the spec's own holds. */
    sealed interface Generated extends DataSource {

        int samples();

        OptionalLong seed();

        /** Width of an input row. */
        default int features() {
            return 2;
        }

        /** How many classes its targets show; 0 where they are real numbers. */
        default int classes() {
            return 2;
        }
    }

    record Quadrants(int samples, OptionalLong seed, Origin origin) implements Generated {
        public Quadrants {
            Numbers.count("the samples of quadrants", samples);
        }
    }

    /**
     * Points of the unit square, evenly drawn; class 1 inside the circle round its centre that has half its area (Carpenter et al. 1992).
     */
    record CircleInSquare(int samples, OptionalLong seed, Origin origin) implements Generated {

        /** √(1/(2π)). */
        public static final double RADIUS = 0.3989422804014327;

        public CircleInSquare {
            Numbers.count("the samples of circle_in_square", samples);
        }
    }

    record Moons(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Moons {
            Numbers.count("the samples of moons", samples);
            NOISE.require("moons", noise);
        }
    }

    record Circles(int samples, double noise, double factor, OptionalLong seed, Origin origin) implements Generated {
        static final Parameter FACTOR = Parameter.number("factor", "F", Bound.NOT_NEGATIVE, 0.5);

        public Circles {
            Numbers.count("the samples of circles", samples);
            NOISE.require("circles", noise);
            FACTOR.require("circles", factor);
        }
    }

    record Spirals(int samples, double noise, double turns, int classes, OptionalLong seed, Origin origin) implements Generated {
        static final Parameter TURNS = Parameter.number("turns", "T", Bound.ANY, 1);

        public Spirals {
            Numbers.count("the samples of spirals", samples);
            NOISE.require("spirals", noise);
            TURNS.require("spirals", turns);
            Numbers.count("the classes of spirals", classes);
        }
    }

    record Blobs(int samples, int classes, int features, double spread, OptionalLong seed, Origin origin) implements Generated {
        static final Parameter FEATURES = Parameter.count("features", "D", Limits.PARAMETERS, 2);
        static final Parameter SPREAD = Parameter.number("spread", "S", Bound.NOT_NEGATIVE, 1);

        public Blobs {
            Numbers.count("the samples of blobs", samples);
            Numbers.count("the classes of blobs", classes);
            Numbers.count("the features of blobs", features);
            SPREAD.require("blobs", spread);
        }
    }

    /** Regression: y = sin x. */
    record Sine(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Sine {
            Numbers.count("the samples of sine", samples);
            NOISE.require("sine", noise);
        }

        @Override
        public int features() {
            return 1;
        }

        @Override
        public int classes() {
            return 0;
        }
    }

    /** 150 × 4, 3 classes; ships with the project. */
    record Iris(Origin origin) implements DataSource {}

    /** 1,797 × 64 grey values 0..16, 10 classes; ships with the project. */
    record Digits(Origin origin) implements DataSource {}

    /** Samples written out; all inputs of one width, all targets of one width, at least one row. */
    record Rows(List<List<Double>> inputs, List<List<Double>> targets, Origin origin) implements DataSource {
        static final String WORD = "rows";

        public Rows {
            inputs = inputs.stream().map(List::copyOf).toList();
            targets = targets.stream().map(List::copyOf).toList();
            if (inputs.isEmpty() || inputs.size() != targets.size()) {
                throw new IllegalArgumentException(
                        "rows need as many targets as inputs and at least one, got " + inputs.size() + " and " + targets.size());
            }
        }
    }

    /** A csv file and which of its columns are what. */
    record Csv(String file, Origin fileOrigin, ColumnChoice columns, Origin origin) implements DataSource {
        static final String WORD = "csv";

        /** One whose columns of text become categories, and whose classes stand in their order. */
        public Csv(String file, Origin fileOrigin, List<Column> targets, List<Column> features, Origin origin) {
            this(file, fileOrigin, ColumnChoice.of(targets, features), origin);
        }

        /** What is learned. */
        public List<Column> targets() {
            return columns.targets();
        }

        /** What is learned from; empty for all that is no target and not excepted. */
        public List<Column> features() {
            return columns.features();
        }
    }

    /** A csv column by {@code name}, or by its {@code number} from 1. */
    record Column(Optional<String> name, int number, Origin origin) {

        /** Those that a program names. */
        static List<Column> named(List<String> names) {
            return names.stream().map(name -> new Column(Optional.of(name), 0, Origin.NONE)).toList();
        }

        /** As the language writes it. */
        public String text() {
            return name.map(Column::quoted).orElseGet(() -> Integer.toString(number));
        }

        /** A text in quotes, as the language reads it. */
        public static String quoted(String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }

    /** The MNIST container, plain or .gz. */
    record Idx(String images, Origin imagesOrigin, String labels, Origin labelsOrigin, Origin origin) implements DataSource {
        static final String WORD = "idx";
    }

    /** A NumPy archive and the names of its two arrays. */
    record Npz(String file, Origin fileOrigin, String inputs, Origin inputsOrigin, String targets, Origin targetsOrigin, Origin origin)
            implements
                DataSource {
        static final String WORD = "npz";
    }

    /** A source the host program registered under {@code word}, with the numbers given as options. */
    record Registered(String word, Map<String, Double> options, Origin origin) implements DataSource {
        public Registered {
            options = Map.copyOf(options);
        }
    }
}
