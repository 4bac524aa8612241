package brickwork.cucumber;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.engine.EngineFactory;
import brickwork.verify.Check;
import brickwork.verify.Trial;
import brickwork.verify.gradient.GradientReport;
import java.util.function.UnaryOperator;

/**
 * What the running scenario is about, for step definitions of other projects beside those of this package. Each method fails the scenario,
 * with a message that says why, where what it hands out cannot be had.
 *
 * {@snippet lang = "java" :
 * @Then("tea drawn for {double} minute(s) at {double} degrees is {string}")
 * public void teaIs(double minutes, double degrees, String cup) {
 *     var network = SpecUnderTest.network();
 *     assertEquals(cup, network.classOf(network.predict(minutes, degrees)).orElseThrow());
 * }
 * }
 */
public final class SpecUnderTest {

    private SpecUnderTest() {}

    /** The compiled spec the scenario has named, with the constants and the seed it has set. */
    public static NeuralSpec spec() {
        return World.current().spec();
    }

    /** What came of its training, finished or diverged. It is trained now if no step has done it. */
    public static TrainingOutcome outcome() {
        return World.current().outcome();
    }

    /** The trained network; a training that diverged fails the scenario. */
    public static TrainedNetwork network() {
        return World.current().trained().trained();
    }

    /** The gradient check at the initial parameters. */
    public static GradientReport gradients() {
        return trial().gradients();
    }

    /** What the scenario's checks are about; checks made of it share its training. */
    public static Trial trial() {
        return World.current().trial();
    }

    /** Fails the scenario, with the verdict's text and the command that shows it again, unless {@code check} holds. */
    public static void require(Check check) {
        World.current().require(check);
    }

    /**
     * Compiles the scenario's specs with what {@code change} makes of the usual compiler, to give them sources or functions of your own,
     * for one. To be called before a step names the spec, as in a hook:
     *
     * {@snippet lang = "java" :
     * @Before
     * public void sensors() {
     *     SpecUnderTest.compileWith(brickwork -> brickwork.withSource("sensors", new Sensors()));
     * }
     * }
     */
    public static void compileWith(UnaryOperator<Brickwork> change) {
        World.current().host(change);
    }

    /**
     * Runs the scenario, every statement of it, on the engines that {@code factory} opens: they may watch what they are asked, or have a
     * fault for a step to find.
     */
    public static void runOn(EngineFactory factory) {
        World.current().engines(factory);
    }
}
