package brickwork.cucumber;

import io.cucumber.java.Before;
import io.cucumber.java.ParameterType;
import io.cucumber.java.Scenario;
import java.nio.file.Path;

/** Begins each scenario with a world of its own, and reads numbers as the language writes them. */
public final class ScenarioHooks {

    /** Forgets the scenario before. */
    @Before(order = 0)
    public void begin(Scenario scenario) {
        var feature = scenario.getUri();
        World.begin("file".equals(feature.getScheme()) && !feature.isOpaque() ? Path.of(feature).resolveSibling("") : Path.of(""));
    }

    /** {@code 3}, {@code 0.5}, {@code -1e-7} or {@code 95%}. */
    @ParameterType("[-+]?\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?%?")
    public Double number(String written) {
        var digits = written.replace("_", "");
        return digits.endsWith("%") ? Double.parseDouble(digits.substring(0, digits.length() - 1)) / 100 : Double.parseDouble(digits);
    }
}
