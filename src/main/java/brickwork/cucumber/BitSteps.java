package brickwork.cucumber;

import brickwork.NeuralSpec;
import brickwork.kernel.KernelChoice;
import io.cucumber.java.en.Then;
import java.util.OptionalLong;

/** Statements about bits: the same training gives the same parameters on every machine. */
public final class BitSteps {

    private final World world = World.current();

    /** The spec, trained with either kernel set, ends in the same parameters. */
    @Then("scalar and SIMD kernels give the same fingerprint")
    public void bothKernelSets() {
        var scalar = fingerprint(world.variant(World.demand(KernelChoice.Set.SCALAR), 1, OptionalLong.empty()));
        var simd = fingerprint(world.variant(World.demand(KernelChoice.Set.SIMD), 1, OptionalLong.empty()));
        Assert.that(scalar.equals(simd), () -> "the scalar kernels give " + scalar + ", the SIMD kernels " + simd + world.replay());
    }

    /** One thread and several end in the same parameters. */
    @Then("{int} threads give the same fingerprint as one")
    public void severalThreads(int threads) {
        var one = fingerprint(world.variant(KernelChoice.best(), 1, OptionalLong.empty()));
        var several = fingerprint(world.variant(KernelChoice.best(), threads, OptionalLong.empty()));
        Assert.that(one.equals(several), () -> "one thread gives " + one + ", " + threads + " give " + several + world.replay());
    }

    /** The trained parameters have this SHA-256. */
    @Then("the fingerprint is {string}")
    public void theFingerprintIs(String digest) {
        var found = world.trained().report().fingerprint();
        Assert.that(found.equals(digest), () -> "the fingerprint is " + found + world.replay());
    }

    private static String fingerprint(NeuralSpec spec) {
        return spec.train().report().fingerprint();
    }
}
