package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

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

    /** The four rows of exclusive or. */
    record Xor(Origin origin) implements DataSource {
        @Override
        public String word() {
            return "xor";
        }
    }

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

        @Override
        public String word() {
            return "quadrants";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).withSeed(seed).withOrigin(origin);
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

        @Override
        public String word() {
            return "circle_in_square";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).withSeed(seed).withOrigin(origin);
        }
    }

    record Moons(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Moons {
            Numbers.count("the samples of moons", samples);
            NOISE.require("moons", noise);
        }

        @Override
        public String word() {
            return "moons";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).with(NOISE, noise).withSeed(seed).withOrigin(origin);
        }
    }

    record Circles(int samples, double noise, double factor, OptionalLong seed, Origin origin) implements Generated {
        static final Parameter FACTOR = Parameter.number("factor", "F", Bound.NOT_NEGATIVE, 0.5);

        public Circles {
            Numbers.count("the samples of circles", samples);
            NOISE.require("circles", noise);
            FACTOR.require("circles", factor);
        }

        @Override
        public String word() {
            return "circles";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).with(NOISE, noise).with(FACTOR, factor).withSeed(seed).withOrigin(origin);
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

        @Override
        public String word() {
            return "spirals";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).with(NOISE, noise).with(TURNS, turns).with(CLASSES, classes).withSeed(seed)
                    .withOrigin(origin);
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

        @Override
        public String word() {
            return "blobs";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).with(CLASSES, classes).with(FEATURES, features).with(SPREAD, spread).withSeed(seed)
                    .withOrigin(origin);
        }
    }

    /** Regression: y = sin x. */
    record Sine(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Sine {
            Numbers.count("the samples of sine", samples);
            NOISE.require("sine", noise);
        }

        @Override
        public String word() {
            return "sine";
        }

        @Override
        public Arguments arguments() {
            return Arguments.of(SAMPLES, samples).with(NOISE, noise).withSeed(seed).withOrigin(origin);
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
    record Iris(Origin origin) implements DataSource {
        @Override
        public String word() {
            return "iris";
        }
    }

    /** 1,797 × 64 grey values 0..16, 10 classes; ships with the project. */
    record Digits(Origin origin) implements DataSource {
        @Override
        public String word() {
            return "digits";
        }
    }

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

        @Override
        public String word() {
            return WORD;
        }
    }

    /** A csv file; no {@code features} means all columns that are not targets. */
    record Csv(String file, Origin fileOrigin, List<Column> targets, List<Column> features, Origin origin) implements DataSource {
        static final String WORD = "csv";

        public Csv {
            targets = List.copyOf(targets);
            features = List.copyOf(features);
        }

        @Override
        public String word() {
            return WORD;
        }
    }

    /** A csv column by {@code name}, or by its {@code number} from 1. */
    record Column(Optional<String> name, int number, Origin origin) {}

    /** The MNIST container, plain or .gz. */
    record Idx(String images, Origin imagesOrigin, String labels, Origin labelsOrigin, Origin origin) implements DataSource {
        static final String WORD = "idx";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** A NumPy archive and the names of its two arrays. */
    record Npz(String file, Origin fileOrigin, String inputs, Origin inputsOrigin, String targets, Origin targetsOrigin, Origin origin)
            implements
                DataSource {
        static final String WORD = "npz";

        @Override
        public String word() {
            return WORD;
        }
    }

    /** A source the host program registered under {@code word}, with the numbers given as options. */
    record Registered(String word, Map<String, Double> options, Origin origin) implements DataSource {
        public Registered {
            options = Map.copyOf(options);
        }

        @Override
        public Arguments arguments() {
            var arguments = Arguments.NONE.withOrigin(origin);
            for (var option : new TreeMap<>(options).entrySet()) {
                arguments = arguments.with(Parameter.free(option.getKey()), option.getValue());
            }
            return arguments;
        }
    }
}
