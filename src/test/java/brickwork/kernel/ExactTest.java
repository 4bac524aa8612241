package brickwork.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick itself, against forty digits from mpmath 1.3.0. */
class ExactTest {
    @ParameterizedTest
    @CsvSource({
            "exp, 0.3, 1.349858807576003088997301031688634032142",
            "exp, -7.25, 0.0007101743888425490635846003705775444086763",
            "exp, 50.5, 8.548134287298057692257916908921684841848e+21",
            "expm1, 0.0078125, 0.007843097206447977693453559760123579193392",
            "expm1, -0.4, -0.329679953964360714139662054383406506856",
            "expm1, 30.1, 1.181038092425447887370946666946549479411e+13",
            "log, 0.7, -0.3566749439387324423539544041072745145718",
            "log, 1.0009765625, 0.0009760859730554588959608249080171866726118",
            "log, 3e-300, -689.6769156095455954336827922767906802429",
            "log, 10000000000.0, 23.02585092994045684017991454684364207601",
            "log1p, 1e-05, 9.999950000333331651375692083392023444602e-6",
            "log1p, -0.9, -2.302585092994045906062596379715696944231",
            "log1p, 0.3, 0.262364264467491043495318874379750203632",
            "log1p, 123.0, 4.820281565605036864763628567458710346601",
            "tanh, 0.0001, 9.999999966666667279217354906736851897597e-5",
            "tanh, 0.6, 0.5370495669980352700616249882151352615978",
            "tanh, 3.5, 0.9981778976111987092842733524506117173517",
            "sigmoid, -60.0, 8.756510762696520338488732724062685299337e-27",
            "sigmoid, -0.2, 0.4501660026875220886928614781506875833723",
            "sigmoid, 4.5, 0.9890130573694068199613646215030915829324",
            "erf, 0.001, 0.001128378790969236403437564139371489641823",
            "erf, 0.8, 0.7421009647076605125897873556127084126145",
            "erf, 1.7, 0.9837904585907745608413129458089250032857",
            "erf, 5.0, 0.9999999999984625402055719651498116565146",
    })
    void agreesWithFortyDigits(String function, double x, BigDecimal expected) {
        var exact = value(function, x);
        var scale = BigDecimal.valueOf(2).pow(exact.exponent(), MathContext.DECIMAL128);
        var got = new BigDecimal(exact.significand().high()).add(new BigDecimal(exact.significand().low())).multiply(scale);
        assertThat(got.subtract(expected).abs()).isLessThan(expected.abs().multiply(new BigDecimal("1e-29")));
    }

    @Test
    void countsUnitsInTheLastPlace() {
        assertThat(Exact.exp(0).ulps(Math.nextUp(1.0))).isEqualTo(1);
        assertThat(Exact.exp(-745).ulps(Double.MIN_VALUE)).isLessThan(0.5);
        assertThat(Exact.exp(-745).ulps(3 * Double.MIN_VALUE)).isBetween(2.4, 2.5);
        assertThat(Exact.exp(709.8).ulps(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Exact.exp(709).ulps(Double.POSITIVE_INFINITY)).isGreaterThan(0x1p48);
    }

    private static Exact value(String function, double x) {
        return switch (function) {
            case "exp" -> Exact.exp(x);
            case "expm1" -> Exact.expm1(x);
            case "log" -> Exact.log(x);
            case "log1p" -> Exact.log1p(x);
            case "tanh" -> Exact.tanh(x);
            case "sigmoid" -> Exact.sigmoid(x);
            case "erf" -> Exact.erf(x);
            default -> throw new IllegalArgumentException("expected an elementary function, got " + function);
        };
    }
}
