package tea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import brickwork.Brickwork;
import brickwork.junit.VerdictAssertions;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A statement that does not hold says what was measured, and how to see it again. */
class FailureTest {

    @Test
    void ofASpec() throws Exception {
        var spec = Brickwork.standard().compile("""
                data xor
                layer 2 -> 1 sigmoid
                loss bce
                train 100 epochs batch full
                expect accuracy = 100%
                """);
        var failure = assertThrows(AssertionError.class, () -> VerdictAssertions.assertAllPassed(spec.verify()));
        assertTrue(failure.getMessage().contains("accuracy = 100%"), failure.getMessage());
        assertTrue(failure.getMessage().contains("accuracy on train is "), failure.getMessage());
    }

    @Test
    void ofAScenario() {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request().selectors(selectFile("broken/tea.feature"))
                .configurationParameter("cucumber.glue", "brickwork.cucumber,tea").configurationParameter("cucumber.publish.quiet", "true")
                .build(), listener);
        assertEquals(1, listener.getSummary().getFailures().size());
        var message = listener.getSummary().getFailures().getFirst().getException().getMessage();
        assertTrue(message.contains("data_loss on train is ") && message.contains("not < 0.01"), message);
        assertTrue(message.contains("seed 3"), message);
    }
}
