package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.store.BrokenFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model goes through files, streams and bytes alike. */
class ModelStreamsTest {

    private static TrainedNetwork network;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        network = Brickwork.standard()
                .compile("data iris; scale standard; layer 4 -> 90 tanh norm -> 3 softmax; loss cross_entropy; train 1 epoch")
                .train().orThrow();
    }

    private static void assertSame(TrainedNetwork read) {
        assertThat(read.fingerprint()).isEqualTo(network.fingerprint());
        assertThat(read.predict(5, 3, 1, 0.2)).isEqualTo(network.predict(5, 3, 1, 0.2));
        assertThat(read.classNames()).isEqualTo(network.classNames());
    }

    @Test
    void fileStreamAndBytesHoldTheSame() throws IOException {
        var file = folder.resolve("m.safetensors");
        network.save(file);
        var stream = new ByteArrayOutputStream();
        network.save(stream);

        assertThat(stream.toByteArray()).isEqualTo(network.toBytes()).isEqualTo(Files.readAllBytes(file));
        assertSame(TrainedNetwork.load(file));
        assertSame(TrainedNetwork.load(network.toBytes()));
        assertSame(TrainedNetwork.load(new ByteArrayInputStream(network.toBytes())));
        assertSame(Brickwork.standard().loadModel(network.toBytes()));
        assertSame(Brickwork.standard().loadModel(new ByteArrayInputStream(network.toBytes())));
    }

    @Test
    void streamsStayOpen() throws IOException {
        var closed = new boolean[2];
        network.save(new OutputStream() {
            @Override
            public void write(int one) {
                // Where it goes does not matter.
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        });
        TrainedNetwork.load(new ByteArrayInputStream(network.toBytes()) {
            @Override
            public void close() {
                closed[1] = true;
            }
        });

        assertThat(closed).containsExactly(false, false);
    }

    /** As from a network: a few bytes at a time. */
    @Test
    void aSlowStreamIsReadToItsEnd() throws IOException {
        assertSame(TrainedNetwork.load(new ByteArrayInputStream(network.toBytes()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 7));
            }
        }));
    }

    @Test
    void whatIsBrokenIsToldUnderAName() throws IOException {
        var bytes = network.toBytes();
        var cut = Arrays.copyOf(bytes, bytes.length - 3);
        assertThatThrownBy(() -> TrainedNetwork.load(cut)).isInstanceOf(BrokenFileException.class)
                .hasMessageStartingWith("(bytes): it ends too early: its tensors need ");
        assertThatThrownBy(() -> TrainedNetwork.load(new ByteArrayInputStream(cut)))
                .hasMessageStartingWith("(stream): it ends too early: its tensors need ");
        assertThatThrownBy(() -> TrainedNetwork.load(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 1))))
                .hasMessageContaining("after its last tensor come bytes that belong to none");
        assertThatThrownBy(() -> TrainedNetwork.load(new byte[0])).hasMessageContaining("(bytes): it ends after 0 bytes");
    }

    @Test
    void aStreamThatFailsIsOneDeclaredError() {
        var reset = new IOException("connection reset");
        assertThatThrownBy(() -> TrainedNetwork.load(new InputStream() {
            @Override
            public int read() throws IOException {
                throw reset;
            }
        })).hasMessage("(stream): it cannot be read (connection reset); see what the stream reads from").hasCause(reset);
        assertThatThrownBy(() -> network.save(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw reset;
            }
        })).isInstanceOf(BrokenFileException.class)
                .hasMessage("(stream): it cannot be written (connection reset); see where the stream writes to").hasCause(reset);
    }

    @Test
    void theErrorTellsAllAfterItWentThroughAStream() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new BrokenFileException(Path.of("a", "b"), "it is torn", "copy it"));
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            var read = (BrokenFileException) in.readObject();
            assertThat(read.file()).isEqualTo(Path.of("a", "b"));
            assertThat(read.fault()).isEqualTo("it is torn");
        }
    }

    /** Interrupting a thread ends no writing and no reading, and is not lost. */
    @Test
    void anInterruptedThreadReadsAndWritesToTheEnd() throws IOException {
        var file = folder.resolve("m.safetensors");
        Thread.currentThread().interrupt();
        network.save(file);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        var read = TrainedNetwork.load(file);
        assertThat(Thread.interrupted()).isTrue();
        assertSame(read);
    }
}
