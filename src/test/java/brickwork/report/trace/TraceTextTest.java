package brickwork.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.Brickwork;
import brickwork.source.Outcome;
import brickwork.verify.RandomNetworks;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.StepTracer;
import brickwork.verify.trace.TraceBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every equation of a trace is true, as a reader with a pencil finds it from the numbers written there. */
class TraceTextTest {

    /** Ten digits are shown; a difference of numbers, or a quotient by one, loses some of them. */
    private static final double LOST = 1e-7;

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20, 30, 40, 50, 60, 70})
    void everyEquationOfRandomNetworksIsTrue(int first) {
        for (var seed = first; seed < first + 10; seed++) {
            var drawn = RandomNetworks.draw(seed);
            var all = IntStream.range(0, drawn.rows().count()).toArray();
            var trace = StepTracer.trace(drawn.network(), new TraceBatch(drawn.rows(), all, false), drawn.parameters(),
                    StepTracer.Options.standard());
            assertTrue(trace, 10 + drawn.network().feedForward().layers().size() * 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "layer 2 -> 3 sigmoid dropout 50% -> 2 tanh dropout 30% -> 1 sigmoid; loss bce; train 1 epoch batch full",
            "layer 2 -> 3 gelu -> 3 silu -> 3 softplus -> 3 selu -> 3 elu 0.5 -> 2 softmax; loss cross_entropy + 0.5 * mse + l1 0.01",
            "layer 3 -> 2 softmax; loss huber 0.2 + mae; optimizer adamw rate 0.1 decay 0.2; clip norm 0.05",
            "layer 2 -> 3 relu norm -> 2 mish norm momentum 0.2 epsilon 0.001 -> 1 sigmoid; loss bce + l2 0.001; optimizer adam rate 0.01",
            "layer 2 -> 4 tanh norm dropout 40% -> 3 gelu frozen norm -> 2 softmax norm epsilon 0.1; loss cross_entropy + mse; clip norm 1",
            "data moons samples 30; layer 2 -> 3 elu -> 3 silu norm -> 1 sigmoid norm; loss bce + mae; train 1 epoch batch 10",
            "layer 11 -> 10 leaky_relu -> 1 linear; loss huber 0.5 + l2 0.1; optimizer sgd rate 0.1 momentum 0.9 nesterov; clip value 0.1",
            "layer 3 -> 2 tanh -> 1 linear; loss mse; optimizer rprop rate 0.1 largest 0.05"})
    void everyEquationOfTheseIsTrue(String spec) {
        assertTrue(traced(Brickwork.standard().compile(spec).trace()), 30);
    }

    private static StepTrace traced(Outcome<StepTrace> outcome) {
        return switch (outcome) {
            case Outcome.Success<StepTrace>(var trace, _) -> trace;
            case Outcome.Failure<StepTrace>(var faults) -> throw new AssertionError(faults);
        };
    }

    private static void assertTrue(StepTrace trace, int atLeast) {
        var equations = Equations.of(TraceText.write(trace));
        assertThat(equations).hasSizeGreaterThan(atLeast).allSatisfy(equation -> {
            var result = Arithmetic.value(equation.sides().getLast());
            assertThat(equation.sides().subList(0, equation.sides().size() - 1)).allSatisfy(side -> assertThat(Arithmetic.value(side))
                    .as(equation.line()).isCloseTo(result, within(LOST * Math.max(1, Math.abs(result)))));
        });
    }

    /** Four z, a, f'(z), delta and dL/da each, two parts of the loss, eight gradients and eight updates. */
    @Test
    void everyNumberOfTheExampleStandsInAnEquation() throws IOException {
        var text = TraceText.write(traced(Brickwork.standard().load(Path.of("specs/mazur.nn")).trace()));

        assertThat(Equations.of(text)).hasSize(4 * 5 + 2 + 8 + 8);
    }

    @Test
    void theReaderReckonsRight() {
        assertThat(Arithmetic.value("-(1*ln 0.5 + (1 - 1)*ln(1 - 0.5))/(2*1)")).isCloseTo(0.34657359, within(1e-8));
        assertThat(Arithmetic.value("2*(|0.3 - 0.5| - 1/2)/4")).isCloseTo(-0.15, within(1e-15));
        assertThat(Arithmetic.value("0.5*(1.6e-2*e^-0.5 - 1)")).isCloseTo(-0.49514775, within(1e-8));
        assertThat(Arithmetic.value("(-0.3)/2*(1 + erf(-0.3/sqrt(2))) - max(-1, 0)*(-2)^2*tanh(1)")).isCloseTo(-0.11462658, within(1e-8));
    }

    @Test
    void namesWhatIsNotWrittenOut() {
        var spec = Brickwork.standard()
                .compile("data moons samples 40; layer 2 -> 2 tanh -> 1 sigmoid; loss bce + l2 0.01; train 1 epoch batch 10");

        var text = TraceText.write(traced(spec.trace(3)));

        assertThat(text).contains("3 samples of 10 written out; every sum is over all 10 (--samples 10 writes out all)")
                .contains(" of samples 4 to 10").contains("  samples 4 to 10 = ").doesNotContain("sample 4,");
        assertThat(TraceText.write(traced(spec.trace(10)))).contains("sample 10, output 1").doesNotContain("written out");
        assertThat(TraceText.write(traced(spec.trace(9)))).contains(" of sample 10");
    }

    @Test
    void saysThatOutputsAreDropped() {
        var text = TraceText.write(traced(
                Brickwork.standard().compile("layer 2 -> 8 tanh dropout 50% -> 1 linear; loss mse").trace()));

        assertThat(text).contains("dropout is on", "dropout 0.5: a' = a*mask, the mask 0 or 1/(1 - 0.5)", "*0 = 0, dropped")
                .containsPattern("a'\\d = [^ ]+\\*2 = ").contains("dL/da'1 = w11*delta1 = ");
    }
}
