package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {

    private static final Path FILE = Path.of("a.onnx");

    private static MessageReader of(String hex) {
        return MessageReader.of(FILE, HexFormat.of().parseHex(hex), "the message");
    }

    @Test
    void readsWhatIsWritten() {
        var in = of("089601" + "120774657374696e67" + "1d0000c03f" + "21000000000000f03f" + "2a03089601");
        assertThat(in.next()).isTrue();
        assertThat(in.field()).isEqualTo(1);
        assertThat(in.number()).isEqualTo(150);
        assertThat(in.next()).isTrue();
        assertThat(in.text()).isEqualTo("testing");
        assertThat(in.next()).isTrue();
        assertThat(in.single()).isEqualTo(1.5f);
        assertThat(in.next()).isTrue();
        assertThat(in.twofold()).isEqualTo(1);
        assertThat(in.next()).isTrue();
        var nested = in.message("the inner message");
        assertThat(nested.next()).isTrue();
        assertThat(nested.number()).isEqualTo(150);
        assertThat(nested.next()).isFalse();
        assertThat(in.next()).isFalse();
    }

    @Test
    void repeatedNumbersComeOneByOneOrPacked() {
        var single = of("089601");
        single.next();
        assertThat(single.wholes()).containsExactly(150);
        var packed = of("0a0403960105");
        packed.next();
        assertThat(packed.wholes()).containsExactly(3, 150, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0896         | at byte 0: the message ends within a number",
            "08ffffffffffffffffffff01 | at byte 0: the message has a number of more than 10 bytes",
            "120774       | at byte 0: field 2 of the message should have 7 bytes, and 1 are left",
            "12ffffffffffffffffff01 | at byte 0: field 2 of the message should have 18446744073709551615 bytes, and 0 are left",
            "12ffffffff0f | at byte 0: field 2 of the message should have 4294967295 bytes, and 0 are left",
            "080015000000 | at byte 2: field 2 of the message needs 4 bytes, and 3 are left",
            "0b           | at byte 0: field 1 of the message is of a kind that no such file has",
            "0e           | at byte 0: field 1 of the message is of a kind that no such file has",
            "00           | at byte 0: the message has a field of number 0"})
    void saysAtWhichByteAMessageIsBroken(String hex, String message) {
        assertThatThrownBy(() -> {
            for (var in = of(hex.strip()); in.next();) {}
        }).isInstanceOf(BrokenFileException.class).hasMessage("a.onnx: " + message.strip() + "; write or copy the file again");
    }

    @Test
    void saysThatAFieldIsOfAnotherKind() {
        var in = of("089601");
        in.next();
        assertThatThrownBy(in::text)
                .hasMessage("a.onnx: at byte 0: field 1 of the message is a varint, and should be a length and as many bytes; "
                        + "write or copy the file again");
        var text = of("0a01ff");
        text.next();
        assertThatThrownBy(text::text).hasMessageContaining("field 1 of the message is not UTF-8");
    }
}
