package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;
import brickwork.plan.MemoryEstimate;
import brickwork.plan.Planner;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine holds the memory its plan states: every array of numbers that can be reached from it is counted. */
class FootprintTest {

    /** What steps keep beside the plan's memory and the kernels' panels: sums of blocks, copies for a rehearsal, rests of vectors. */
    private static final long SMALL_CHANGE = 64 << 10;

    @ParameterizedTest
    @EnumSource
    void trainingHoldsWhatThePlanStates(KernelChoice.Set set) {
        requireWhatThePlanStates(small(), 10, set);
        requireWhatThePlanStates(small().withPrecision(Precision.F32), 33, set);
        requireWhatThePlanStates(large(), 32, set);
        requireWhatThePlanStates(large().withPrecision(Precision.F32), 100, set);
    }

    private static void requireWhatThePlanStates(Specification network, int batch, KernelChoice.Set set) {
        var plan = Planner.plan(network, batch);
        try (var engine = open(plan, set)) {
            var rows = engine.bind(DrawnRows.of(1, batch, network.inputs(), network.outputs(), true));
            engine.stepper().step(rows, IntStream.range(0, batch).toArray(), 0, batch, new StepSettings());
            var held = bytesReachableFrom(engine);
            assertThat(held).isBetween(plan.memory().total(), plan.memory().total() + MemoryEstimate.PANELS + SMALL_CHANGE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictingHoldsTheParametersAndTheirCopy(KernelChoice.Set set) {
        var plan = Planner.plan(large(), 1);
        try (var engine = open(plan, set)) {
            engine.predictor().predict(new double[784], new double[10]);
            assertThat(bytesReachableFrom(engine)).isLessThan(5 * plan.memory().parameters() / 2);
        }
    }

    private static Engine open(ExecutionPlan plan, KernelChoice.Set set) {
        return Engines.open(plan.network(), plan, ((KernelChoice.Granted) KernelChoice.demand(set)).choice(), 1);
    }

    private static Specification small() {
        return NetworkBuilder.of(5).layer(7, new Activation.Gelu(), Bias.zeros(), false, 0.5).layer(3, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy()).l2(0.1).rule(new Optimizer.Sgd(0.9, false)).network();
    }

    private static Specification large() {
        return NetworkBuilder.of(784).layer(500, new Activation.Relu()).layer(10, new Activation.Softmax())
                .loss(1, new LossTerm.CrossEntropy())
                .rule(new Optimizer.Adam(0.9, 0.999, 1e-8, 0, false)).network();
    }

    /** Over the fields of the project's own classes; the samples and the plan are not the engine's. */
    private static long bytesReachableFrom(Object root) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        var waiting = new ArrayDeque<Object>();
        var bytes = 0L;
        waiting.add(root);
        while (!waiting.isEmpty()) {
            var object = waiting.remove();
            if (!seen.add(object) || object instanceof Engine.BoundSamples || object instanceof ExecutionPlan) {
                continue;
            }
            if (object.getClass().isArray()) {
                bytes += bytesOf(object);
                if (object instanceof Object[] elements) {
                    addAll(waiting, elements);
                }
            } else if (object.getClass().getPackageName().startsWith("brickwork")) {
                addAll(waiting, fieldsOf(object));
            }
        }
        return bytes;
    }

    private static long bytesOf(Object array) {
        return Array.getLength(array) * switch (array) {
            case double[] _,long[] _ -> 8L;
            case float[] _,int[] _ -> 4L;
            default -> 0L;
        };
    }

    private static void addAll(ArrayDeque<Object> waiting, Object[] objects) {
        for (var object : objects) {
            if (object != null) {
                waiting.add(object);
            }
        }
    }

    private static Object[] fieldsOf(Object object) {
        var values = new ArrayList<Object>();
        for (Class<?> type = object.getClass(); type.getPackageName().startsWith("brickwork"); type = type.getSuperclass()) {
            for (var field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    values.add(valueOf(field, object));
                }
            }
        }
        return values.toArray();
    }

    private static Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
