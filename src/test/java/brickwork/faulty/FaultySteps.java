package brickwork.faulty;

import brickwork.HostExamples;
import brickwork.cucumber.SpecUnderTest;
import brickwork.engine.EngineFactory;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;

/** Engines and functions with a fault that sentences must find. */
public final class FaultySteps {

    /** What the failure of a sentence then says. */
    public static final String NO_ENGINE = "this scenario has no engines";

    /** The penalty of the published XOR network. */
    @Before
    public void register() {
        SpecUnderTest.compileWith(brickwork -> brickwork.withPenalty("published_ridge", HostExamples.PUBLISHED_RIDGE));
    }

    /** Whatever asks for an engine fails. */
    @Given("engines that cannot be opened")
    public void enginesThatCannotBeOpened() {
        SpecUnderTest.runOn((_, _, _, _) -> {
            throw new IllegalStateException(NO_ENGINE);
        });
    }

    /** After that update, one entry of a tensor is off. */
    @Given("an engine that adds {number} to {string} at {int} in step {int}")
    public void anEngineThatAdds(Double error, String tensor, int index, int step) {
        SpecUnderTest.runOn((network, plan, kernels, threads) -> {
            var engine = EngineFactory.STANDARD.open(network, plan, kernels, threads);
            return engine.withStepper((samples, order, from, count, settings) -> {
                var result = engine.stepper().step(samples, order, from, count, settings);
                if (settings.update == step) {
                    var parameters = engine.parameters();
                    parameters.tensor(tensor).values()[index] += error;
                    engine.setParameters(parameters);
                }
                return result;
            });
        });
    }
}
