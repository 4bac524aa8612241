package brickwork.junit;

import static brickwork.junit.VerdictAssertions.assertAllPassed;
import static brickwork.junit.VerdictAssertions.assertHolds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.check.EveryUpdate;
import brickwork.verify.check.Permutation;
import org.junit.jupiter.api.Test;

/** What the package's documentation shows, as a user writes it; {@link SnippetsTest} holds the two together. */
class ExamplesTest {

    @NeuralSpecTest("specs/xor.nn")
    void keepsItsWord() {}

    @NeuralSpecTest(value = "specs/mazur.nn", set = "steps=1", seed = 3)
    void saysWhatItMeasured(ExpectationResult result, NeuralSpec spec) {
        assertFalse(result.verdict().text().isEmpty());
        assertTrue(spec.network().expectations().contains(result.expectation()));
    }

    @Test
    @NeuralSpecSource("specs/xor.nn")
    void isTrainedAsTheReferenceTrains(Trial trial) {
        assertHolds(new EveryUpdate(2, new Tolerance.Absolute(1e-4)), trial);
        assertHolds(new Permutation(Permutation.Of.HIDDEN_UNITS, Stage.INITIAL, new Tolerance.Absolute(1e-5)), trial);
    }

    @Test
    @NeuralSpecSource("specs/xor.nn")
    void separatesTheCorners(TrainedNetwork network) {
        assertEquals("1", network.classOf(network.predict(0, 1)).orElseThrow());
    }

    @Test
    void fallsWithTheFirstStep(@NeuralSpecSource(value = "specs/mazur.nn", set = "steps=1") TrainingOutcome outcome) {
        assertEquals(0.291, outcome.report().loss(), 1e-3);
    }

    @Test
    void isAssertedInPassing() {
        assertAllPassed(Brickwork.standard().compile("""
                data xor
                layer 2 -> 3 tanh -> 1 sigmoid
                loss bce
                expect gradcheck < 1e-7
                """).verify());
    }
}
