package tea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brickwork.TrainedNetwork;
import brickwork.junit.NeuralSpecSource;
import brickwork.junit.NeuralSpecTest;
import org.junit.jupiter.api.Test;

class TeaTest {

    @NeuralSpecTest("specs/tea.nn")
    void keepsItsWord() {}

    @Test
    @NeuralSpecSource("specs/tea.nn")
    void likesItHot(TrainedNetwork network) {
        assertEquals("good", network.classOf(network.predict(3.5, 96)).orElseThrow());
    }
}
