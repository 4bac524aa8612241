package brickwork.cucumber;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a feature with the sentences of this package and those of {@link brickwork.faulty.FaultySteps}. */
final class SentenceRuns implements ConcurrentEventListener {

    private final List<Run> runs = new ArrayList<>();
    private List<String> used = new ArrayList<>();
    private String evidence = "";

    private SentenceRuns() {}

    /**
     * What became of a scenario.
     *
     * @param used     the sentences of its steps
     * @param passed   whether all of them did
     * @param evidence the step that did not pass and what it said
     */
    record Run(String name, List<String> used, boolean passed, String evidence) {}

    static List<Run> of(Path feature) {
        var listener = new SentenceRuns();
        Runtime.builder()
                .withRuntimeOptions(
                        new RuntimeOptionsBuilder().addFeature(FeatureWithLines.create(feature.toAbsolutePath().toUri(), List.of()))
                                .addGlue(URI.create("classpath:/brickwork/cucumber")).addGlue(URI.create("classpath:/brickwork/faulty"))
                                .setPublishQuiet(true).setNoSummary().build())
                .withAdditionalPlugins(listener).build().run();
        return listener.runs;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, this::caseFinished);
    }

    private void stepFinished(TestStepFinished event) {
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            used.add(step.getPattern());
            if (event.getResult().getStatus() != Status.PASSED && evidence.isEmpty()) {
                var error = event.getResult().getError();
                evidence = step.getStep().getText() + ": " + (error == null ? event.getResult().getStatus()
                        : error instanceof AssertionError ? error.getMessage() : error);
            }
        }
    }

    private void caseFinished(TestCaseFinished event) {
        runs.add(new Run(event.getTestCase().getName(), used, event.getResult().getStatus() == Status.PASSED, evidence));
        used = new ArrayList<>();
        evidence = "";
    }
}
