package brickwork.model;

import brickwork.model.TensorSpec.Role;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What a layer adds to W·a: nothing, OUT values that start by a scheme and are trained unless {@code fixed}, or those of a batch
 * normalisation, which also scales.
 */
public sealed interface Bias {

    record None() implements Bias {
        @Override
        public List<TensorSpec> tensors(UnaryOperator<String> name, int units, boolean frozen) {
            return List.of();
        }

        @Override
        public Bias withStart(UnaryOperator<String> name, int units, Function<TensorSpec, Initialization> start) {
            return this;
        }

        @Override
        public String text() {
            return "bias none";
        }
    }

    record Present(Initialization initialization, boolean fixed) implements Bias {
        @Override
        public List<TensorSpec> tensors(UnaryOperator<String> name, int units, boolean frozen) {
            return List.of(new TensorSpec(name.apply("bias"), Shape.of(units), frozen || fixed ? Role.FIXED : Role.TRAINED, initialization,
                    false));
        }

        @Override
        public Bias withStart(UnaryOperator<String> name, int units, Function<TensorSpec, Initialization> start) {
            return new Present(start.apply(tensors(name, units, false).getFirst()), fixed);
        }

        @Override
        public String text() {
            return "bias " + (fixed ? "fixed " : "") + initialization.vectorText();
        }
    }

    /**
     * Batch normalisation (Ioffe and Szegedy 2015; as PyTorch's BatchNorm1d): z = gamma·(h - mean)/√(variance + epsilon) + beta with
     * h = W·a, for each unit. In training mean and variance are those of the batch, Σh/B and Σ(h - mean)²/B; in prediction they are running
     * ones, which each step moves: running = (1 - momentum)·running + momentum·seen, the variance seen being Σ(h - mean)²/(B - 1).
     *
     * @param momentum share of a batch in the running values, in [0, 1]
     * @param epsilon  what is added to a variance, above 0
     * @param starts   how gamma, beta, mean and variance start
     */
    record Norm(double momentum, double epsilon, List<Initialization> starts) implements Bias {

        private static final Parameter MOMENTUM = Parameter.number("momentum", "m", Bound.UP_TO_ONE, 0.1);
        private static final Parameter EPSILON = Parameter.number("epsilon", "e", Bound.POSITIVE, 1e-5);
        private static final Initialization ONE = new Initialization.Constant(1);
        private static final Initialization ZERO = new Initialization.Zeros();

        /** Its tensors, in the order of files and fingerprints. */
        public static final List<String> TENSORS = List.of("norm.gamma", "norm.beta", "norm.mean", "norm.variance");

        public Norm {
            MOMENTUM.require("norm", momentum);
            EPSILON.require("norm", epsilon);
            starts = List.copyOf(starts);
        }

        /** Gamma and the running variance start at 1, beta and the running mean at 0. */
        public Norm(double momentum, double epsilon) {
            this(momentum, epsilon, List.of(ONE, ZERO, ZERO, ONE));
        }

        @Override
        public List<TensorSpec> tensors(UnaryOperator<String> name, int units, boolean frozen) {
            return IntStream.range(0, TENSORS.size()).mapToObj(i -> new TensorSpec(name.apply(TENSORS.get(i)), Shape.of(units),
                    i >= 2 ? Role.STATE : frozen ? Role.FIXED : Role.TRAINED, starts.get(i), false)).toList();
        }

        @Override
        public Bias withStart(UnaryOperator<String> name, int units, Function<TensorSpec, Initialization> start) {
            return new Norm(momentum, epsilon, tensors(name, units, false).stream().map(start).toList());
        }

        @Override
        public String text() {
            return "norm" + Arguments.of(MOMENTUM, momentum).with(EPSILON, epsilon).named();
        }

        @Override
        public int smallestBatch() {
            return 2;
        }
    }

    /** The options of a layer that put something in its bias's place. */
    static Vocabulary<Bias> vocabulary() {
        return new Vocabulary<>("option of a layer", List.of(new Definition<>("norm", List.of(Norm.MOMENTUM, Norm.EPSILON), "",
                arguments -> new Norm(arguments.number(Norm.MOMENTUM), arguments.number(Norm.EPSILON)))));
    }

    /** A trained bias that starts at zero. */
    static Bias zeros() {
        return new Present(new Initialization.Zeros(), false);
    }

    /**
     * What it holds, in the order of files and fingerprints.
     *
     * @param name   gives a tensor's full name, such as {@code layer1.bias}
     * @param units  of the layer
     * @param frozen whether nothing of the layer is trained
     */
    List<TensorSpec> tensors(UnaryOperator<String> name, int units, boolean frozen);

    /** The same, its tensors starting so. */
    Bias withStart(UnaryOperator<String> name, int units, Function<TensorSpec, Initialization> start);

    /** As a spec says it. */
    String text();

    /** The fewest samples a batch of training may have. */
    default int smallestBatch() {
        return 1;
    }

    /** How many numbers it holds. */
    default long elements(int units) {
        return tensors(UnaryOperator.identity(), units, false).stream().mapToLong(TensorSpec::elements).sum();
    }
}
