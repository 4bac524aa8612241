package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.Precision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes of protobuf's own page about its encoding, and those that follow from its rules. */
class MessageWriterTest {

    private static String hex(MessageWriter message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        assertThat(message.size()).isEqualTo(bytes.size());
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Test
    void wholeNumbersTakeSevenBitsAByte() throws IOException {
        assertThat(hex(new MessageWriter().number(1, 150))).isEqualTo("089601");
        assertThat(hex(new MessageWriter().number(1, 0))).isEqualTo("0800");
        assertThat(hex(new MessageWriter().number(16, 127))).isEqualTo("80017f");
        assertThat(hex(new MessageWriter().number(1, -1))).isEqualTo("08ffffffffffffffffff01");
        assertThat(hex(new MessageWriter().number(1, Long.MAX_VALUE))).isEqualTo("08ffffffffffffffff7f");
    }

    @Test
    void textsAndMessagesHaveTheirLengthBeforeThem() throws IOException {
        assertThat(hex(new MessageWriter().text(2, "testing"))).isEqualTo("120774657374696e67");
        assertThat(hex(new MessageWriter().text(1, "ä"))).isEqualTo("0a02c3a4");
        assertThat(hex(new MessageWriter().message(3, new MessageWriter().number(1, 150)))).isEqualTo("1a03089601");
        assertThat(hex(new MessageWriter().message(1, new MessageWriter()))).isEqualTo("0a00");
    }

    @Test
    void numbersOfTensorsAreLittleEndian() throws IOException {
        assertThat(hex(new MessageWriter().single(2, 1.5f))).isEqualTo("150000c03f");
        assertThat(hex(new MessageWriter().numbers(9, Precision.F32, new double[] {1, -2}))).isEqualTo("4a080000803f000000c0");
        assertThat(hex(new MessageWriter().numbers(9, Precision.F64, new double[] {1}))).isEqualTo("4a08000000000000f03f");
    }

    @Test
    void manyNumbersAreWrittenWhole() throws IOException {
        var values = new double[100_001];
        values[100_000] = 1;
        assertThat(hex(new MessageWriter().numbers(9, Precision.F32, values))).hasSize(2 * (4 + 4 * 100_001)).endsWith("000000000000803f");
    }
}
