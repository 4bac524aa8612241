package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.FittedScaling;
import brickwork.store.BrokenFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NnetImportTest {

    private static final String FILE = """
            // made by hand
            2,2,1,2,
            2,2,1,
            0,
            -10,-10,
            10,10,
            1.0,2.0,5.0,
            2.0,4.0,10.0,
            1,2,
            -3,4,
            0.5,
            -0.5,
            1,1,
            0.25,
            """;

    private static ImportedModel read(String text, NetworkUnits units) {
        return NnetImport.read(Path.of("hand.nnet"), text.getBytes(StandardCharsets.US_ASCII), units);
    }

    /** relu(1·1 + 2·1 + 0.5) + relu(-3 + 4 - 0.5) + 0.25 = 4.25 of (1, 1). */
    @Test
    void theBareNetworkTakesNormalisedInputs() {
        var read = read(FILE, NetworkUnits.NORMALISED);
        assertThat(TestGraph.outputs(read, 1, 1)).containsExactly(4.25);
        assertThat(read.model().scaling()).isEqualTo(FittedScaling.NONE);
        assertThat(read.notes()).isEmpty();
        assertThat(TestGraph.layers(read)).containsExactly("layer 2 -> 2 relu", "layer 2 -> 1 linear");
    }

    /** (3, 6) is (1, 1) normalised, and 4.25 is 4.25·10 + 5 in the units of the data. */
    @Test
    void theModelSpeaksInTheUnitsOfTheData() {
        var read = read(FILE, NetworkUnits.OF_DATA);
        assertThat(TestGraph.outputs(read, 3, 6)).containsExactly(47.5);
        assertThat(read.model().scaling()).isEqualTo(FittedScaling.columns(new double[] {1, 2}, new double[] {2, 4}));
        assertThat(read.notes()).containsExactly(
                "inputs beyond the least and greatest values of the file are taken as they are, where NNet cuts them off",
                "folded into the weights of a layer, which are rounded anew: the range of the outputs, the mean of the outputs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2,2,1,2,   | 2,2,1       | line 2: the widest layer is missing",
            "2,2,1,\\n0 | 2,2,0,\\n0  | line 3: width 2 is \"0\", and should be a whole number from 1 on",
            "2,2,1,\\n0 | 2,3,2,\\n0  | line 3: the widths begin with 2 and end with 2, and there are 2 inputs and 1 outputs",
            "1.0,2.0,5.0, | 1.0,2.0   | line 7: the mean of column 3 is missing",
            "4.0,10.0,  | 0,10        | line 8: a range is 0",
            "-3,4       | -3,0x4      | line 10: a weight of layer 1 is \"0x4\", which is no number",
            "-3,4       | -3,nan      | line 10: a weight of layer 1 is \"nan\", which is no number",
            "-3,4       | -3,4e99     | line 10: a weight of layer 1 is larger than its type holds",
            "-3,4       | -3,4,5      | line 10: there are more numbers than expected",
            "0.25,      | 0.25,\\n1   | line 15: there are more lines than the network has numbers"})
    void saysAtWhichLineAFileIsBroken(String part, String other, String message) {
        var broken = FILE.replace(part.strip().replace("\\n", "\n"), other.strip().replace("\\n", "\n"));
        assertThat(broken).isNotEqualTo(FILE);
        assertThatThrownBy(() -> read(broken, NetworkUnits.OF_DATA)).isInstanceOf(BrokenFileException.class)
                .hasMessage("hand.nnet: " + message.strip() + "; copy the file again");
    }

    @Test
    void saysWhatIsMissingAtTheEnd() {
        assertThatThrownBy(() -> read(FILE.replace("0.25,\n", ""), NetworkUnits.OF_DATA))
                .hasMessage("hand.nnet: it ends after line 13, before a bias of layer 2; copy the file again");
    }
}
