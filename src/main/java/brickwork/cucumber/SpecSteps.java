package brickwork.cucumber;

import brickwork.kernel.KernelChoice;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Which spec a scenario is about, and what the language says of it. */
public final class SpecSteps {

    private final World world = World.current();

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
        Assert.that(world.spec().warnings().isEmpty(),
                () -> "there are warnings:\n" + DiagnosticRenderer.render(world.spec().warnings(), false));
    }

    /** The text has at least one error. */
    @Then("the spec is refused")
    public void theSpecIsRefused() {
        Assert.that(world.compiled() instanceof Outcome.Failure<?>, () -> "the spec is valid");
    }

    /** One of its diagnostics begins at this place. */
    @Then("the spec is refused at line {int}, column {int}")
    public void theSpecIsRefusedAt(int line, int column) {
        theSpecIsRefused();
        at(line, column);
    }

    /** One of its diagnostics begins at this place and its message or help says this. */
    @Then("the spec is refused at line {int}, column {int} with {string}")
    public void theSpecIsRefusedAtWith(int line, int column, String words) {
        theSpecIsRefused();
        var found = at(line, column);
        Assert.that(found.message().contains(words) || found.help().orElse("").contains(words),
                () -> "neither message nor help says \"" + words + "\":\n" + report());
    }

    /** Columns line, column, code and help; each row must be one diagnostic, in order, and there are no others. Help is a part of it. */
    @Then("the faults of the spec are:")
    public void theFaultsAre(DataTable table) {
        var expected = table.asMaps();
        var found = world.compiled().diagnostics();
        Assert.that(found.size() == expected.size(),
                () -> "there are " + found.size() + " diagnostics, not " + expected.size() + ":\n" + report());
        for (var i = 0; i < expected.size(); i++) {
            var row = expected.get(i);
            var fault = found.get(i);
            var same = String.valueOf(fault.line()).equals(row.get("line")) && String.valueOf(fault.column()).equals(row.get("column"))
                    && (row.get("code") == null || fault.code().name().equals(row.get("code")))
                    && (row.get("help") == null || fault.help().orElse("").contains(row.get("help")));
            Assert.that(same, () -> "the diagnostic is not " + row + ":\n" + report());
        }
    }

    /** A warning of that code is given. */
    @Then("the spec is warned of with {word}")
    public void theSpecIsWarnedOf(String code) {
        Assert.that(world.spec().warnings().stream().anyMatch(warning -> warning.code().name().equals(code)), () -> "there is no " + code
                + " among "
                + world.spec().warnings().stream().map(warning -> warning.code().name()).collect(Collectors.joining(", ", "[", "]")));
    }

    private Diagnostic at(int line, int column) {
        return world.compiled().diagnostics().stream().filter(fault -> fault.line() == line && fault.column() == column).findFirst()
                .orElseThrow(() -> new AssertionError("no diagnostic is at line " + line + ", column " + column + ":\n" + report()));
    }

    private String report() {
        return DiagnosticRenderer.render(world.compiled().diagnostics(), false);
    }
}
