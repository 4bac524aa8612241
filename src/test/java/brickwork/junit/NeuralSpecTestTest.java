package brickwork.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.verify.ExpectationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;

/** {@link NeuralSpecTest} as JUnit runs it. */
class NeuralSpecTestTest {

    private static final String FOLDER = "src/test/resources/brickwork/junit/";

    private static final List<String> SEEN = new ArrayList<>();

    private static EngineExecutionResults run(Class<?> testClass) {
        SEEN.clear();
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
    }

    static class Passing {
        @NeuralSpecTest("specs/mazur.nn")
        void holds(ExpectationResult result, NeuralSpec spec, TrainedNetwork network, TrainingOutcome outcome) {
            assertThat(result.verdict().passed()).isTrue();
            assertThat(result.file()).isEqualTo("specs/mazur.nn");
            assertThat(network.network()).isEqualTo(spec.network());
            assertThat(outcome.report().steps()).isEqualTo(1);
            SEEN.add(result.expectation().text());
        }
    }

    @Test
    void makesATestOfEveryExpect() {
        var results = run(Passing.class);

        results.testEvents().assertStatistics(statistics -> statistics.started(3).succeeded(3));
        results.testEvents().started().assertEventsMatchExactly(
                event(test(), displayName("initial loss = 0.2983711087600027 within 1e-14")),
                event(test(), displayName("loss = 0.29102777369359933 within 1e-14")), event(test(), displayName("gradcheck < 1e-7")));
        assertThat(SEEN).containsExactly("initial loss = 0.2983711087600027 within 1e-14", "loss = 0.29102777369359933 within 1e-14",
                "gradcheck < 1e-7");
    }

    static class Failing {
        @NeuralSpecTest(value = FOLDER + "failing.nn", set = "wanted=150%", seed = 4)
        void holds(ExpectationResult result) {
            SEEN.add(result.expectation().text());
        }
    }

    @Test
    void failsWithTheEvidenceAndTheWayToSeeItAgain() {
        var results = run(Failing.class);

        results.testEvents().finished().assertThatEvents().haveExactly(1, event(test(), finishedSuccessfully()));
        results.testEvents().failed().assertEventsMatchExactly(
                event(test(), displayName("loss < 0.1"),
                        finishedWithFailure(instanceOf(AssertionFailedError.class),
                                message(text -> text.startsWith("expect loss < 0.1 (" + FOLDER + "failing.nn:8) failed: loss on test is ")
                                        && text.endsWith("; replay: nn train " + FOLDER + "failing.nn --set wanted=1.5 --seed 4")))),
                event(test(), displayName("r2 on test > 0.5"), finishedWithFailure(message(text -> text.contains(" inconclusive: ")))));
        assertThat(SEEN).as("what the method saw").containsExactly("gradcheck < 1e-7");
    }

    static class WithFaults {
        @NeuralSpecTest(FOLDER + "faults.nn")
        void holds() {
            SEEN.add("ran");
        }
    }

    static class Missing {
        @NeuralSpecTest("specs/xorr.nn")
        void holds() {
            SEEN.add("ran");
        }
    }

    static class NoName {
        @NeuralSpecTest("specs/\0.nn")
        void holds() {
            SEEN.add("ran");
        }
    }

    static class StatesNothing {
        @NeuralSpecTest("specs/card.nn")
        void holds() {
            SEEN.add("ran");
        }
    }

    static class NoAssignment {
        @NeuralSpecTest(value = "specs/mazur.nn", set = {"steps=10", "rate: 0.5"})
        void holds() {
            SEEN.add("ran");
        }
    }

    static class UnknownConstant {
        @NeuralSpecTest(value = "specs/mazur.nn", set = "step=10")
        void holds() {
            SEEN.add("ran");
        }
    }

    static class ManySeeds {
        @NeuralSpecTest(value = "specs/mazur.nn", seed = {1, 2})
        void holds() {
            SEEN.add("ran");
        }
    }

    @Test
    void tellsEveryFaultOfASpec() {
        assertRefused(WithFaults.class, "\"" + FOLDER + "faults.nn\": the spec is refused", "error[", FOLDER + "faults.nn:2:",
                FOLDER + "faults.nn:3:", "sigmoyd", "help: ");
    }

    @Test
    void quotesWhatIsWrongWithTheAnnotation() {
        assertRefused(Missing.class, "there is no spec \"specs/xorr.nn\"; it was sought as /");
        assertRefused(NoName.class, " is no name of a file: ");
        assertRefused(StatesNothing.class, "\"specs/card.nn\" states nothing to test", "expect gradcheck < 1e-7");
        assertRefused(NoAssignment.class, "set takes NAME=VALUE", "got set = \"rate: 0.5\" for \"specs/mazur.nn\"");
        assertRefused(UnknownConstant.class, "\"specs/mazur.nn\": the spec is refused", "step", "steps");
        assertRefused(ManySeeds.class, "\"specs/mazur.nn\" is run under one seed, got seed = [1, 2]");
    }

    private static void assertRefused(Class<?> testClass, String... words) {
        var results = run(testClass);

        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        results.containerEvents().failed().assertEventsMatchExactly(event(container(), finishedWithFailure(
                instanceOf(ExtensionConfigurationException.class), message(text -> List.of(words).stream().allMatch(text::contains)))));
        assertThat(SEEN).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps=10", " steps = 1_0 ", "steps=1e1", "steps=+10", "steps=1000%"})
    void readsNumbersAsTheCommandDoes(String assignment) {
        var reference = new SpecReference("specs/mazur.nn", List.of(assignment), OptionalLong.empty());

        assertThat(reference.load().network().learning().training().orElseThrow().epochs()).isEqualTo(10);
    }
}
