package brickwork.cucumber;

import brickwork.NeuralSpec;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.Formatter;
import brickwork.verify.check.ReadAgain;
import brickwork.verify.check.Resumption;
import io.cucumber.java.en.Then;

/** What is written and read again: checkpoints, models, specs. */
public final class PersistenceSteps extends ScenarioSteps {

    /** Stop, save, load, continue: parameters, history and figures are those of an uninterrupted training, bit for bit. */
    @Then("stopping after {int} epoch(s) and continuing changes no bit")
    public void stoppingAndContinuing(Integer epochs) {
        world.require(new Resumption(epochs));
    }

    /** Of every sample of the training part, and every parameter. */
    @Then("saving and loading the network changes no bit of a prediction")
    public void savingAndLoading() {
        world.require(new TrainedNetworkChecks.SavedAndLoadedPredictsTheSame());
    }

    /** The canonical text, with every default shown, means the same network. */
    @Then("printing the spec and reading it again keeps the network")
    public void printingAndReading() {
        world.require(ReadAgain.printed(world.network(), this::compile));
    }

    /** What {@code nn fmt} makes of it means the same network. */
    @Then("formatting the spec keeps the network")
    public void formatting() {
        world.require(new ReadAgain("formatted", Formatter.format(world.spec().text()).orThrow(), this::compile));
    }

    /** All statements backwards, but for the layers, which keep their order, and the version. */
    @Then("the order of the statements changes nothing")
    public void theOrderOfTheStatements() {
        world.require(ReadAgain.backwards(world.network(), this::compile));
    }

    private Outcome<Specification> compile(SourceText text) {
        return switch (world.compile(text)) {
            case Outcome.Success<NeuralSpec>(var spec, var warnings) -> new Outcome.Success<>(spec.network(), warnings);
            case Outcome.Failure<NeuralSpec>(var faults) -> new Outcome.Failure<>(faults);
        };
    }
}
