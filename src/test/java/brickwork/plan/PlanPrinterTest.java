package brickwork.plan;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.engine.NetworkBuilder;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Clip;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines {@link PlannerTest} does not print: the other updates, and sizes at the edges of their units. */
class PlanPrinterTest {

    private static NetworkBuilder sketch() {
        return NetworkBuilder.of(2).layer(3, new Activation.Tanh()).layer(1, new Activation.Sigmoid()).loss(1,
                new LossTerm.BinaryCrossEntropy());
    }

    static Stream<Arguments> updates() {
        return Stream.of(
                Arguments.of(new Optimizer.Sgd(0, false), "sgd"),
                Arguments.of(new Optimizer.Sgd(0.5, false), "sgd momentum 0.5"),
                Arguments.of(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false), "adam beta1 0.9 beta2 0.999 epsilon 1e-8"),
                Arguments.of(new Optimizer.Adam(0.9, 0.999, 1e-8, 0.01, true), "adamw beta1 0.9 beta2 0.999 epsilon 1e-8 decay 0.01"),
                Arguments.of(new Optimizer.RmsProp(0.99, 1e-8), "rmsprop alpha 0.99 epsilon 1e-8"),
                Arguments.of(new Optimizer.AdaGrad(1e-10), "adagrad epsilon 1e-10"),
                Arguments.of(new Optimizer.Rprop(0.5, 1.2, 1e-6, 50), "rprop shrink 0.5 grow 1.2 smallest 1e-6 largest 50"));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void anUpdateNamesItsRuleAndEveryNumberOfIt(Optimizer.Rule rule, String text) {
        var steps = PlanPrinter.steps(Planner.plan(sketch().rule(rule).network(), 4));
        assertThat(steps.getLast()).isEqualTo("update: " + text + " on 13 parameters");
    }

    @Test
    void stepsAreTheLinesOfThePlanWithoutTheirNumbers() {
        var plan = Planner.plan(sketch().clip(new Clip.Norm(2.5)).l1(1).network(), 4);
        var steps = PlanPrinter.steps(plan);
        assertThat(steps).hasSameSizeAs(plan.steps()).contains("clip: all gradients times 2.5/norm where the norm is above 2.5",
                "penalty: l1 1 over 2 weight matrices; lanes in blocks of 4096");
        assertThat(PlanPrinter.print(plan).lines().map(line -> line.replaceFirst("^ +\\d+  ", ""))).containsAll(steps);
    }

    @Test
    void anActivationInPlaceSaysSo() {
        assertThat(PlanPrinter.steps(Planner.plan(sketch().network(), 4))).contains("activate: a1, in place, = tanh(a1)");
    }

    @Test
    void keptTensorsAreMarked() {
        var network = NetworkBuilder.of(2).layer(3, new Activation.Tanh(), Bias.zeros(), true, 0).layer(1, new Activation.Tanh())
                .loss(1, new LossTerm.MeanAbsoluteError()).network();
        assertThat(PlanPrinter.print(Planner.plan(network, 1))).contains("parameters: 13, of which 4 are trained")
                .containsPattern("layer1\\.weight \\[3 x 2] +6 values, kept\n").containsPattern("layer2\\.weight \\[1 x 3] +3 values\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"0 | 0 B", "1023 | 1023 B", "1024 | 1.0 KiB", "1536 | 1.5 KiB", "1048576 | 1.0 MiB", "1073741824 | 1.0 GiB",
                    "1099511627776 | 1.0 TiB", "1125899906842624 | 1024.0 TiB", "1152921504606846976 | 1048576.0 TiB"})
    void bytesAreToldInTheLargestUnitThatFits(long bytes, String text) {
        assertThat(PlanPrinter.bytes(bytes)).isEqualTo(text);
    }
}
