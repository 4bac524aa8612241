package brickwork.cucumber;

import brickwork.FeatureRunner;
import brickwork.verify.Evidence;
import brickwork.verify.Verdict;
import io.cucumber.core.feature.FeaturePath;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs features with the steps of this package, one file after the other, and hears of every scenario. */
public final class CucumberFeatureRunner implements FeatureRunner {

    @Override
    public List<Scenario> run(List<Path> features) {
        var scenarios = new ArrayList<Scenario>();
        for (var feature : features) {
            try {
                run(feature, scenarios);
            } catch (FeatureParserException unreadable) {
                scenarios.add(
                        new Scenario(feature.toString(), 0, "can be read", new Verdict.Failed(Evidence.literal(unreadable.getMessage()))));
            }
        }
        return scenarios;
    }

    private static void run(Path feature, List<Scenario> scenarios) {
        var options = new RuntimeOptionsBuilder()
                .addFeature(FeatureWithLines.create(FeaturePath.parse(feature.toUri().toString()), List.of()))
                .addGlue(GluePath.parse(CucumberFeatureRunner.class.getPackageName()))
                .setPublishQuiet(true)
                .setNoSummary()
                .build();
        Runtime.builder()
                .withRuntimeOptions(options)
                .withClassLoader(CucumberFeatureRunner.class::getClassLoader)
                .withAdditionalPlugins(new Listener(feature, scenarios))
                .build()
                .run();
    }

    /** Notes each scenario as it ends, with the verdict of the first step that did not pass. */
    private static final class Listener implements ConcurrentEventListener {

        private final Path feature;
        private final List<Scenario> scenarios;
        private final StepList steps = new StepList();
        private Verdict verdict;

        Listener(Path feature, List<Scenario> scenarios) {
            this.feature = feature;
            this.scenarios = scenarios;
        }

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(StepDefinedEvent.class, defined -> steps.add(defined.getStepDefinition().getPattern()));
            publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
            publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
        }

        private void stepFinished(TestStepFinished event) {
            if (event.getResult().getStatus() != Status.PASSED && verdict == null) {
                verdict = event.getTestStep() instanceof PickleStepTestStep step
                        ? verdict(event.getResult(), step.getStep().getText()).withEvidence(
                                evidence -> evidence.in(step.getStep().getKeyword() + step.getStep().getText(), ": "))
                        : verdict(event.getResult(), "");
            }
        }

        private Verdict verdict(Result result, String step) {
            return switch (result.getError()) {
                case FailedCheck failed -> failed.verdict();
                case AssertionError failed -> new Verdict.Failed(Evidence.literal(String.valueOf(failed.getMessage())));
                case null -> new Verdict.Inconclusive(Evidence.literal(result.getStatus() == Status.UNDEFINED
                        ? "there is no such step" + steps.near(step) : result.getStatus().name().toLowerCase(Locale.ROOT)));
                case Throwable thrown -> result.getStatus() == Status.FAILED ? new Verdict.Failed(Evidence.literal(thrown.toString()))
                        : new Verdict.Inconclusive(Evidence.literal(thrown.toString()));
            };
        }

        private void caseFinished(TestCaseFinished event) {
            var scenario = event.getTestCase();
            scenarios.add(new Scenario(feature.toString(), scenario.getLocation().getLine(), scenario.getName(),
                    switch (event.getResult().getStatus()) {
                        case PASSED -> new Verdict.Passed(Evidence.of(""));
                        case FAILED, SKIPPED, PENDING, UNDEFINED, AMBIGUOUS, UNUSED ->
                                verdict == null ? new Verdict.Inconclusive(Evidence.of("")) : verdict;
                    }));
            verdict = null;
        }
    }
}
