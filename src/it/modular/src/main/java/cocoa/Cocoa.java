package cocoa;

import brickwork.Brickwork;
import brickwork.BrickworkExtension;
import brickwork.kernel.KernelChoice;
import brickwork.model.CustomActivation;

/** Trains in an image that holds no more of Java than is needed, with vectors and with a word of its own. */
public final class Cocoa implements BrickworkExtension {

    /** Made by the service loader. */
    public Cocoa() {}

    @Override
    public Brickwork extend(Brickwork brickwork) {
        return brickwork.withActivation("cubic", new Cubic());
    }

    private record Cubic() implements CustomActivation {
        @Override
        public double value(double z) {
            return z + z * z * z / 9;
        }

        @Override
        public double derivative(double z) {
            return 1 + z * z / 3;
        }
    }

    /** Fails by an error where something is not as it should be. */
    public static void main(String[] arguments) {
        var spec = Brickwork.standard().withExtensions().compile("""
                data iris
                split test 20%
                layer 4 -> 6 cubic -> 3 softmax
                loss cross_entropy
                optimizer adam rate 0.01
                train 20 epochs batch 16
                """);
        require(Cocoa.class.getModule().isNamed() && Brickwork.class.getModule().isNamed(), "this is no module path");
        require(spec.kernels().set() == KernelChoice.Set.SIMD, spec.kernels().reason());
        require(spec.train().orThrow().predict(5.1, 3.5, 1.4, 0.2).length == 3, "three outputs were expected");
        require(spec.gradcheck().orThrow().passed(), "the derivative of cubic is wrong");
        require(!Brickwork.class.getModule().isExported("brickwork.random"), "a package is exported that is not for programs");
        System.out.println("cocoa: trained as a module with " + spec.kernels().species() + " kernels");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
