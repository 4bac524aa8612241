package brickwork.exchange;

import java.util.Arrays;

/** factor·x + offset, column by column; immutable. */
record ColumnAffine(double[] factor, double[] offset) {

    /** x itself. */
    static ColumnAffine identity(int width) {
        var ones = new double[width];
        Arrays.fill(ones, 1);
        return new ColumnAffine(ones, new double[width]);
    }

    /** c added to what it gives. */
    ColumnAffine plus(double[] c) {
        return new ColumnAffine(factor, sum(offset, c));
    }

    /** What it gives multiplied with c. */
    ColumnAffine times(double[] c) {
        return new ColumnAffine(product(factor, c), product(offset, c));
    }

    static double[] sum(double[] a, double[] b) {
        var sum = a.clone();
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    static double[] product(double[] a, double[] b) {
        var product = a.clone();
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }
}
