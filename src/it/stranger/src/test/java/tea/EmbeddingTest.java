package tea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brickwork.Brickwork;
import brickwork.TrainedNetwork;
import brickwork.source.InvalidSpecException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A text is compiled, checked, trained, used and kept. */
class EmbeddingTest {

    @TempDir
    Path folder;

    @Test
    void learnsExclusiveOr() throws Exception {
        var spec = Brickwork.standard().compile("""
                data xor
                layer 2 -> 3 tanh -> 1 sigmoid
                loss bce
                optimizer adam rate 0.05
                train 500 epochs batch full
                """);
        var network = spec.train().orThrow();
        double[] output = network.predict(0, 1);
        assertTrue(spec.gradcheck().orThrow().passed());

        assertTrue(output[0] > 0.9, () -> "the output is " + output[0]);
        assertEquals("f626596c68265621f9ad28e631e17fdac87678081815df02a9dfdc61449704ce", spec.train().report().fingerprint());

        network.save(folder.resolve("xor.safetensors"));
        assertArrayEquals(output, TrainedNetwork.load(folder.resolve("xor.safetensors")).predict(0, 1));
    }

    @Test
    void saysWhatIsWrong() {
        var refused = assertThrows(InvalidSpecException.class, () -> Brickwork.standard().compile("layer 2 -> 1 sigmod; loss bce"));
        assertTrue(refused.getMessage().contains("did you mean `sigmoid`?"), refused.getMessage());
    }
}
