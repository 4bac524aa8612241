package brickwork.cucumber;

import brickwork.model.Relation;
import brickwork.verify.Tolerance;
import brickwork.verify.check.ForwardMode;
import brickwork.verify.check.Gradients;
import brickwork.verify.check.Subgradient;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;

/**
 * Gradient checks at the initial parameters, in f64, over the first 16 samples, dropout and clipping off: backward gradients against
 * numeric ones. Data loss and penalty are checked apart too, so that neither hides the other.
 */
public final class GradientSteps extends ScenarioSteps {

    /** {@code diff}, the worst element's relative error, or {@code norm}, ‖a-n‖ / (‖a‖+‖n‖). */
    @ParameterType("diff|norm")
    public Gradients.Figure figure(String word) {
        return word.equals("diff") ? Gradients.Figure.DIFF : Gradients.Figure.NORM;
    }

    /** What of the loss. */
    @ParameterType("data loss|penalty")
    public Gradients.Term term(String words) {
        return words.equals("penalty") ? Gradients.Term.PENALTY : Gradients.Term.DATA_LOSS;
    }

    /** Total, data loss and penalty, and dual numbers beside them: each diff is below 1e-7. */
    @Then("the gradient check passes")
    public void theCheckPasses() {
        world.require(new Gradients.Pass());
    }

    /** The diff of that part is 1e-7 or more, and that of the other part is not: the fault is there. */
    @Then("the gradient check fails in the {term}")
    public void theCheckFailsIn(Gradients.Term term) {
        world.require(new Gradients.FailIn(term));
    }

    /** Over data loss and penalty together; each of them alone, and dual numbers, must agree to 1e-7 or to the number, if that is more. */
    @Then("the gradcheck {figure} is below {number}")
    public void theFigureIsBelow(Gradients.Figure figure, Double bound) {
        world.require(new Gradients.Agree(figure, Relation.LESS, bound));
    }

    /** Over one of them alone. */
    @Then("the gradcheck {figure} of the {term} is below {number}")
    public void theFigureOfATermIsBelow(Gradients.Figure figure, Gradients.Term term, Double bound) {
        world.require(new Gradients.AgreeIn(term, figure, bound));
    }

    /** Over the weights and the bias of one layer, counted from 1. */
    @Then("the gradcheck {figure} of layer {int} is below {number}")
    public void theFigureOfALayerIsBelow(Gradients.Figure figure, Integer layer, Double bound) {
        world.require(new Gradients.AgreeInLayer(layer, figure, bound));
    }

    /**
     * Dual numbers carried forward through the reference interpreter: no step, no step error. Ulps are those of a tensor's largest
     * gradient.
     */
    @Then("forward-mode derivatives agree with backward {closeness}")
    public void forwardModeAgrees(Tolerance closeness) {
        world.require(new ForwardMode(closeness));
    }

    /** Kinks are points a probe would have stepped over; they are listed and compared one-sided, and never fail the check. */
    @Then("the gradient check meets {int} kink(s)")
    public void theCheckMeetsKinks(Integer kinks) {
        world.require(new Gradients.MeetKinks(kinks));
    }

    /** A unit, counted from 0, of a layer, counted from 1, is at a kink in some sample. */
    @Then("the gradient check lists a kink at unit {int} of layer {int}")
    public void theCheckListsAKink(Integer unit, Integer layer) {
        world.require(new Gradients.MeetKinkAt(unit, layer));
    }

    /** Every layer with a kink, and mae and l1, are put exactly on it: relu'(0) = 0, and so on. */
    @Then("at a kink the documented subgradient is used")
    public void theDocumentedSubgradientIsUsed() {
        world.require(new Subgradient());
    }
}
