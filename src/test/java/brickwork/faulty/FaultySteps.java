package brickwork.faulty;

import brickwork.HostExamples;
import brickwork.cucumber.SpecUnderTest;
import brickwork.engine.Engine;
import brickwork.engine.EngineFactory;
import brickwork.engine.StepSettings;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Engines and functions with a fault that sentences must find. */
public final class FaultySteps {

    /** The penalty of the published XOR network. */
    @Before
    public void register() {
        SpecUnderTest.compileWith(brickwork -> brickwork.withPenalty("published_ridge", HostExamples.PUBLISHED_RIDGE));
    }

    /** After that update, one entry of a tensor is off. */
    @Given("an engine that adds {number} to {string} at {int} in step {int}")
    public void anEngineThatAdds(Double error, String tensor, int index, int step) {
        SpecUnderTest.runOn((network, plan, kernels, threads) -> {
            var engine = EngineFactory.STANDARD.open(network, plan, kernels, threads);
            return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (_, method, arguments) -> {
                try {
                    var answer = method.invoke(engine, arguments);
                    if (method.getName().equals("step") && ((StepSettings) arguments[4]).update == step) {
                        var parameters = engine.parameters();
                        parameters.tensor(tensor).values()[index] += error;
                        engine.setParameters(parameters);
                    }
                    return answer;
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            });
        });
    }
}
