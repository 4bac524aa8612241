package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("weights.safetensors");
    }

    private static final Safetensors EXAMPLE = new Safetensors(Map.of("spec", "layer 2 -> 1 linear; loss mse\n\"é\""), List.of(
            new Safetensors.Entry("layer1.weight", ElementType.F64, List.of(1, 2), new double[] {Math.PI, -0.0}),
            new Safetensors.Entry("layer1.bias", ElementType.F32, List.of(3),
                    new double[] {0.5, Float.MIN_VALUE, Double.NEGATIVE_INFINITY}),
            new Safetensors.Entry("empty", ElementType.F64, List.of(0, 4), new double[0])));

    @Test
    void readsBackWhatItWrote() throws IOException {
        AtomicFile.write(file, EXAMPLE::writeTo);

        var read = Safetensors.read(file);

        assertThat(read.metadata()).isEqualTo(EXAMPLE.metadata());
        assertThat(read.entries()).hasSize(3);
        for (var entry : EXAMPLE.entries()) {
            var same = read.entry(entry.name()).orElseThrow();
            assertThat(same.type()).isEqualTo(entry.type());
            assertThat(same.shape()).isEqualTo(entry.shape());
            assertThat(same.values()).containsExactly(entry.values());
        }
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void laysTheFileOutAsTheFormatSays() throws IOException {
        AtomicFile.write(file, new Safetensors(Map.of(), List.of(Safetensors.Entry.of("a", 1, 2)))::writeTo);

        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var length = (int) bytes.getLong();
        var header = new byte[length];
        bytes.get(header);
        assertThat(new String(header, StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,16]}} ");
        assertThat(bytes.getDouble()).isEqualTo(1);
        assertThat(bytes.getDouble()).isEqualTo(2);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void convertsHalfFloatsOfBothKinds() throws IOException {
        var data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x3c01).putShort((short) 0xc000).putShort((short) 0x3f81).putShort((short) 0xc000).array();
        write("{'h':{'dtype':'F16','shape':[2],'data_offsets':[0,4]},'b':{'dtype':'BF16','shape':[2],'data_offsets':[4,8]}}".replace('\'',
                '"'),
                data);

        var read = Safetensors.read(file);

        assertThat(read.entry("h").orElseThrow().values()).containsExactly(1 + 1 / 1024.0, -2);
        assertThat(read.entry("b").orElseThrow().values()).containsExactly(1 + 1 / 128.0, -2);
    }

    @Test
    void refusesAFileCutOffAnywhere() throws IOException {
        AtomicFile.write(file, EXAMPLE::writeTo);
        var whole = Files.readAllBytes(file);
        for (var length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Safetensors.read(file)).as("the first %d bytes", length).isInstanceOf(BrokenFileException.class)
                    .hasMessageStartingWith(file + ": it ").hasMessageEndingWith("; write or copy the file again");
        }
    }

    @Test
    void givesAValueOrSaysWhatIsBrokenWhateverAByteIsChangedTo() throws IOException {
        AtomicFile.write(file, EXAMPLE::writeTo);
        var whole = Files.readAllBytes(file);
        var random = new Random(7);
        for (var at = 0; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] = (byte) random.nextInt();
            Files.write(file, changed);
            assertThatCode(() -> {
                try {
                    Safetensors.read(file);
                } catch (BrokenFileException e) {
                    assertThat(e.file()).isEqualTo(file);
                }
            }).as("byte %d changed to %d", at, changed[at]).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[] | its header is no JSON object",
            "{ | its header is not JSON: a name in quotes is missing at byte 1",
            "{'a':1} | does not say dtype, shape and data_offsets of a, and these alone",
            "{'a':{'dtype':'F64','shape':[2]}} | does not say dtype, shape and data_offsets of a",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16],'more':1}} | and these alone",
            "{'a':{'dtype':'I64','shape':[2],'data_offsets':[0,16]}}"
                    + " | a is of a type that holds no weights; store it as F64, F32, F16 or BF16",
            "{'a':{'dtype':7,'shape':[2],'data_offsets':[0,16]}} | a is of a type that holds no weights",
            "{'a':{'dtype':'F64','shape':2,'data_offsets':[0,16]}} | the shape of a is no list",
            "{'a':{'dtype':'F64','shape':[-2],'data_offsets':[0,16]}} | the shape of a holds something other than whole numbers",
            "{'a':{'dtype':'F64','shape':[2.0],'data_offsets':[0,16]}} | the shape of a holds something other than whole numbers",
            "{'a':{'dtype':'F64','shape':[99999999999999999999],'data_offsets':[0,16]}}"
                    + " | the shape of a holds something other than whole numbers",
            "{'a':{'dtype':'F64','shape':[3],'data_offsets':[0,16]}} | a of shape [3] in F64 does not fit its 16 bytes",
            "{'a':{'dtype':'F64','shape':[999999999999999999,999999999999999999],'data_offsets':[0,16]}} | does not fit its 16 bytes",
            "{'a':{'dtype':'F64','shape':[4294967296,4294967296,2],'data_offsets':[0,16]}} | does not fit its 16 bytes",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[16,0]}} | the data_offsets of a are no range",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,8,16]}} | the data_offsets of a are no range",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[8,24]}}"
                    + " | a begins at byte 8 of the data, where 0 is expected: tensors leave a gap",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},'b':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}"
                    + " | tensors overlap",
            "{'a':{'dtype':'F64','shape':[3],'data_offsets':[0,24]}} | its tensors need 24 bytes, but only 16 are there",
            "{'a':{'dtype':'F64','shape':[536870912],'data_offsets':[0,4294967296]}}"
                    + " | its tensors need 4294967296 bytes, but only 16 are there",
            "{'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]}} | after its last tensor come 8 bytes that belong to none",
            "{'__metadata__':7} | __metadata__ in its header is no object",
            "{'__metadata__':{'x':7}} | __metadata__ in its header holds something other than a string under \"x\"",
            "{'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},'a':{}} | the name \"a\" stands twice",
            "{'__metadata__':{},'__metadata__':{}} | the name \"__metadata__\" stands twice",
            "{'__metadata__':{'x':'1','x':'2'}} | the name \"x\" stands twice",
            "{'a':{'dtype':'F64','dtype':'F64'}} | the name \"dtype\" stands twice",
            "{'a':{'dtype':'F64','shape':[2,01],'data_offsets':[0,16]}} | holds something other than whole numbers",
            "{'a':{'dtype':'F64','shape':[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2],'data_offsets':[0,16]}} | has more than 16 numbers",
    })
    void refusesAHeaderThatDoesNotFitTheFile(String header, String fault) throws IOException {
        write(header.replace('\'', '"'), new byte[16]);

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining(fault.strip());
    }

    @ParameterizedTest
    @CsvSource({"-1, 18446744073709551615", "9223372036854775807, 9223372036854775807", "16777217, 16777217"})
    void refusesAHeaderLengthNoHeaderHas(long length, String shown) throws IOException {
        Files.write(file, ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("its first eight bytes would mean a header of " + shown + " bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "504b0304140008080000 | it is a zip archive, as PyTorch's `torch.save` writes it, and no safetensors file; write",
            "8002636e756d7079     | it is a pickle, as Python writes it, and no safetensors file; write",
            "894844460d0a1a0a     | it is an HDF5 file, as Keras writes it, and no safetensors file; write",
            "1f8b080000000000ff   | it is packed by gzip; unpack it first",
            "08071207707974       | it ends after 7 bytes, too short for a safetensors file",
            "0807120770797400     | it is an ONNX file, it seems, and no safetensors file; make a model of it with `nn import`",
    })
    void namesTheFileOfAnotherProgramThatItIs(String begin, String said) throws IOException {
        Files.write(file, HexFormat.of().parseHex(begin));

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(BrokenFileException.class).hasMessageContaining(file + ": " + said);
    }

    @Test
    void refusesAHeaderThatIsNotUtf8() throws IOException {
        Files.write(file, new byte[] {2, 0, 0, 0, 0, 0, 0, 0, '{', (byte) 0xff});

        assertThatThrownBy(() -> Safetensors.read(file)).hasMessageContaining("its header is not UTF-8");
    }

    @Test
    void saysWhyThereIsNothingToRead() {
        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(BrokenFileException.class)
                .hasMessage(file + ": there is no such file; check the path");
        assertThatThrownBy(() -> Safetensors.read(folder)).isInstanceOf(BrokenFileException.class).hasMessageContaining("it is a folder");
    }

    @Test
    void putsAFileInPlaceWholeOrNotAtAll() throws IOException {
        Files.writeString(file, "before");

        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
            channel.write(new byte[10]);
            throw new IOException("no space left");
        })).isInstanceOf(BrokenFileException.class).hasMessageContaining("it cannot be written (no space left)");

        assertThat(file).hasContent("before");
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("absent").resolve("w"), EXAMPLE::writeTo))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("there is no such folder to write it to; make the folder first");
        assertThatThrownBy(() -> AtomicFile.write(folder, EXAMPLE::writeTo))
                .isInstanceOf(BrokenFileException.class).hasMessageContaining("it is there and is no ordinary file");
    }

    private void write(String header, byte[] data) throws IOException {
        var bytes = header.getBytes(StandardCharsets.UTF_8);
        Files.write(file, ByteBuffer.allocate(8 + bytes.length + data.length).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes.length)
                .put(bytes)
                .put(data).array());
    }
}
