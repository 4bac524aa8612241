package brickwork.cucumber;

import brickwork.kernel.KernelChoice;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.nio.file.Path;

/** Which spec a scenario is about, and what the language says of it. */
public final class SpecSteps extends ScenarioSteps {

    /** Names a spec by its path, relative to the working folder. */
    @Given("the spec {string}")
    public void theSpec(String file) {
        world.spec(Path.of(file));
    }

    /** Writes a spec out as a doc string. It may read files relative to the working folder. */
    @Given("the spec:")
    public void theSpecWritten(String text) {
        world.spec(text);
    }

    /** Overrides a constant that the spec defines with {@code let}. */
    @Given("the constant {word} is {number}")
    public void theConstantIs(String name, Double value) {
        world.constant(name, value);
    }

    /** Replaces the seed of the spec. */
    @Given("the seed is {long}")
    public void theSeedIs(long seed) {
        world.seed(seed);
    }

    /** Begins with the weights of a safetensors file that holds every tensor of the network and no other. */
    @Given("the initial weights {string}")
    public void theInitialWeights(String file) {
        world.initialWeights(Path.of(file));
    }

    /** Demands a kernel set; a scenario fails where it is not there. */
    @Given("the scalar kernels")
    public void theScalarKernels() {
        world.kernels(KernelChoice.Set.SCALAR);
    }

    /** Demands a kernel set; a scenario fails where it is not there. */
    @Given("the SIMD kernels")
    public void theSimdKernels() {
        world.kernels(KernelChoice.Set.SIMD);
    }

    /** The spec means something; there may be warnings. */
    @Then("the spec is valid")
    public void theSpecIsValid() {
        world.spec();
    }

    /** There is no warning either. */
    @Then("the spec is valid without a warning")
    public void theSpecIsValidWithoutAWarning() {
        world.spec();
        Assert.holds(new Diagnoses(world.compiled()).areNone());
    }

    /** The text has at least one error. */
    @Then("the spec is refused")
    public void theSpecIsRefused() {
        Assert.holds(new Diagnoses(world.compiled()).refuse());
    }

    /** One of its diagnostics begins at this place. */
    @Then("the spec is refused at line {int}, column {int}")
    public void theSpecIsRefusedAt(int line, int column) {
        Assert.holds(new Diagnoses(world.compiled()).refuseAt(line, column, ""));
    }

    /** One of its diagnostics begins at this place and its message or help says this. */
    @Then("the spec is refused at line {int}, column {int} with {string}")
    public void theSpecIsRefusedAtWith(int line, int column, String words) {
        Assert.holds(new Diagnoses(world.compiled()).refuseAt(line, column, words));
    }

    /** Columns line, column, code and help; each row must be one diagnostic, in order, and there are no others. Help is a part of it. */
    @Then("the faults of the spec are:")
    public void theFaultsAre(DataTable table) {
        Assert.holds(new Diagnoses(world.compiled()).are(table.asMaps()));
    }

    /** A warning of that code is given. */
    @Then("the spec is warned of with {word}")
    public void theSpecIsWarnedOf(String code) {
        world.spec();
        Assert.holds(new Diagnoses(world.compiled()).warnWith(code));
    }
}
