package brickwork.cucumber;

import brickwork.FeatureRunner;
import io.cucumber.core.feature.FeaturePath;
import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepDefinedEvent;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs features with the steps of this package, one file after the other, and hears of every scenario. */
public final class CucumberFeatureRunner implements FeatureRunner {

    @Override
    public List<Scenario> run(List<Path> features) {
        var scenarios = new ArrayList<Scenario>();
        for (var feature : features) {
            try {
                run(feature, scenarios);
            } catch (FeatureParserException unreadable) {
                scenarios.add(new Scenario(feature.toString(), 0, "can be read", FeatureRunner.Result.FAILED, unreadable.getMessage()));
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

    /** Notes each scenario as it ends, with the first step that did not pass. */
    private static final class Listener implements ConcurrentEventListener {

        private final Path feature;
        private final List<Scenario> scenarios;
        private final StepList steps = new StepList();
        private String evidence = "";

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
            if (event.getResult().getStatus() == Status.PASSED || !evidence.isEmpty()) {
                return;
            }
            var text = event.getTestStep() instanceof PickleStepTestStep written ? written.getStep().getText() : "";
            var step = event.getTestStep() instanceof PickleStepTestStep written ? written.getStep().getKeyword() + text + ": " : "";
            var error = event.getResult().getError();
            evidence = step + (error == null ? reason(event.getResult().getStatus(), text)
                    : error instanceof AssertionError ? error.getMessage() : error.toString());
        }

        private String reason(Status status, String text) {
            return status == Status.UNDEFINED ? "there is no such step" + steps.near(text)
                    : status.name().toLowerCase(java.util.Locale.ROOT);
        }

        private void caseFinished(TestCaseFinished event) {
            var scenario = event.getTestCase();
            scenarios.add(new Scenario(feature.toString(), scenario.getLocation().getLine(), scenario.getName(),
                    switch (event.getResult().getStatus()) {
                        case PASSED -> FeatureRunner.Result.PASSED;
                        case FAILED -> FeatureRunner.Result.FAILED;
                        case SKIPPED, PENDING, UNDEFINED, AMBIGUOUS, UNUSED -> FeatureRunner.Result.INCONCLUSIVE;
                    }, evidence));
            evidence = "";
        }
    }
}
