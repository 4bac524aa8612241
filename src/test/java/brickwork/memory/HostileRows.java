package brickwork.memory;

import brickwork.Brickwork;
import brickwork.TrainedNetwork;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What once took all memory of a JVM with 512 MB, run one after the other in this one. Each row is told on a line: its name,
 * {@code refused} or {@code done}, and the message; anything thrown that is not declared ends the JVM with it.
 */
final class HostileRows {

    private static final String XOR = "layer 2 -> 1 sigmoid; loss bce; train 1 epoch";

    private final Map<String, Callable<String>> rows = new LinkedHashMap<>();
    private final Path folder;

    private HostileRows(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder to write to, and {@code all} for the rows that take minutes too */
    public static void main(String[] arguments) throws Exception {
        var rows = new HostileRows(Path.of(arguments[0]));
        rows.specs();
        rows.models();
        rows.calls();
        if (arguments[1].equals("all")) {
            rows.lengthy();
        }
        for (var row : rows.rows.entrySet()) {
            System.out.println(row.getKey() + "\t" + answer(row.getValue()).replace('\n', ' '));
        }
    }

    /** Only what pages and signatures declare is caught. */
    private static String answer(Callable<String> row) throws Exception {
        try {
            return "done\t" + row.call();
        } catch (InvalidSpecException | BrokenFileException | IllegalArgumentException declared) {
            return "refused\t" + declared.getMessage();
        }
    }

    private void spec(String name, String text) {
        rows.put(name, () -> {
            var spec = Brickwork.standard().withAnyFile(folder).compile(text);
            return spec.train().report().fingerprint() + spec.verify().size();
        });
    }

    private void specs() {
        spec("epochs without end", "data xor; layer 2 -> 1 sigmoid; loss bce; train 2147483647 epochs");
        spec("adam over 25 million weights",
                "data xor; layer 2 -> 5000 relu -> 5000 relu -> 1 sigmoid; loss bce; optimizer adam; train 1 epoch");
        spec("a million units over 1024 samples",
                "data moons samples 1024; layer 2 -> 1000000 relu -> 1 sigmoid; loss bce; train 1 epoch batch full");
        spec("a batch of five million", "data moons samples 5000000; layer 2 -> 64 relu -> 1 sigmoid; loss bce; train 1 epoch batch full");
        spec("digits over 40000 units",
                "data digits; layer 64 -> 40000 relu -> 10 softmax; loss cross_entropy; train 1 epoch batch full");
        spec("9900 layers", "data xor; layer 2 -> 100 relu; repeat 9900 { layer 100 relu }; layer 1 relu; loss mse; train 1 epoch");
        spec("a million classes", "data blobs samples 1000000 classes 1000000 features 2; layer 2 -> 90 relu -> 1000000 softmax;"
                + " loss cross_entropy; train 1 epoch");
        spec("50000 classes of 50000 samples", "data blobs samples 50000 classes 50000; layer 2 -> 4 relu -> 50000 softmax;"
                + " loss cross_entropy; train 1 epoch batch 50");
        spec("ten million samples", "data moons samples 10000000 noise 0.1; layer 2 -> 4 tanh -> 1 sigmoid; loss bce; train 1 epoch");
        spec("a gradient check of nine million weights",
                "data xor; layer 2 -> 3000 relu -> 3000 relu -> 1 sigmoid; loss bce; train 1 epoch; expect gradcheck < 1e-7");
        spec("a report over 1000 classes", "data blobs samples 60000 classes 1000; split test 10%; layer 2 -> 8 relu -> 1000 softmax;"
                + " loss cross_entropy; train 1 epoch batch 1024");
        spec("a long word", "data xor; layer 2 -> 1 " + "x".repeat(1 << 20));
        rows.put("fifty million line feeds", () -> diagnosed("\n".repeat(50_000_000)));
        rows.put("sixty thousand equal names", () -> diagnosed("data csv \"x\" target t features " + "a, ".repeat(60_000) + "a\n" + XOR));
    }

    private static String diagnosed(String text) {
        var outcome = Brickwork.standard().compile(new SourceText("t.nn", text));
        if (outcome instanceof Outcome.Failure<?>(var faults)) {
            throw new IllegalArgumentException(DiagnosticRenderer.render(faults));
        }
        return "it was taken";
    }

    private void models() {
        var mebi = 1 << 20;
        model("95 MB of short keys", "{", "\"%s\":1,", 95 * mebi);
        model("95 MB of one string", "{\"a\":\"", "xxxxxxxx", 95 * mebi);
        model("55 MB of metadata", "{\"__metadata__\":{", "\"%s\":\"\",", 55 * mebi);
        model("15 MB of metadata", "{\"__metadata__\":{", "\"%s\":\"\",", 15 * mebi);
        model("15 MB of nesting", "{\"a\":", "[", 15 * mebi);
    }

    /** A header that begins so and goes on with {@code item} over and over, each with a number of its own. */
    private void model(String name, String begin, String item, int length) {
        rows.put(name, () -> {
            var file = folder.resolve("model");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                for (var written = begin.length(); written < length;) {
                    var bytes = item.formatted(Integer.toString(written, 36)).getBytes(StandardCharsets.US_ASCII);
                    out.write(bytes, 0, Math.min(bytes.length, length - written));
                    written += bytes.length;
                }
            }
            return TrainedNetwork.load(file).fingerprint();
        });
    }

    private void calls() {
        rows.put("a hundred thousand threads", () -> Brickwork.standard().withThreads(100_000).compile("data xor; " + XOR).toString());
        rows.put("threads without end", () -> Brickwork.standard().withThreads(Integer.MAX_VALUE).compile("data xor; " + XOR).toString());
    }

    /** As they were met: a training of a minute, and a file of 240 MB. */
    private void lengthy() {
        spec("a report over a million samples",
                "data blobs samples 1000000 classes 1000; split test 10%; layer 2 -> 8 relu -> 1000 softmax;"
                        + " loss cross_entropy; train 1 epoch batch 1024");
        rows.put("a csv of twenty million rows", () -> {
            rows(folder.resolve("long.csv"), 20_000_000);
            return Brickwork.standard().withAnyFile(folder)
                    .compile("data csv \"long.csv\" target 3; layer 2 -> 8 relu -> 1 sigmoid; loss bce;"
                            + " train 1 epoch batch 1024")
                    .train().report().fingerprint();
        });
    }

    private static void rows(Path file, int count) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (var i = 0; i < count; i++) {
                out.write(("0." + i % 1000 + ",1." + i % 7 + "," + i % 2 + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
