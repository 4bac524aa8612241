package brickwork.kernel;

/** A number as an unevaluated sum of two doubles, good to some 100 bits (Dekker, 1971): the yardstick for the elementary functions. */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ONE = of(1);
    static final DoubleDouble TWO = of(2);

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a + b exactly. */
    static DoubleDouble sum(double a, double b) {
        var sum = a + b;
        var rest = sum - a;
        return new DoubleDouble(sum, (a - (sum - rest)) + (b - rest));
    }

    private static DoubleDouble tidy(double high, double low) {
        var sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

    DoubleDouble plus(DoubleDouble other) {
        var highs = sum(high, other.high);
        var lows = sum(low, other.low);
        var sum = tidy(highs.high, highs.low + lows.high);
        return tidy(sum.high, sum.low + lows.low);
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(other.negated());
    }

    DoubleDouble times(DoubleDouble other) {
        var product = high * other.high;
        var rest = Math.fma(high, other.high, -product);
        return tidy(product, rest + (high * other.low + low * other.high));
    }

    DoubleDouble times(double factor) {
        return times(of(factor));
    }

    DoubleDouble over(DoubleDouble divisor) {
        var first = high / divisor.high;
        var rest = minus(divisor.times(first));
        var second = rest.high / divisor.high;
        var third = rest.minus(divisor.times(second)).high / divisor.high;
        return tidy(first, second).plus(of(third));
    }

    /** Times 2^k, exactly while nothing leaves the range. */
    DoubleDouble scaled(int k) {
        return new DoubleDouble(Math.scalb(high, k), Math.scalb(low, k));
    }
}
