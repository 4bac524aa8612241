package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Elementary64Test {
    /** The functions, the largest errors their Javadoc states, and the intervals where errors are sought: all, and the worst. */
    enum Function {
        EXP(Elementary64::exp, Exact::exp, 0.98, -746, 710.5, -1, 1),
        EXPM1(Elementary64::expm1, Exact::expm1, 1.46, -40, 710.5, -40, 40, -1.5, 1.5, 0.39, 0.41),
        LOG(Elementary64::log, Exact::log, 0.87, 0, 1e-300, 0, 1e-310, 0, 1e308, 0, 1000, 0.4, 2.5, 0.7, 0.708),
        LOG1P(Elementary64::log1p, Exact::log1p, 0.87, -1, 20, 0, 1e300, -0.999, 2.5, -0.3, -0.292, 0.39, 0.415),
        TANH(Elementary64::tanh, Exact::tanh, 1.23, -20, 20, -1.5, 1.5, 0.625, 0.627),
        SIGMOID(Elementary64::sigmoid, Exact::sigmoid, 1.06, -746, 40, -40, 40, -2, 2, -37.8, -37.77),
        ERF(Elementary64::erf, Exact::erf, 1.05, -6, 6, -1.5, 1.5, 0.985, 1);

        private final DoubleUnaryOperator tested;
        private final DoubleFunction<Exact> exact;
        private final double stated;
        private final double[] intervals;

        Function(DoubleUnaryOperator tested, DoubleFunction<Exact> exact, double stated, double... intervals) {
            this.tested = tested;
            this.exact = exact;
            this.stated = stated;
            this.intervals = intervals;
        }

        double valueAt(double x) {
            return tested.applyAsDouble(x);
        }

        private boolean isDefinedAt(double x) {
            return Double.isFinite(x) && (this != LOG || x > 0) && (this != LOG1P || x > -1);
        }

        /** Uniform in one of the intervals, now and then pulled towards 0. */
        private double argument(SplittableRandom random, int i) {
            var interval = 2 * (i % (intervals.length / 2));
            var x = random.nextDouble(intervals[interval], intervals[interval + 1]);
            return i % 8 == 7 ? Math.scalb(x, -random.nextInt(40)) : x;
        }

        private void checkErrors(DoubleStream arguments) {
            var worst = new double[2];
            arguments.filter(this::isDefinedAt).forEach(x -> {
                var error = exact.apply(x).ulps(valueAt(x));
                if (!(error <= worst[0])) {
                    worst[0] = error;
                    worst[1] = x;
                }
            });
            assertThat(worst[0]).as("%s at %s, in ulp", this, worst[1]).isLessThanOrEqualTo(stated);
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorIsAtMostWhatIsStated(Function function) {
        var random = new SplittableRandom(1);
        function.checkErrors(IntStream.range(0, 40_000).mapToDouble(i -> function.argument(random, i)));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void errorIsAtMostWhatIsStatedOverTenMillionArguments(Function function) {
        var random = new SplittableRandom(2);
        function.checkErrors(IntStream.range(0, 10_000_000).mapToDouble(i -> function.argument(random, i)));
    }

    @ParameterizedTest
    @EnumSource
    void errorIsAtMostWhatIsStatedWhereTheMethodChanges(Function function) {
        var halves = IntStream.rangeClosed(-1080, 1030).mapToDouble(k -> (k + 0.5) * StrictMath.log(2));
        var powers = IntStream.rangeClosed(-1074, 1023).mapToDouble(k -> Math.scalb(1, k));
        var roots = IntStream.rangeClosed(-1022, 1023).mapToDouble(k -> Math.scalb(0x1.6a09e667f3bcdp-1, k));
        var seams = DoubleStream.of(0.625, Math.sqrt(2) - 1, 1 - Math.sqrt(0.5), 709.782712893384, 745.1332191019411, 36.7, 37.4);
        var integers = IntStream.rangeClosed(0, 800).mapToDouble(n -> n);
        var places = Stream.of(halves, powers, roots, seams, integers).flatMapToDouble(stream -> stream);
        var magnitudes = places.flatMap(x -> DoubleStream.of(Math.nextDown(x), x, Math.nextUp(x)));
        function.checkErrors(magnitudes.flatMap(x -> DoubleStream.of(x, -x)));
    }

    @ParameterizedTest
    @EnumSource
    void keepsToTheStatedErrorForAnyBitPattern(Function function) {
        var random = new SplittableRandom(3);
        function.checkErrors(random.longs(20_000).mapToDouble(Double::longBitsToDouble));
    }
}
