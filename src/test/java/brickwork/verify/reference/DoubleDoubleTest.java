package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleDoubleTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final double PRECISION = 1e-29;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @Test
    void keepsThirtyDigitsInSumsProductsAndQuotients() {
        for (var i = 0; i < 2000; i++) {
            var x = number(random.nextGaussian(0, 10));
            var y = number(random.nextGaussian(0, 10));
            assertThat(relativeError(x.plus(y), exact(x).add(exact(y)), exact(x).abs().add(exact(y).abs()))).isLessThan(PRECISION);
            assertThat(relativeError(x.minus(y), exact(x).subtract(exact(y)), exact(x).abs().add(exact(y).abs()))).isLessThan(PRECISION);
            assertThat(relativeError(x.times(y), exact(x).multiply(exact(y)))).isLessThan(PRECISION);
            assertThat(relativeError(x.over(y), exact(x).divide(exact(y), DIGITS))).isLessThan(PRECISION);
            assertThat(relativeError(x.times(x).sqrt(), exact(x).abs())).isLessThan(PRECISION);
            assertThat(relativeError(x.times(0.1), exact(x).multiply(new BigDecimal(0.1)))).isLessThan(PRECISION);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -3.7, -0.34, -1e-9, 1e-12, 0.02, 0.35, 1, 2.5, 30})
    void knowsThePowersOfE(double at) {
        var x = number(at);
        var power = exp(exact(x));

        assertThat(relativeError(x.exp(), power)).isLessThan(PRECISION);
        assertThat(relativeError(x.expm1(), power.subtract(BigDecimal.ONE))).isLessThan(PRECISION);
        var square = exp(exact(x).add(exact(x)));
        assertThat(relativeError(x.tanh(), square.subtract(BigDecimal.ONE).divide(square.add(BigDecimal.ONE), DIGITS)))
                .isLessThan(PRECISION);
        assertThat(relativeError(x.sigmoid(), power.divide(power.add(BigDecimal.ONE), DIGITS))).isLessThan(PRECISION);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.03, 0.9, 1.7, 55, 600})
    void undoesPowersByLogarithms(double at) {
        var x = number(at);

        assertThat(relativeError(x.log(), log(exact(x)), BigDecimal.ONE)).isLessThan(PRECISION);
        assertThat(relativeError(x.log1p(), log(exact(x).add(BigDecimal.ONE)), BigDecimal.ONE)).isLessThan(PRECISION);
        assertThat(relativeError(x.softplus(), exact(x).add(log(BigDecimal.ONE.add(exp(exact(x).negate())))), BigDecimal.ONE))
                .isLessThan(PRECISION);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5.5, -2, -0.4, 1e-10, 0.7, 1.9, 3.3, 8})
    void knowsTheErrorFunction(double at) {
        var x = number(at);

        assertThat(relativeError(x.erf(), erf(exact(x)))).isLessThan(PRECISION);
    }

    @Test
    void goesToItsLimitsFarOut() {
        assertThat(DoubleDouble.exactly(1000).exp().value()).isInfinite();
        assertThat(DoubleDouble.exactly(-1000).exp().value()).isZero();
        assertThat(DoubleDouble.exactly(1000).tanh().value()).isEqualTo(1);
        assertThat(DoubleDouble.exactly(-1000).tanh().value()).isEqualTo(-1);
        assertThat(DoubleDouble.exactly(1000).sigmoid().value()).isEqualTo(1);
        assertThat(DoubleDouble.exactly(1000).softplus().value()).isEqualTo(1000);
        assertThat(DoubleDouble.exactly(-1000).softplus().value()).isZero();
        assertThat(DoubleDouble.exactly(40).erf().value()).isEqualTo(1);
        assertThat(DoubleDouble.exactly(Double.NaN).exp().value()).isNaN();
        assertThat(DoubleDouble.exactly(0).sqrt()).isEqualTo(DoubleDouble.ZERO);
        assertThat(DoubleDouble.exactly(-1).sqrt().value()).isNaN();
    }

    /** A number near {@code high} with digits beyond those of a double. */
    private DoubleDouble number(double high) {
        return DoubleDouble.exactly(high).plus(DoubleDouble.exactly(Math.ulp(high) * random.nextDouble(-0.4, 0.4)));
    }

    private static BigDecimal exact(DoubleDouble x) {
        return new BigDecimal(x.high()).add(new BigDecimal(x.low()));
    }

    private static double relativeError(DoubleDouble x, BigDecimal truth) {
        return relativeError(x, truth, truth.abs());
    }

    private static double relativeError(DoubleDouble x, BigDecimal truth, BigDecimal scale) {
        return exact(x).subtract(truth).abs().divide(scale, DIGITS).doubleValue();
    }

    /** e^x = (e^(x/2^k))^(2^k) by its series. */
    private static BigDecimal exp(BigDecimal x) {
        var halvings = 12;
        var digits = new MathContext(80);
        var y = x.divide(BigDecimal.TWO.pow(halvings), digits);
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (var n = 1; n < 60; n++) {
            term = term.multiply(y).divide(new BigDecimal(n), digits);
            sum = sum.add(term, digits);
        }
        for (var i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, digits);
        }
        return sum;
    }

    /** Newton's iteration y + x/e^y - 1. */
    private static BigDecimal log(BigDecimal x) {
        var y = new BigDecimal(Math.log(x.doubleValue()));
        for (var i = 0; i < 3; i++) {
            y = y.add(x.divide(exp(y), DIGITS)).subtract(BigDecimal.ONE);
        }
        return y;
    }

    /** 2/√π·Σ (-1)ⁿ·x^(2n+1)/(n!·(2n+1)) in enough digits for its cancellations. */
    private static BigDecimal erf(BigDecimal x) {
        var digits = new MathContext(120);
        var sum = BigDecimal.ZERO;
        var power = x;
        for (var n = 0; n < 500; n++) {
            sum = sum.add(power.divide(new BigDecimal(2 * n + 1), digits), digits);
            power = power.multiply(x, digits).multiply(x, digits).divide(new BigDecimal(-(n + 1)), digits);
        }
        var pi = new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");
        return sum.multiply(BigDecimal.TWO).divide(pi.sqrt(DIGITS), DIGITS);
    }
}
