package brickwork.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.Brickwork;
import brickwork.DivergedException;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.data.BrokenStreamException;
import brickwork.data.CustomSource;
import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.model.CustomActivation;
import brickwork.model.HostCodeException;
import brickwork.model.ResourceLimits;
import brickwork.source.BrickworkException;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.store.BrokenFileException;
import brickwork.store.RunFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about embedding says is thrown, provoked: every row of its table. */
class EmbeddedFailuresTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]*) \\| (`\\w+`|what it threw) \\|$");

    private static final String NETWORK = "layer 2 -> 1 sigmoid; loss bce";
    private static final String TEXT = "data xor; " + NETWORK + "; train 3 epochs";

    private static final Brickwork BRICKWORK = Brickwork.standard();

    @TempDir
    private Path folder;

    private final List<Object> log = new ArrayList<>();

    private Map<String, List<ThrowingCallable>> provoked() {
        var rows = new LinkedHashMap<String, List<ThrowingCallable>>();
        rows.put("a text with faults, by `compile(String)` or `load(Path)`",
                List.of(() -> BRICKWORK.compile("layer 2"), () -> BRICKWORK.load(file("bad.nn", "layer 2"))));
        rows.put("`orThrow()` of an `Outcome` that failed", List.of(() -> BRICKWORK.compile(file("bad.nn", "layer 2")).orThrow()));
        rows.put("a spec that names no data, or not how long to train, where it is to be trained",
                List.of(() -> BRICKWORK.compile(NETWORK + "; train 1 epoch").train(),
                        () -> BRICKWORK.compile("data xor; " + NETWORK).train(),
                        () -> BRICKWORK.compile(NETWORK).withData(xor()).train(), () -> BRICKWORK.compile(NETWORK).health(),
                        () -> BRICKWORK.compile(NETWORK).data()));
        rows.put("a data file that is absent or broken",
                List.of(() -> ofCsv(file("data.csv", "a,b,c\n1,2,x\n")), () -> ofCsv(folder.resolve("none.csv"))));
        rows.put("a csv file of rows to predict, by `predict(Path).orThrow()`",
                List.of(() -> network().predict(file("rows.csv", "1,two\n")).orThrow(),
                        () -> network().predict(folder.resolve("none.csv")).orThrow()));
        rows.put("a table that does not fit the network, or samples that ask for more than the limits allow",
                List.of(() -> BRICKWORK.withLimits(ResourceLimits.standard().withSamples(3)).compile(NETWORK).withData(xor()),
                        () -> spec().withData(SampleTable.ofReals(new double[][] {{1}}, new double[][] {{1}})).train()));
        rows.put("a source of the host that refuses its options by IllegalArgumentException",
                List.of(() -> BRICKWORK.withSource("mine", source(new IllegalArgumentException("no")))
                        .compile("data mine; " + NETWORK)));
        rows.put("a spec's file that is absent or not UTF-8", List.of(() -> BRICKWORK.load(folder.resolve("none.nn")),
                () -> BRICKWORK.compile(Files.write(folder.resolve("latin.nn"), "# gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1))),
                () -> BRICKWORK.compile(folder)));
        rows.put("a model, weights or a network of another program: absent, broken, or of functions that are not registered",
                List.of(() -> TrainedNetwork.load(folder.resolve("none.safetensors")), () -> TrainedNetwork.load(new byte[9]),
                        () -> TrainedNetwork.load(BRICKWORK.withActivation("mine", new Doubled(0))
                                .compile("data xor; layer 2 -> 2 mine -> 1 sigmoid; loss bce; train 1 epoch").train().trained().toBytes()),
                        () -> spec().readWeights(file("w.safetensors", "no weights")),
                        () -> BRICKWORK.importNetwork(file("x.onnx", "nothing"), brickwork.exchange.NetworkUnits.OF_DATA)));
        rows.put("a file that cannot be written, or a run folder that is not to be had",
                List.of(() -> network().save(folder.resolve("none/m.safetensors")),
                        () -> spec().train(xor(), spec().settings(), RunFolder.fresh(file("taken", "")))));
        rows.put("a stream of samples that fails, gives other rows than before, or holds what nothing can be learned from",
                List.of(() -> streamed(Stream::empty), () -> streamed(() -> {
                    throw new IllegalStateException("the sensors are off");
                }), () -> streamed(() -> Stream.of(new double[] {1, 0, Double.NaN}))));
        rows.put("anything but a training that was cancelled", List.of(() -> cancelled().gradcheck(), () -> cancelled().trace(),
                () -> cancelled().verify()));
        rows.put("`orThrow()` of a training that diverged", List.of(() -> diverging().train().orThrow()));
        rows.put("a function or a source of the host that threw",
                List.of(() -> BRICKWORK.withActivation("mine", new Doubled(1))
                        .compile("data xor; layer 2 -> 2 mine -> 1 sigmoid; loss bce; "
                                + "train 1 epoch")
                        .train(),
                        () -> BRICKWORK.withSource("mine", source(new IllegalStateException("the sensors are off")))
                                .compile("data mine; " + NETWORK),
                        () -> BRICKWORK.withSource("mine", source(null)).compile("data mine; " + NETWORK)));
        rows.put("an observer or `Checkpoints` of the host that threw", List.of(() -> spec().train(_ -> {
            throw new Mine();
        }), () -> spec().train(xor(), spec().settings(), _ -> {
            throw new Mine();
        })));
        rows.put("an argument that does not fit", List.of(() -> network().predict(1), () -> BRICKWORK.withThreads(0),
                () -> BRICKWORK.withSource("has space", source(null)), () -> network().predict(Double.NaN, 1)));
        rows.put("an argument that is missing", List.of(() -> BRICKWORK.compile((String) null), () -> network().predict((double[]) null)));
        rows.put("a question at the wrong time: a predictor that is closed, the loss of a training that was cancelled", List.of(() -> {
            var predictor = network().predictor();
            predictor.close();
            predictor.predict(new double[2], new double[1]);
        }, () -> cancelled().train().report().loss()));
        return rows;
    }

    private static void streamed(Supplier<Stream<double[]>> rows) {
        BRICKWORK.compile(NETWORK + "; train 1 epoch in order").streaming(SampleStream.ofRows(2, 1, rows)).train();
    }

    @Test
    void everyRowOfThePageIsWhatIsThrown() throws IOException {
        var page = ROW.matcher(Files.readString(Path.of("src/site/markdown/embedding.md"))).results().toList();
        var rows = provoked();
        assertThat(page).extracting(row -> row.group(1)).containsExactlyElementsOf(rows.keySet());
        for (var row : page) {
            for (var provocation : rows.get(row.group(1))) {
                assertThatThrownBy(provocation).as(row.group(1)).satisfies(thrown -> {
                    assertThat(thrown.getClass().getSimpleName()).isEqualTo(row.group(2).equals("what it threw") ? "Mine"
                            : row.group(2).replace("`", ""));
                    assertThat(thrown.getMessage()).isNotBlank();
                });
            }
        }
    }

    private void answerOrReport(String text, double... row) {
        try {
            answer(network(text).predict(row));
        } catch (InvalidSpecException refused) {
            reject(refused.diagnostics());
        } catch (BrickworkException failed) {
            report(failed);
        }
    }

    @Test
    void oneCatchSeesAll() {
        answerOrReport("data xor; layer 2 -> 1 sigmoyd; loss bce", 1, 0);
        assertThat(log).hasSize(1).first().isInstanceOfSatisfying(Diagnostic.class,
                fault -> assertThat(fault.code()).isEqualTo(Code.NN016));
        assertThat(List.of(InvalidSpecException.class, BrokenFileException.class, BrokenStreamException.class, CancelledException.class,
                DivergedException.class,
                HostCodeException.class)).allMatch(BrickworkException.class::isAssignableFrom);
        answerOrReport(TEXT, 0, 1);
        assertThat(log).last().isInstanceOf(double[].class);
    }

    @Test
    void whatIsSerializedSaysTheSame() throws Exception {
        for (var thrown : List.of(thrown(() -> BRICKWORK.compile("layer 2 -> 3 sigmoyd;\nloss bce")),
                thrown(() -> TrainedNetwork.load(folder.resolve("none"))), thrown(() -> cancelled().gradcheck()),
                thrown(() -> diverging().train().orThrow()), thrown(() -> BRICKWORK.compile(NETWORK).train()))) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(thrown);
            }
            var read = (BrickworkException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            assertThat(read).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
            if (read instanceof InvalidSpecException refused && thrown instanceof InvalidSpecException before) {
                assertThat(refused.diagnostics()).extracting(Diagnostic::code).isEqualTo(before.diagnostics().stream().map(Diagnostic::code)
                        .toList());
                assertThat(new InvalidSpecException(refused.diagnostics())).hasMessage(before.getMessage());
            }
        }
    }

    @Test
    void eachTellsWhereAndWhatHelps() {
        assertThat(thrown(() -> BRICKWORK.compile(NETWORK).train())).isInstanceOfSatisfying(InvalidSpecException.class,
                refused -> assertThat(refused.diagnostics()).singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(Code.NN303);
                    assertThat(fault.source().text()).isEqualTo(NETWORK);
                    assertThat(fault.help()).hasValueSatisfying(help -> assertThat(help).contains("train 100 epochs"));
                }));
        assertThat(thrown(() -> ofCsv(folder.resolve("none.csv")))).hasMessageContaining("error[NN202]").hasMessageContaining("none.csv");
        assertThat(thrown(() -> BRICKWORK.load(folder.resolve("none.nn")))).isInstanceOfSatisfying(BrokenFileException.class, broken -> {
            assertThat(broken.file()).isEqualTo(folder.resolve("none.nn"));
            assertThat(broken.cure()).isEqualTo("check the path");
        });
        assertThat(thrown(() -> diverging().train().orThrow())).isInstanceOfSatisfying(DivergedException.class, diverged -> {
            assertThat(diverged).hasMessageContaining("epoch " + diverged.epoch() + ", batch " + diverged.batch());
            assertThat(diverged.cure()).contains("lower the rate");
        });
        assertThat(thrown(() -> BRICKWORK.withSource("mine", source(new IllegalStateException("the sensors are off")))
                .compile("data mine window 3; " + NETWORK))).hasMessageContaining("source `mine`")
                .hasMessageContaining("open({window 3}, seed 0)")
                .hasMessageContaining("the sensors are off").hasCauseInstanceOf(IllegalStateException.class);
    }

    private static BrickworkException thrown(ThrowingCallable provocation) {
        return (BrickworkException) org.assertj.core.api.Assertions.catchThrowable(provocation);
    }

    private static final class Mine extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mine() {
            super("of the host");
        }
    }

    /** Fails once it was asked for values so often; 0 for never. */
    private record Doubled(int failsAfter) implements CustomActivation {
        @Override
        public double value(double z) {
            if (failsAfter > 0) {
                throw new ArithmeticException("not today");
            }
            return 2 * z;
        }

        @Override
        public double derivative(double z) {
            return 2;
        }
    }

    private static CustomSource source(RuntimeException fault) {
        return new CustomSource() {
            @Override
            public Set<String> options() {
                return Set.of("window");
            }

            @Override
            public SampleTable open(Map<String, Double> options, long seed) {
                if (fault != null) {
                    throw fault;
                }
                return null;
            }
        };
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private NeuralSpec ofCsv(Path file) {
        return BRICKWORK.withFolder(folder).compile("data csv \"" + file.getFileName() + "\" target c; " + NETWORK);
    }

    private static NeuralSpec spec() {
        return BRICKWORK.compile(TEXT);
    }

    private static TrainedNetwork network() {
        return spec().train().orThrow();
    }

    private static TrainedNetwork network(String text) {
        return BRICKWORK.compile(text).train().orThrow();
    }

    private static Dataset xor() {
        return spec().data().orThrow();
    }

    private static NeuralSpec cancelled() {
        var token = Cancellation.onRequest();
        token.cancel();
        return BRICKWORK.withCancellation(token).compile(TEXT + "; expect gradcheck < 1e-7");
    }

    private static NeuralSpec diverging() {
        return BRICKWORK.compile("data xor; layer 2 -> 1 linear; loss mse; optimizer sgd rate 1e30; train 9 epochs");
    }

    private void answer(double[] outputs) {
        log.add(outputs);
    }

    private void reject(List<Diagnostic> faults) {
        log.addAll(faults);
    }

    private void report(BrickworkException failure) {
        log.add(failure);
    }
}
