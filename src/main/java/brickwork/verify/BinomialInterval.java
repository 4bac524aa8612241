package brickwork.verify;

/**
 * The exact interval of Clopper and Pearson (1934) for the share behind a count: the shares under which so many successes, or more extreme,
 * are not rarer than 2.5% on either side.
 *
 * @param low  lower end, in [0, 1]
 * @param high upper end, in [0, 1]
 */
record BinomialInterval(double low, double high) {

    private static final double TAIL = 0.025;
    private static final int BISECTIONS = 60;

    /** At 95% confidence. */
    static BinomialInterval of(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("a share needs 0 <= successes <= trials and a trial, got " + successes + " of " + trials);
        }
        return new BinomialInterval(lower(successes, trials), 1 - lower(trials - successes, trials));
    }

    /** The p at which {@code successes} or more of {@code trials} have the probability of the tail; it grows with p. */
    private static double lower(int successes, int trials) {
        if (successes == 0) {
            return 0;
        }
        var low = 0.0;
        var high = 1.0;
        for (var i = 0; i < BISECTIONS; i++) {
            var middle = (low + high) / 2;
            if (atLeast(successes, trials, middle) < TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** P(X ≥ k) for n trials of chance p: its terms from k on, each from the one before. */
    private static double atLeast(int k, int n, double p) {
        if (p <= 0) {
            return 0;
        }
        var logTerm = k * StrictMath.log(p) + (n - k) * StrictMath.log1p(-p);
        for (var i = 1; i <= k; i++) {
            logTerm += StrictMath.log((n - k + i) / (double) i);
        }
        var sum = 0.0;
        for (var i = k; i <= n; i++) {
            sum += StrictMath.exp(logTerm);
            logTerm += StrictMath.log((n - i) / (i + 1.0) * (p / (1 - p)));
        }
        return sum;
    }
}
