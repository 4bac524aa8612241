package tea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brickwork.cucumber.SpecUnderTest;
import io.cucumber.java.en.Then;

public class TeaSteps {

    @Then("tea drawn for {double} minute(s) at {double} degrees is {string}")
    public void teaIs(double minutes, double degrees, String cup) {
        var network = SpecUnderTest.network();
        assertEquals(cup, network.classOf(network.predict(minutes, degrees)).orElseThrow());
    }
}
