package brickwork.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What is to be learned, as a source holds it. */
sealed interface Targets {

    /** More classes than any real set has; larger numbers are taken for plain numbers, or refused where only classes will do. */
    int MOST_CLASSES = 1_000_000;

    int rows();

    /**
     * One class number a row.
     *
     * @param labels  class numbers from 0, one a row
     * @param classes number of classes
     * @param names   of the classes; empty where their numbers are their names
     */
    record Labels(int[] labels, int classes, List<String> names) implements Targets {
        public Labels {
            names = List.copyOf(names);
        }

        /** Class numbers that are their own names. With numbers there are at least two classes: 0 and 1. */
        static Labels numbered(int[] labels) {
            var largest = IntStream.of(labels).max().orElse(0);
            return new Labels(labels, Math.max(2, largest + 1), List.of());
        }

        /**
         * An array of class numbers. From 0 on each number up to the largest is a class, whether it is there or not; where 0 is not there
         * they are {@link #named}.
         */
        static Labels ofArray(double[] values) {
            return DoubleStream.of(values).anyMatch(value -> value == 0)
                    ? numbered(DoubleStream.of(values).mapToInt(value -> (int) value).toArray()) : named(values);
        }

        /**
         * Whole numbers that name classes, in the order of their values: 1 and 2 are the first and the second class. Where they are all the
         * numbers from 0 they are their own names; a single one is taken for one of two.
         */
        static Labels named(double[] values) {
            var distinct = DoubleStream.of(values).sorted().distinct().toArray();
            var last = distinct.length - 1;
            if (distinct[0] >= 0 && distinct[last] <= Math.max(1, last)) {
                return numbered(DoubleStream.of(values).mapToInt(value -> (int) value).toArray());
            }
            var labels = DoubleStream.of(values).mapToInt(value -> Arrays.binarySearch(distinct, value)).toArray();
            return new Labels(labels, distinct.length, DoubleStream.of(distinct).mapToObj(value -> String.valueOf((long) value)).toList());
        }

        /** Of two classes the one named so as the second. */
        Labels withPositive(String name) {
            if (classNames().indexOf(name) == 1) {
                return this;
            }
            return new Labels(IntStream.of(labels).map(label -> 1 - label).toArray(), classes, classNames().reversed());
        }

        @Override
        public int rows() {
            return labels.length;
        }

        List<String> classNames() {
            return names.isEmpty() ? IntStream.range(0, classes).mapToObj(String::valueOf).toList() : names;
        }

        /** Whether each class stands in one run of rows, and there are several. */
        boolean comeClassAfterClass() {
            var seen = new boolean[classes];
            var runs = 0;
            for (var i = 0; i < labels.length; i++) {
                if (i == 0 || labels[i] != labels[i - 1]) {
                    if (seen[labels[i]]) {
                        return false;
                    }
                    seen[labels[i]] = true;
                    runs++;
                }
            }
            return runs > 1;
        }
    }

    /** Whole numbers in one column: classes or numbers, which the last layer decides. */
    record Whole(Labels labels, Reals numbers) implements Targets {
        @Override
        public int rows() {
            return labels.rows();
        }
    }

    /** Real numbers, one or more a row. */
    record Reals(Cells cells) implements Targets {
        @Override
        public int rows() {
            return cells.rows();
        }

        /** The class numbers, where one column holds only 0 and 1 or every row of several is one-hot. */
        Optional<Labels> asClasses() {
            var row = new double[cells.columns()];
            for (var i = 0; i < cells.rows(); i++) {
                cells.row(i, row, 0);
                if (label(row) < 0) {
                    return Optional.empty();
                }
            }
            var labels = new int[cells.rows()];
            for (var i = 0; i < labels.length; i++) {
                cells.row(i, row, 0);
                labels[i] = label(row);
            }
            return Optional.of(new Labels(labels, Math.max(2, row.length), List.of()));
        }

        /** The class of a row, or -1 where it is none. */
        static int label(double[] row) {
            return row.length == 1 ? zeroOrOne(row[0]) : oneHot(row);
        }

        private static int zeroOrOne(double value) {
            return value == 0 ? 0 : value == 1 ? 1 : -1;
        }

        /** The place of the only 1 among zeros, or -1. */
        private static int oneHot(double[] row) {
            var hot = -1;
            for (var i = 0; i < row.length; i++) {
                if (row[i] != 0) {
                    if (row[i] != 1 || hot >= 0) {
                        return -1;
                    }
                    hot = i;
                }
            }
            return hot;
        }
    }
}
