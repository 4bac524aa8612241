package brickwork.model;

import brickwork.model.TensorSpec.Role;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a layer adds to W·a: nothing, or OUT values that start by a scheme and are trained unless {@code fixed}. */
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

    /** The options of a layer that put something in its bias's place. */
    static Vocabulary<Bias> vocabulary() {
        return new Vocabulary<>("option of a layer", List.of());
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
