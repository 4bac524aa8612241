package brickwork.unfinished;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.PLUGIN_PUBLISH_QUIET_PROPERTY_NAME;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A scenario whose steps are missing or pending is a failed test, not a skipped one. */
class UnfinishedFeatureTest {

    @Test
    void missingAndPendingStepsFail() {
        var scenarios = EngineTestKit.engine("cucumber")
                .configurationParameter(GLUE_PROPERTY_NAME, "brickwork.unfinished")
                .configurationParameter(PLUGIN_PUBLISH_QUIET_PROPERTY_NAME, "true")
                .selectors(selectClasspathResource("unfinished/steps.feature"))
                .execute().testEvents();

        var ends = scenarios.finished().stream().collect(toMap(event -> event.getTestDescriptor().getDisplayName(),
                event -> event.getRequiredPayload(TestExecutionResult.class).getStatus()));
        assertThat(ends).isEqualTo(Map.of("undefined", FAILED, "pending", FAILED, "finished", SUCCESSFUL));
    }
}
