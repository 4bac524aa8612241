package brickwork.cucumber;

import brickwork.verify.Tolerance;
import io.cucumber.java.Before;
import io.cucumber.java.ParameterType;
import io.cucumber.java.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/** Begins each scenario with a world of its own, and reads numbers as the language writes them. */
public final class ScenarioHooks {

    private static final String NUMBER = "[-+]?\\d[\\d_]*(?:\\.\\d+)?(?:[eE][-+]?\\d+)?%?";

    /** Forgets the scenario before. */
    @Before(order = 0)
    public void begin(Scenario scenario) {
        var feature = scenario.getUri();
        World.begin("file".equals(feature.getScheme()) && !feature.isOpaque() ? Optional.of(Path.of(feature)) : Optional.empty(),
                (name, svg) -> scenario.attach(svg, "image/svg+xml", name));
    }

    /** {@code 3}, {@code 0.5}, {@code -1e-7} or {@code 95%}. */
    @ParameterType(NUMBER)
    public Double number(String written) {
        var digits = written.replace("_", "");
        return digits.endsWith("%") ? Double.parseDouble(digits.substring(0, digits.length() - 1)) / 100 : Double.parseDouble(digits);
    }

    /** {@code within 1e-12}, {@code within 1e-12 relative}, {@code within 4 ulp} or {@code bit for bit}. */
    @ParameterType("within " + NUMBER + "(?: relative)?|within \\d+ ulp|bit for bit")
    public Tolerance closeness(String written) {
        var words = written.split(" ");
        return switch (words[words.length - 1]) {
            case "bit" -> new Tolerance.Bits();
            case "ulp" -> new Tolerance.Ulps(Integer.parseInt(words[1]));
            case "relative" -> new Tolerance.Relative(number(words[1]));
            default -> new Tolerance.Absolute(number(words[1]));
        };
    }
}
