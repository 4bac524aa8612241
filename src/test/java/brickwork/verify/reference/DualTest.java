package brickwork.verify.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DualTest {

    private static final double STEP = 0x1p-30;

    @Test
    void differentiatesEveryFunctionItHas() {
        List<UnaryOperator<Dual>> duals = List.of(Dual::exp, Dual::expm1, Dual::log, Dual::log1p, Dual::tanh, Dual::erf, Dual::sigmoid,
                Dual::softplus, Dual::sqrt, x -> x.times(x), x -> x.of(1).over(x), x -> x.over(x.exp()),
                x -> x.minus(x.times(3)).plus(x.exp()));
        List<UnaryOperator<DoubleDouble>> precise = List.of(DoubleDouble::exp, DoubleDouble::expm1, DoubleDouble::log, DoubleDouble::log1p,
                DoubleDouble::tanh, DoubleDouble::erf, DoubleDouble::sigmoid, DoubleDouble::softplus, DoubleDouble::sqrt, x -> x.times(x),
                x -> x.of(1).over(x), x -> x.over(x.exp()), x -> x.minus(x.times(3)).plus(x.exp()));
        for (var i = 0; i < duals.size(); i++) {
            for (var x = 0.125; x < 4; x += 0.125) {
                var function = precise.get(i);
                var truth = function.apply(DoubleDouble.exactly(x + STEP)).minus(function.apply(DoubleDouble.exactly(x - STEP)))
                        .times(1 / (2 * STEP)).value();

                var dual = duals.get(i).apply(new Dual(x, 1));

                assertThat(dual.slope()).as("function %s at %s", i, x).isCloseTo(truth, relative(truth));
                assertThat(dual.value()).isCloseTo(function.apply(DoubleDouble.exactly(x)).value(), relative(dual.value()));
            }
        }
    }

    private static Offset<Double> relative(double value) {
        return Offset.offset(1e-14 * Math.max(1e-3, Math.abs(value)));
    }
}
