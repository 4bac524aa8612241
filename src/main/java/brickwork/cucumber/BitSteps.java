package brickwork.cucumber;

import brickwork.kernel.KernelChoice;
import brickwork.train.TrainingResult;
import brickwork.verify.check.Subject;
import io.cucumber.java.en.Then;

/** Statements about bits: the same training gives the same parameters on every machine. */
public final class BitSteps {

    private final World world = World.current();

    /** The spec, trained with either kernel set, ends in the same parameters. */
    @Then("scalar and SIMD kernels give the same fingerprint")
    public void bothKernelSets() {
        var scalar = fingerprint(world.subject(World.demand(KernelChoice.Set.SCALAR), 1));
        var simd = fingerprint(world.subject(World.demand(KernelChoice.Set.SIMD), 1));
        Assert.that(scalar.equals(simd), () -> "the scalar kernels give " + scalar + ", the SIMD kernels " + simd + world.replay());
    }

    /** One thread and several end in the same parameters. */
    @Then("{int} threads give the same fingerprint as one")
    public void severalThreads(Integer threads) {
        var one = fingerprint(world.subject(KernelChoice.best(), 1));
        var several = fingerprint(world.subject(KernelChoice.best(), threads));
        Assert.that(one.equals(several), () -> "one thread gives " + one + ", " + threads + " give " + several + world.replay());
    }

    /** Any machine, any time. */
    @Then("training again gives the same fingerprint")
    public void trainingAgain() {
        var once = world.trained().report().fingerprint();
        var again = fingerprint(world.subject());
        Assert.that(once.equals(again), () -> "training gives " + once + ", then " + again + world.replay());
    }

    /** The trained parameters have this SHA-256. */
    @Then("the fingerprint is {string}")
    public void theFingerprintIs(String digest) {
        var found = world.trained().report().fingerprint();
        Assert.that(found.equals(digest), () -> "the fingerprint is " + found + world.replay());
    }

    private static String fingerprint(Subject subject) {
        return switch (subject.train()) {
            case TrainingResult.Finished finished -> finished.report().fingerprint();
            case TrainingResult.Diverged diverged -> throw new AssertionError(diverged.message() + "; " + diverged.cure());
        };
    }
}
