package brickwork.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.train.TrainingResult;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** {@link NeuralSpecSource} as JUnit runs it. */
class NeuralSpecSourceTest {

    private static final String DIVERGING = "src/test/resources/brickwork/junit/diverging.nn";

    private static final Set<TrainingOutcome> OUTCOMES = Collections.newSetFromMap(new IdentityHashMap<>());

    private static Events run(Class<?> testClass) {
        OUTCOMES.clear();
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute().testEvents();
    }

    @NeuralSpecSource("specs/mazur.nn")
    static class OnTheClass {
        private final NeuralSpec spec;

        OnTheClass(NeuralSpec spec) {
            this.spec = spec;
        }

        @BeforeEach
        void remember(TrainingOutcome outcome) {
            OUTCOMES.add(outcome);
        }

        @Test
        void handsOutTheSpec(NeuralSpec again) {
            assertThat(again).isSameAs(spec);
        }

        @Test
        void handsOutTheTrainedNetwork(TrainedNetwork network, TrainingOutcome outcome) {
            OUTCOMES.add(outcome);
            assertThat(network.network()).isEqualTo(spec.network());
        }

        @Test
        @NeuralSpecSource(value = "specs/mazur.nn", set = "steps=2")
        void theMethodCountsMore(TrainingOutcome outcome) {
            assertThat(outcome.report().steps()).isEqualTo(2);
        }

        @Test
        @NeuralSpecSource("specs/card.nn")
        void theParameterCountsMost(@NeuralSpecSource(value = "specs/mazur.nn", seed = 8) NeuralSpec own, NeuralSpec ofTheMethod) {
            assertThat(own.network().seed()).isEqualTo(8);
            assertThat(ofTheMethod.network().feedForward().layers()).hasSize(1);
        }

        @Nested
        class Within {
            @Test
            void theClassAroundCounts(TrainingOutcome outcome) {
                OUTCOMES.add(outcome);
            }
        }
    }

    @Test
    void handsOutWhatTheNearestAnnotationNames() {
        run(OnTheClass.class).assertStatistics(statistics -> statistics.started(5).succeeded(5));

        assertThat(OUTCOMES).as("trainings of a class").hasSize(1);
    }

    static class Diverging {
        @Test
        @NeuralSpecSource(DIVERGING)
        void isAnOutcome(TrainingOutcome outcome) {
            assertThat(outcome.result()).isInstanceOf(TrainingResult.Diverged.class);
        }

        @Test
        @NeuralSpecSource(DIVERGING)
        void isNoNetwork(TrainedNetwork network) {
            throw new AssertionError("never run with " + network);
        }
    }

    @Test
    void aTrainingThatDivergedIsAnOutcomeButNoNetwork() {
        var events = run(Diverging.class);

        events.assertStatistics(statistics -> statistics.succeeded(1).failed(1));
        events.failed().assertEventsMatchExactly(event(test("isNoNetwork"), finishedWithFailure(
                instanceOf(ParameterResolutionException.class), message(text -> text.contains(DIVERGING) && text.contains("diverged")))));
    }

    static class Misused {
        @Test
        void wrongType(@NeuralSpecSource("specs/xor.nn") String spec) {
            throw new AssertionError("never run with " + spec);
        }

        @Test
        void missing(@NeuralSpecSource("specs/xorr.nn") NeuralSpec spec) {
            throw new AssertionError("never run with " + spec);
        }

        @Test
        void untrainable(@NeuralSpecSource("specs/card.nn") TrainedNetwork network) {
            throw new AssertionError("never run with " + network);
        }
    }

    @Test
    void quotesWhatIsWrongWithTheAnnotation() {
        run(Misused.class).failed().assertEventsMatchLoosely(
                refused("wrongType", "@NeuralSpecSource(\"specs/xor.nn\") hands out a NeuralSpec", "but the parameter is a String"),
                refused("missing", "there is no spec \"specs/xorr.nn\""),
                refused("untrainable", "\"specs/card.nn\" cannot be trained:", "the spec names no data"));
    }

    private static Condition<Event> refused(String name, String... words) {
        return event(test(name), finishedWithFailure(instanceOf(ParameterResolutionException.class),
                cause(instanceOf(ExtensionConfigurationException.class),
                        message(text -> Set.of(words).stream().allMatch(text::contains)))));
    }

    static class Unannotated {
        @Test
        void asksForASpec(NeuralSpec spec) {
            throw new AssertionError("never run with " + spec);
        }
    }

    @Test
    void isNeededWhereASpecIsAskedFor() {
        run(Unannotated.class).failed().assertEventsMatchExactly(
                event(test(), finishedWithFailure(message(text -> text.contains("No ParameterResolver registered")))));
    }
}
