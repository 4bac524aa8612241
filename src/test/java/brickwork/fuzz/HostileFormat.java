package brickwork.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.check.DataCatalog;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.exchange.NetworkUnits;
import brickwork.model.DataSource;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import brickwork.store.TensorNames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What strangers may hand in: how it is read, and sound examples of it. */
enum HostileFormat {

    SAFETENSORS {
        /** A model is refused by its digest before most of it is looked at; weights have none. */
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            var file = Files.write(folder.resolve("w.safetensors"), bytes);
            return told(() -> TrainedNetwork.load(bytes)) + told(() -> SMALL.readWeights(file));
        }

        @Override
        List<byte[]> examples() throws IOException {
            var model = SMALL.train().orThrow();
            var folder = Files.createTempDirectory("fuzz");
            var weights = folder.resolve("w.safetensors");
            model.export().weights(weights, TensorNames.OWN);
            return List.of(Files.readAllBytes(weights), model.toBytes(),
                    Files.readAllBytes(Path.of("src/test/resources/models/first.safetensors")));
        }
    },
    NPZ {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            return data(bytes, folder, ARRAYS);
        }

        @Override
        List<byte[]> examples() throws IOException {
            return List.of(archive(npy("<f4", "3, 2", 24), npy("|u1", "3,", 3), ZipEntry.STORED),
                    archive(npy("<f8", "2, 2", 32), npy("<i8", "2,", 16), ZipEntry.DEFLATED));
        }
    },
    /** One array, in an archive that is sound. */
    NPY {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            return data(archive(bytes, npy("|u1", "3,", 3), ZipEntry.STORED), folder, ARRAYS);
        }

        @Override
        List<byte[]> examples() {
            return Stream.of("<f4", ">f8", "|u1", "|b1", "<i2", "<u4", "<f2").map(type -> npy(type, "3, 2",
                    6 * (type.charAt(2) - '0'))).toList();
        }
    },
    IDX {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            if (!Files.exists(folder.resolve("labels"))) {
                Files.write(folder.resolve("labels"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});
                Files.write(folder.resolve("images"), new byte[] {0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 5, 6});
            }
            return data(bytes, folder, idx("file", "labels")) + data(bytes, folder, idx("images", "file"));
        }

        @Override
        List<byte[]> examples() throws IOException {
            var images = ByteBuffer.allocate(24).putInt(0x0803).putInt(2).putInt(2).putInt(2).array();
            return List.of(images, ByteBuffer.allocate(10).putInt(0x0801).putInt(2).put((byte) 1).array(), zipped(images));
        }
    },
    CSV {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            return data(bytes, folder, csv(new DataSource.Column(Optional.of("kind"), 0, Origin.NONE)))
                    + data(bytes, folder, csv(new DataSource.Column(Optional.empty(), 1, Origin.NONE)));
        }

        @Override
        List<byte[]> examples() throws IOException {
            return List.of("a,b,kind\n1,2,x\n-.5e3,\"4\",y\n".getBytes(UTF_8),
                    "\uFEFF\"a \"\"1\"\"\";kind\r\n1;0\r\n2;1\r\n".getBytes(UTF_8),
                    "1\t2\n\n3\t4\n".getBytes(UTF_8), zipped("kind,b\n1,2\n".getBytes(UTF_8)));
        }
    },
    ONNX {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            var file = Files.write(folder.resolve("net.onnx"), bytes);
            return told(() -> Brickwork.standard().importNetwork(file, NetworkUnits.OF_DATA));
        }

        @Override
        List<byte[]> examples() throws IOException {
            var examples = new ArrayList<byte[]>();
            var exported = Files.createTempDirectory("fuzz").resolve("small.onnx");
            SMALL.train().orThrow().export().onnx(exported);
            examples.add(Files.readAllBytes(exported));
            try (var files = Files.list(Path.of("src/test/resources/exchange"))) {
                for (var file : files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList()) {
                    examples.add(Files.readAllBytes(file));
                }
            }
            return examples;
        }
    },
    NNET {
        @Override
        String answer(byte[] bytes, Path folder) throws IOException {
            var file = Files.write(folder.resolve("net.nnet"), bytes);
            return told(() -> Brickwork.standard().importNetwork(file, NetworkUnits.OF_DATA));
        }

        @Override
        List<byte[]> examples() {
            return List.of(("// by hand\n2,2,1,3,\n2,3,1,\n0,\n0,0,\n1,1,\n0.5,0.5,2,\n1,1,4,\n1,2,\n3,4,\n5,6,\n1,\n2,\n3,\n1,2,3,\n-1,\n")
                    .getBytes(UTF_8));
        }
    },
    SPEC {
        @Override
        String answer(byte[] bytes, Path folder) {
            return compiled(Brickwork.standard().compile(new SourceText("any.nn", new String(bytes, UTF_8))));
        }

        @Override
        List<byte[]> examples() throws IOException {
            var examples = new ArrayList<byte[]>();
            try (var files = Files.walk(Path.of("specs"))) {
                for (var file : files.filter(file -> file.toString().endsWith(".nn")).sorted().toList()) {
                    examples.add(Files.readAllBytes(file));
                }
            }
            return examples;
        }
    };

    private static final NeuralSpec SMALL = Brickwork.standard().compile("data iris; scale standard; layer 4 -> 3 tanh norm -> 3 softmax;"
            + " loss cross_entropy; train 1 epoch");

    private static final DataSource ARRAYS = new DataSource.Npz("file", Origin.NONE, "x", Origin.NONE, "y", Origin.NONE, Origin.NONE);
    private static final int LONGEST = 2_000;

    private interface Reading {
        Object read() throws IOException;
    }

    /** What is said of bytes; {@code fine} where they are taken. Throws what is not declared. */
    abstract String answer(byte[] bytes, Path folder) throws IOException;

    /** Bytes that are taken, from which others are made. */
    abstract List<byte[]> examples() throws IOException;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String told(Reading reading) throws IOException {
        try {
            return reading.read() == null ? "nothing" : "fine";
        } catch (BrokenFileException declared) {
            return declared.fault();
        }
    }

    private static String data(byte[] bytes, Path folder, DataSource source) throws IOException {
        Files.write(folder.resolve("file"), bytes);
        return switch (new DataLibrary(new FileAccess.Folder(folder)).describe(source)) {
            case DataCatalog.Answer.Known _ -> "fine";
            case DataCatalog.Answer.UnknownName unknown -> "no such " + unknown.kind();
            case DataCatalog.Answer.Unreadable broken -> bounded(broken.message() + broken.help());
            case DataCatalog.Answer.Refused refused -> bounded(refused.message() + refused.help());
        };
    }

    private static String bounded(String message) {
        if (message.length() > LONGEST) {
            throw new AssertionError("a message of " + message.length() + " characters");
        }
        return message;
    }

    private static String compiled(Outcome<?> outcome) {
        var report = DiagnosticRenderer.render(outcome.diagnostics());
        if (report.length() > 100_000) {
            throw new AssertionError("a report of " + report.length() + " characters");
        }
        return outcome.diagnostics().isEmpty() ? "fine"
                : outcome.diagnostics().stream().map(Diagnostic::message).limit(2).reduce("", (a, b) -> a + "; " + b);
    }

    private static DataSource csv(DataSource.Column target) {
        return new DataSource.Csv("file", Origin.NONE, List.of(target), List.of(), Origin.NONE);
    }

    private static DataSource idx(String images, String labels) {
        return new DataSource.Idx(images, Origin.NONE, labels, Origin.NONE, Origin.NONE);
    }

    private static byte[] npy(String type, String shape, int bytes) {
        var header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }\n".formatted(type, shape).getBytes(ISO_8859_1);
        return ByteBuffer.allocate(10 + header.length + bytes).put("\u0093NUMPY\u0001\0".getBytes(ISO_8859_1))
                .put((byte) header.length).put((byte) 0).put(header).array();
    }

    private static byte[] archive(byte[] x, byte[] y, int method) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "x.npy", x, method);
            add(zip, "y.npy", y, method);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes, int method) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(method);
        entry.setTime(0);
        if (method == ZipEntry.STORED) {
            var checksum = new CRC32();
            checksum.update(bytes);
            entry.setSize(bytes.length);
            entry.setCrc(checksum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
