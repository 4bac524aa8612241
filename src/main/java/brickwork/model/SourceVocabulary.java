package brickwork.model;

import static brickwork.model.DataSource.CLASSES;
import static brickwork.model.DataSource.NOISE;
import static brickwork.model.DataSource.SAMPLES;
import static brickwork.model.DataSource.SEED;

import brickwork.model.DataSource.Blobs;
import brickwork.model.DataSource.CircleInSquare;
import brickwork.model.DataSource.Circles;
import brickwork.model.DataSource.Csv;
import brickwork.model.DataSource.Digits;
import brickwork.model.DataSource.Idx;
import brickwork.model.DataSource.Iris;
import brickwork.model.DataSource.Moons;
import brickwork.model.DataSource.Npz;
import brickwork.model.DataSource.Quadrants;
import brickwork.model.DataSource.Rows;
import brickwork.model.DataSource.Sine;
import brickwork.model.DataSource.Spirals;
import brickwork.model.DataSource.Xor;
import java.util.List;
import java.util.function.Function;

/** The sources of the language: how each is written, and what a page says of it. */
final class SourceVocabulary {

    private SourceVocabulary() {}

    /** The sources that are named by a word and take options, if any. */
    static Vocabulary<DataSource> named() {
        return new Vocabulary<>("data source", List.of(named("the four rows of exclusive or, as classes 0 and 1", a -> new Xor(a.origin())),
                named("two standard normal inputs; class 1 where exactly one of them is positive",
                        a -> new Quadrants(a.count(SAMPLES), a.seed(), a.origin()), SAMPLES, SEED),
                named("points of the unit square; class 1 inside the circle round its centre that has half its area",
                        a -> new CircleInSquare(a.count(SAMPLES), a.seed(), a.origin()), SAMPLES, SEED),
                named("two interleaved half circles, as scikit-learn's `make_moons`",
                        a -> new Moons(a.count(SAMPLES), a.number(NOISE), a.seed(), a.origin()), SAMPLES, NOISE, SEED),
                named("a circle of radius 1 and one of radius F",
                        a -> new Circles(a.count(SAMPLES), a.number(NOISE), a.number(Circles.FACTOR), a.seed(), a.origin()),
                        SAMPLES, NOISE, Circles.FACTOR, SEED),
                named("C arms of T turns", a -> new Spirals(a.count(SAMPLES), a.number(NOISE), a.number(Spirals.TURNS), a.count(CLASSES),
                        a.seed(), a.origin()), SAMPLES, NOISE, Spirals.TURNS, CLASSES, SEED),
                named("C normal clouds of deviation S in D dimensions, round centres in [-10, 10]",
                        a -> new Blobs(a.count(SAMPLES), a.count(CLASSES), a.count(Blobs.FEATURES), a.number(Blobs.SPREAD), a.seed(),
                                a.origin()),
                        SAMPLES, CLASSES, Blobs.FEATURES, Blobs.SPREAD, SEED),
                named("y = sin x over [-π, π]; real targets", a -> new Sine(a.count(SAMPLES), a.number(NOISE), a.seed(), a.origin()),
                        SAMPLES, NOISE, SEED),
                named("150 flowers, 4 measurements, 3 species", a -> new Iris(a.origin())),
                named("1,797 handwritten digits, 64 grey values from 0 to 16, 10 classes", a -> new Digits(a.origin()))));
    }

    /** The sources that are written in a form of their own. */
    static List<Form> forms() {
        return List.of(new Form(Rows.WORD, "rows [ … ]", "the samples written out"),
                new Form(Csv.WORD, "csv \"FILE\" target COLUMN", "a table"),
                new Form(Idx.WORD, "idx \"IMAGES\" labels \"LABELS\"", "the container of MNIST, plain or `.gz`"),
                new Form(Npz.WORD, "npz \"FILE\" inputs \"X\" targets \"Y\"", "two arrays of a NumPy archive"));
    }

    private static Definition<DataSource> named(String remark, Function<Arguments, DataSource> maker, Parameter... options) {
        return Definition.of(maker, options).remarked(remark);
    }
}
