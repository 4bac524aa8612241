package brickwork.cucumber;

/** Steps of one scenario, which share its world. */
abstract class ScenarioSteps {

    final World world = World.current();
}
