package brickwork.cucumber;

import brickwork.verify.check.Fingerprints;
import io.cucumber.java.en.Then;

/** Statements about bits: the same training gives the same parameters on every machine. */
public final class BitSteps extends ScenarioSteps {

    /** The spec, trained with either kernel set, ends in the same parameters. */
    @Then("scalar and SIMD kernels give the same fingerprint")
    public void bothKernelSets() {
        world.require(new Fingerprints.SameWithBothKernelSets());
    }

    /** One thread and several end in the same parameters. */
    @Then("{int} threads give the same fingerprint as one")
    public void severalThreads(Integer threads) {
        world.require(new Fingerprints.SameWithThreads(threads));
    }

    /** Any machine, any time. */
    @Then("training again gives the same fingerprint")
    public void trainingAgain() {
        world.require(new Fingerprints.SameAgain());
    }

    /** The trained parameters have this SHA-256. */
    @Then("the fingerprint is {string}")
    public void theFingerprintIs(String digest) {
        world.require(new Fingerprints.Is(digest));
    }
}
