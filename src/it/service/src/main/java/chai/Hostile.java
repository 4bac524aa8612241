package chai;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import brickwork.Brickwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Requests that mean a service no good, all kinds by turns, each with the answers that are right. */
final class Hostile {

    private static final int MEBI = 1 << 20;
    private static final String NETWORK = "\nlayer 2 -> 1 sigmoid\nloss bce\n";
    private static final String CSV = "a,b,kind\n1,2,0\n3,4,1\n5,6,0\n";
    private static final String NNET = "2,2,1,3,\n2,3,1,\n0,\n0,0,\n1,1,\n0.5,0.5,2,\n1,1,4,\n1,2,\n3,4,\n5,6,\n1,\n2,\n3,\n1,2,3,\n-1,\n";

    /** @param statuses the answers that are right */
    record Request(String path, byte[] body, List<Integer> statuses) {}

    private interface Kind {
        Request next(Random random);
    }

    /** Every how many turns a large one comes, for each costs as much as a hundred others. */
    private static final int SELDOM = 12;

    private final byte[] model;
    private final byte[] onnx;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Kind> large = new ArrayList<>();

    Hostile() throws IOException {
        var network = Brickwork.standard().compile(GoodJob.XOR.spec()).train().orThrow();
        model = network.toBytes();
        var file = Files.createTempFile("xor", ".onnx");
        network.export().onnx(file);
        onnx = Files.readAllBytes(file);
        Files.delete(file);
        specs();
        trainings();
        rows();
        files();
        bombs();
    }

    /** The request of that number, the same in every run. */
    Request next(int number) {
        var turn = number / kinds.size();
        var seldom = turn % SELDOM == number % kinds.size() % SELDOM && number % 5 == 0;
        return (seldom ? large.get(number / 5 % large.size()) : kinds.get(number % kinds.size())).next(new Random(number));
    }

    private static Request request(String path, String body, Integer... statuses) {
        return new Request(path, body.getBytes(UTF_8), List.of(statuses));
    }

    private void refused(String spec) {
        kinds.add(random -> request(random.nextBoolean() ? "/check" : "/train", spec, 422));
    }

    private void specs() {
        List.of("data xor" + NETWORK + "train 2147483647 epochs",
                "data xor; layer 2 -> 5000 relu -> 5000 relu -> 1 sigmoid; loss bce; optimizer adam; train 1 epoch",
                "data moons samples 1024; layer 2 -> 1000000 relu -> 1 sigmoid; loss bce; train 1 epoch batch full",
                "data moons samples 5000000; layer 2 -> 64 relu -> 1 sigmoid; loss bce; train 1 epoch batch full",
                "data digits; layer 64 -> 40000 relu -> 10 softmax; loss cross_entropy; train 1 epoch batch full",
                "layer 2 -> 100 relu; repeat 9900 { layer 100 relu }; loss mse; train 1 epoch",
                "data blobs samples 1000000 classes 1000; split test 10%; layer 2 -> 8 relu -> 1000 softmax; loss cross_entropy;"
                        + " train 1 epoch batch 1024",
                "data moons samples 10000000 noise 0.1; layer 2 -> 4 tanh -> 1 sigmoid; loss bce; train 1 epoch",
                "data xor; layer 2 -> 3000 relu -> 3000 relu -> 1 sigmoid; loss bce; train 1 epoch; expect gradcheck < 1e-7",
                "data csv \"/etc/passwd\" target 1" + NETWORK, "data csv \"../x\" target 1" + NETWORK,
                "data npz \"/proc/self/environ\" inputs x targets y" + NETWORK, "data xor" + NETWORK + "train 1e12 epochs",
                "layer 100000 -> 100000 relu; loss mse", "let a = b; let b = a" + NETWORK,
                "layer 2 -> 1 relu init constant 1e400; loss mse",
                "repeat 1000000 { layer 2 relu }; loss mse", "let a = " + "(".repeat(60_000),
                "repeat 2 {".repeat(6_000) + "}".repeat(6_000),
                "data rows " + "[".repeat(60_000), "layer 2 -> 1 " + "x".repeat(60_000), "", "\u0000", "\uFFFD\u202E\u0301".repeat(500),
                "seed " + "9".repeat(60_000)).forEach(this::refused);
        kinds.add(random -> request("/check", damaged(GoodJob.ALL.get(random.nextInt(4)).spec(), random), 200, 422));
        kinds.add(random -> request("/check", random.ints(random.nextInt(2_000), 0, 0xD800).mapToObj(Character::toString)
                .collect(Collectors.joining()), 422));
    }

    private void trainings() {
        var endless = "data moons samples 5000; layer 2 -> 60 relu -> 60 relu -> 1 sigmoid; loss bce; train 200000 epochs\n";
        kinds.add(_ -> request("/train", endless, 202, 503));
        kinds.add(_ -> request("/train", "data xor; layer 2 -> 3 relu -> 1 linear; loss mse; optimizer sgd rate 1e30; train 9 epochs", 202,
                503));
        kinds.add(
                _ -> request("/train", "data moons samples 20000; layer 2 -> 3 relu -> 1 sigmoid; loss bce; train 1 epoch batch full", 202,
                        503));
        kinds.add(_ -> request("/verify", endless + "expect accuracy >= 0 for every seed in 1 .. 100000", 409));
        kinds.add(random -> request(random.nextBoolean() ? "/cancel?none" : "/interrupt?-1", "", 404));
    }

