package brickwork.model;

import brickwork.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Where samples come from, with every default resolved. Files are named as the spec names them, relative to its folder. */
public sealed interface DataSource {

    Origin origin();

    /** The word of the language, or the registered name. */
    String word();

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
    }

    record Quadrants(int samples, OptionalLong seed, Origin origin) implements Generated {
        public Quadrants {
            Numbers.count("the samples of quadrants", samples);
        }

        @Override
        public String word() {
            return "quadrants";
        }
    }

    record Moons(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Moons {
            Numbers.count("the samples of moons", samples);
            Numbers.notNegative("the noise of moons", noise);
        }

        @Override
        public String word() {
            return "moons";
        }
    }

    record Circles(int samples, double noise, double factor, OptionalLong seed, Origin origin) implements Generated {
        public Circles {
            Numbers.count("the samples of circles", samples);
            Numbers.notNegative("the noise of circles", noise);
            Numbers.notNegative("the factor of circles", factor);
        }

        @Override
        public String word() {
            return "circles";
        }
    }

    record Spirals(int samples, double noise, double turns, int classes, OptionalLong seed, Origin origin) implements Generated {
        public Spirals {
            Numbers.count("the samples of spirals", samples);
            Numbers.notNegative("the noise of spirals", noise);
            Numbers.finite("the turns of spirals", turns);
            Numbers.count("the classes of spirals", classes);
        }

        @Override
        public String word() {
            return "spirals";
        }
    }

    record Blobs(int samples, int classes, int features, double spread, OptionalLong seed, Origin origin) implements Generated {
        public Blobs {
            Numbers.count("the samples of blobs", samples);
            Numbers.count("the classes of blobs", classes);
            Numbers.count("the features of blobs", features);
            Numbers.notNegative("the spread of blobs", spread);
        }

        @Override
        public String word() {
            return "blobs";
        }
    }

    /** Regression: y = sin x. */
    record Sine(int samples, double noise, OptionalLong seed, Origin origin) implements Generated {
        public Sine {
            Numbers.count("the samples of sine", samples);
            Numbers.notNegative("the noise of sine", noise);
        }

        @Override
        public String word() {
            return "sine";
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
            return "rows";
        }
    }

    /** A csv file; no {@code features} means all columns that are not targets. */
    record Csv(String file, Origin fileOrigin, List<Column> targets, List<Column> features, Origin origin) implements DataSource {
        public Csv {
            targets = List.copyOf(targets);
            features = List.copyOf(features);
        }

        @Override
        public String word() {
            return "csv";
        }
    }

    /** A csv column by {@code name}, or by its {@code number} from 1. */
    record Column(Optional<String> name, int number, Origin origin) {}

    /** The MNIST container, plain or .gz. */
    record Idx(String images, Origin imagesOrigin, String labels, Origin labelsOrigin, Origin origin) implements DataSource {
        @Override
        public String word() {
            return "idx";
        }
    }

    /** A NumPy archive and the names of its two arrays. */
    record Npz(String file, Origin fileOrigin, String inputs, Origin inputsOrigin, String targets, Origin targetsOrigin, Origin origin)
            implements
                DataSource {
        @Override
        public String word() {
            return "npz";
        }
    }

    /** A source the host program registered under {@code word}, with the numbers given as options. */
    record Registered(String word, Map<String, Double> options, Origin origin) implements DataSource {
        public Registered {
            options = Map.copyOf(options);
        }
    }
}
