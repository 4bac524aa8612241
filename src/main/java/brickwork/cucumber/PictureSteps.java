package brickwork.cucumber;

import brickwork.PictureKind;
import brickwork.Pictures;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;

/** Pictures of a scenario's training, for those who read its report. */
public final class PictureSteps extends ScenarioSteps {

    /** What a picture shows, as {@code nn plot --what} calls it. */
    @ParameterType("loss|accuracy|boundary|confusion|roc|weights|network|gradients")
    public PictureKind picture(String word) {
        return PictureKind.of(word).orElseThrow();
    }

    /** Attached to the scenario as {@code image/svg+xml}; also of a training that diverged. Trains, if no step has done it. */
    @Then("a picture of the {picture} is attached")
    public void aPictureIsAttached(PictureKind kind) {
        var pictures = Pictures.of(world.outcome());
        pictures.obstacle(kind).ifPresent(found -> {
            throw new AssertionError("no picture of the " + kind.word() + " can be drawn: " + found.message() + "; " + found.cure());
        });
        world.attach(pictures.draw(kind));
    }
}
