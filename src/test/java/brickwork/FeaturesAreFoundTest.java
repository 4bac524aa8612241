package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class FeaturesAreFoundTest {

    @Test
    void theSuiteHasScenarios() {
        var suites = EngineTestKit.engine("junit-platform-suite").selectors(selectClass(FeaturesTest.class)).discover()
                .getEngineDescriptor();
        assertThat(suites.getDescendants().stream().filter(test -> test.isTest())).hasSizeGreaterThan(50);
    }
}
