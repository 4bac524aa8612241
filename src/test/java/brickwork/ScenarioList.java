package brickwork;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import java.nio.file.Path;
import java.util.Locale;

/** A line in the build's log for each scenario. Cucumber makes it by its name. */
public final class ScenarioList implements ConcurrentEventListener {

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, ScenarioList::print);
    }

    private static void print(TestCaseFinished finished) {
        var scenario = finished.getTestCase();
        System.out.printf(Locale.ROOT, "  %-9s %s:%d  %s%n", finished.getResult().getStatus().name().toLowerCase(Locale.ROOT),
                Path.of(scenario.getUri()).getFileName(), scenario.getLocation().getLine(), scenario.getName());
    }
}
