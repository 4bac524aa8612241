package brickwork.unfinished;

import io.cucumber.java.PendingException;
import io.cucumber.java.en.Given;

/** Steps for the features of {@link UnfinishedFeatureTest} alone. */
public final class UnfinishedSteps {

    @Given("a step that is finished")
    public void finished() {}

    @Given("a step that is pending")
    public void pending() {
        throw new PendingException();
    }
}
