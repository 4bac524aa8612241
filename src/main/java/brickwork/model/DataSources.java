package brickwork.model;

import brickwork.source.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sources of data as a program says them; each draws, where it draws, under the seed of the spec. Bounds are those of the language. */
public final class DataSources {

    private DataSources() {}

    /** The four rows of exclusive or. */
    public static DataSource xor() {
        return new DataSource.Xor(Origin.NONE);
    }

    /** 150 × 4, 3 classes. */
    public static DataSource iris() {
        return new DataSource.Iris(Origin.NONE);
    }

    /** 1,797 × 64 grey values 0..16, 10 classes. */
    public static DataSource digits() {
        return new DataSource.Digits(Origin.NONE);
    }

    public static DataSource quadrants(int samples) {
        return new DataSource.Quadrants(samples, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource circleInSquare(int samples) {
        return new DataSource.CircleInSquare(samples, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource moons(int samples, double noise) {
        return new DataSource.Moons(samples, noise, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource circles(int samples, double noise, double factor) {
        return new DataSource.Circles(samples, noise, factor, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource spirals(int samples, double noise, double turns, int classes) {
        return new DataSource.Spirals(samples, noise, turns, classes, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource blobs(int samples, int classes, int features, double spread) {
        return new DataSource.Blobs(samples, classes, features, spread, OptionalLong.empty(), Origin.NONE);
    }

    public static DataSource sine(int samples, double noise) {
        return new DataSource.Sine(samples, noise, OptionalLong.empty(), Origin.NONE);
    }

    /**
     * Samples written out in the text.
     *
     * @param inputs  [rows][inputs]
     * @param targets [rows][targets]
     * @throws IllegalArgumentException where there is no row, or there are other than as many targets as inputs
     */
    public static DataSource rows(double[][] inputs, double[][] targets) {
        return new DataSource.Rows(lists(inputs), lists(targets), Origin.NONE);
    }

    /** A csv file with these target columns, by name; all others are features. */
    public static DataSource csv(String file, String... targets) {
        return csv(file, List.of(targets), List.of());
    }

    /** A csv file with these columns, by name; no features means all that are no targets. */
    public static DataSource csv(String file, List<String> targets, List<String> features) {
        return new DataSource.Csv(file, Origin.NONE, DataSource.Column.named(targets), DataSource.Column.named(features), Origin.NONE);
    }

    /** The MNIST container, plain or .gz. */
    public static DataSource idx(String images, String labels) {
        return new DataSource.Idx(images, Origin.NONE, labels, Origin.NONE, Origin.NONE);
    }

    /** A NumPy archive and the names of its two arrays. */
    public static DataSource npz(String file, String inputs, String targets) {
        return new DataSource.Npz(file, Origin.NONE, inputs, Origin.NONE, targets, Origin.NONE, Origin.NONE);
    }

    /** A source of the host program, under the name it is registered by. */
    public static DataSource registered(String name, Map<String, Double> options) {
        return new DataSource.Registered(name, options, Origin.NONE);
    }

    private static List<List<Double>> lists(double[][] rows) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }
}
