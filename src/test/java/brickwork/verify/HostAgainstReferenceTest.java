package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.HostExamples;
import brickwork.engine.EngineOptions;
import brickwork.model.Activation;
import brickwork.model.CustomActivation;
import brickwork.model.Dense;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.model.Precision;
import brickwork.report.trace.TraceText;
import brickwork.source.Origin;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.trace.Agreement;
import brickwork.verify.trace.StepTracer;
import brickwork.verify.trace.TraceBatch;
import java.util.ArrayList;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random networks, some of whose functions a host program brings: engine, interpreter and trace agree on them. */
class HostAgainstReferenceTest {

    /** A drawn network with functions of the host program in the place of some of its own. */
    private static RandomNetworks.Case draw(long seed) {
        var drawn = RandomNetworks.draw(seed);
        var n = drawn.network();
        var penalties = new ArrayList<>(n.feedForward().loss().penalties());
        penalties.add(new Penalty.Host("group", 0.02, new HostExamples.Group(), Origin.NONE));
        penalties.add(new Penalty.Host("ridge", 0.01, HostExamples.RIDGE, Origin.NONE));
        var loss = new Loss(n.feedForward().loss().data().stream().map(HostAgainstReferenceTest::ofHost).toList(), penalties);
        return new RandomNetworks.Case(
                RandomNetworks.network(n.feedForward().layers().stream().map(HostAgainstReferenceTest::ofHost).toList(), loss,
                        n.learning().descent().optimizer(), n.learning().descent().clip()),
                drawn.parameters(), drawn.rows());
    }

    private static Layer ofHost(Layer layer) {
        var activation = switch (layer.activation()) {
            case Activation.Tanh _ -> host("swish", HostExamples.swish(1.5));
            case Activation.Relu _, Activation.LeakyRelu _ -> host("clipped", HostExamples.CLIPPED);
            case Activation.Silu _, Activation.Elu _, Activation.Linear _ -> host("logistic", HostExamples.LOGISTIC);
            case Activation other -> other;
        };
        return RandomNetworks.layer(layer.number(), layer.inputs(), layer.units(), activation, ((Dense) layer).bias(), layer.frozen());
    }

    private static Activation host(String name, CustomActivation function) {
        return new Activation.Host(name, OptionalDouble.empty(), function);
    }

    private static LossTerm ofHost(LossTerm term) {
        return switch (term.kind()) {
            case LossTerm.SumSquaredError _ ->
                    new LossTerm(term.factor(), new LossTerm.Host("squares", OptionalDouble.empty(), HostExamples.SQUARES), Origin.NONE);
            case LossTerm.MeanSquaredError _, LossTerm.MeanAbsoluteError _ -> new LossTerm(term.factor(),
                    new LossTerm.Host("cosine_distance", OptionalDouble.empty(), new HostExamples.CosineDistance()), Origin.NONE);
            case LossTerm.Kind _ -> term;
        };
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theEngineAgrees(Precision precision) {
        for (var seed = 0; seed < 60; seed++) {
            EngineAgainstReferenceTest.compare(draw(seed), precision, precision == Precision.F64 ? 1e-12 : 5e-4, "seed " + seed);
        }
    }

    @Test
    void theGradientCheckRaisesNoFalseAlarm() {
        for (var seed = 100; seed < 160; seed++) {
            var drawn = draw(seed);

            var report = GradientCheck.check(drawn.network(), drawn.rows(), drawn.parameters(), GradientCheck.Options.standard());

            assertThat(report.passed()).as("seed %s: %s, dual %s", seed, report.worst(), report.dual()).isTrue();
        }
    }

    @Test
    void aTraceAgreesWithTheEngineAndCanBeWrittenOut() {
        for (var seed = 200; seed < 230; seed++) {
            var drawn = draw(seed);
            var batch = new TraceBatch(drawn.rows(), IntStream.range(0, drawn.rows().count()).toArray(), false);

            var trace = StepTracer.trace(drawn.network(), batch, drawn.parameters(),
                    new StepTracer.Options(batch.count(), EngineOptions.standard()));

            assertThat(trace.engine()).as("seed %s", seed).isInstanceOf(Agreement.Same.class);
            assertThat(TraceText.write(trace)).contains("d(group)/dw11 = 0.02*dgroup/dw11 = ", "ridge 0.01, matrix by matrix");
        }
    }

    @Test
    void aTraceWritesTheFunctionsByTheirNames() {
        var network = HostExamples.language().compile("layer 2 -> 1 swish 2; loss 0.5 * squares").network();
        var batch = TraceBatch.drawn(network, 2);
        var start = HostExamples.language().compile("layer 2 -> 1 swish 2; loss 0.5 * squares").initialParameters();

        var text = TraceText.write(StepTracer.trace(network, batch, start, StepTracer.Options.standard()));

        assertThat(text).contains("a = swish(z), a function of the host program", "f'(z) = swish'(z)", "dL/da1 = 0.5*dsquares/da1/B",
                "0.5*squares(a, y)/B");
    }
}