    private void rows() {
        for (var row : List.of("NaN 1", "1 Infinity", "-Infinity NaN", "1e999 0", "1", "1 2 3", "", "a b", "1 ".repeat(90_000))) {
            kinds.add(_ -> request("/predict?standing", row, 422));
        }
        kinds.add(random -> request("/predict?" + random.nextInt(), "0 1", 404));
        kinds.add(random -> request("/" + Integer.toString(random.nextInt(), 36), "x", 404));
    }

    private void files() {
        kinds.add(random -> new Request("/load", flipped(model, random), List.of(422)));
        kinds.add(random -> new Request("/load", Arrays.copyOf(model, random.nextInt(model.length)), List.of(422)));
        kinds.add(random -> new Request("/load", noise(random), List.of(422)));
        kinds.add(random -> new Request("/load", header("{}", random.nextLong()), List.of(422)));
        kinds.add(random -> new Request("/import?onnx", flipped(onnx, random), List.of(200, 422)));
        kinds.add(random -> new Request("/import?onnx", Arrays.copyOf(onnx, random.nextInt(onnx.length)), List.of(200, 422)));
        kinds.add(random -> request("/import?nnet", damaged(NNET, random), 200, 422));
        kinds.add(_ -> request("/import?nnet", "2,100000000,1,100000000,\n100000000,1,1,\n", 422));
        kinds.add(random -> request("/data?csv+%22upload%22+target+kind", damaged(CSV, random), 200, 422));
        kinds.add(_ -> request("/data?csv+%22upload%22+target+3", "1,NaN,2\n3,4,inf\n", 422));
        kinds.add(random -> new Request("/data?csv+%22upload%22+target+1", noise(random), List.of(200, 422)));
        kinds.add(random -> new Request("/data?npz+%22upload%22+inputs+x+targets+y", noise(random), List.of(422)));
        kinds.add(random -> new Request("/data?idx+%22upload%22+labels+%22upload%22",
                ByteBuffer.allocate(16).putInt(0x0803).putInt(random.nextInt()).putInt(random.nextInt()).putInt(random.nextInt()).array(),
                List.of(422)));
    }

    private void bombs() throws IOException {
        var names = IntStream.range(0, 500_000).mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":\"\"").collect(Collectors.joining(","));
        var zip = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("x.npy"));
            archive.write(("\u0093NUMPY\u0001\0v\0{'descr': '<f8', 'fortran_order': False, 'shape': (25000000, 2), }")
                    .getBytes(ISO_8859_1));
            zeros(archive, 300);
        }
        var gzip = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(gzip)) {
            zeros(packed, 300);
        }
        var features = "data csv \"x\" target t features " + "a, ".repeat(60_000) + "a" + NETWORK;
        for (var spec : List.of("\n".repeat(6 * MEBI), "x".repeat(6 * MEBI), "layer 2 -> 1 " + "x".repeat(MEBI - 50) + "\nloss mse",
                features,
                "let a = " + "(".repeat(MEBI - 50), "#".repeat(MEBI - 50))) {
            large.add(_ -> request("/check", spec, 422));
        }
        large.add(_ -> new Request("/load", header("{\"__metadata__\":{" + names + "}}", 0), List.of(422)));
        large.add(_ -> new Request("/load", header("{\"a\":\"" + "x".repeat(7 * MEBI) + "\"}", 0), List.of(422)));
        large.add(_ -> new Request("/load", header("{\"a\":" + "[".repeat(7 * MEBI), 0), List.of(422)));
        large.add(_ -> request("/data?csv+%22upload%22+target+1", "1".repeat(7 * MEBI), 422));
        large.add(_ -> request("/data?csv+%22upload%22+target+1", "1,".repeat(3 * MEBI) + "1\n", 422));
        large.add(_ -> request("/data?csv+%22upload%22+target+1", "\"" + "\n".repeat(7 * MEBI), 422));
        large.add(_ -> new Request("/data?csv+%22upload%22+target+1", gzip.toByteArray(), List.of(422)));
        large.add(_ -> new Request("/data?npz+%22upload%22+inputs+x+targets+x", zip.toByteArray(), List.of(422)));
        large.add(_ -> new Request("/import?onnx", new byte[7 * MEBI], List.of(422)));
        large.add(_ -> new Request("/check", new byte[9 * MEBI], List.of(413)));
    }

    private static void zeros(OutputStream into, int mebibytes) throws IOException {
        for (var i = 0; i < mebibytes; i++) {
            into.write(new byte[MEBI]);
        }
    }

    /** A safetensors file of that header; its length told wrongly where {@code lie} is not 0. */
    private static byte[] header(String text, long lie) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + bytes.length).order(ByteOrder.LITTLE_ENDIAN).putLong(lie == 0 ? bytes.length : lie)
                .put(bytes)
                .array();
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] flipped(byte[] whole, Random random) {
        var bytes = whole.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /** Some pieces taken out, doubled or replaced. */
    private static String damaged(String text, Random random) {
        var damaged = text;
        for (var i = random.nextInt(1, 5); i > 0 && !damaged.isEmpty(); i--) {
            var from = random.nextInt(damaged.length());
            var to = Math.min(damaged.length(), from + random.nextInt(9));
            var piece = List.of("", damaged.substring(from, to).repeat(2), "-1", "1e400", "\"", "\u0000", "\n", ",,")
                    .get(random.nextInt(8));
            damaged = damaged.substring(0, from) + piece + damaged.substring(to);
        }
        return damaged;
    }

}
