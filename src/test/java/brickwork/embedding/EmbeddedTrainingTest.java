package brickwork.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.Pictures;
import brickwork.ReportedTraining;
import brickwork.ValidationHistory;
import brickwork.data.Dataset;
import brickwork.data.SampleTable;
import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.ResourceLimits;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.RunFolder;
import brickwork.train.Ending;
import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of the page about embedding that compile and train stand here between lines that hold it against what the page says of it. */
class EmbeddedTrainingTest {

    private static final String TEXT = """
            let units = 4
            data moons samples 200 noise 0.1
            split test 20%
            layer 2 -> units tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.05
            train 30 epochs batch 20
            checkpoint every 5 epochs
            expect accuracy on test >= 0.7
            """;

    private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};

    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();

    private static NeuralSpec spec() {
        return Brickwork.standard().compile(TEXT);
    }

    private static NeuralSpec spec(String lastLayer) {
        return Brickwork.standard()
                .compile("layer 2 -> 6 tanh -> " + lastLayer + "\noptimizer adam rate 0.05\ntrain 200 epochs batch full");
    }

    private String answer(String text) {
        var brickwork = Brickwork.standard();

        return switch (brickwork.compile(new SourceText("upload.nn", text))) {
            case Outcome.Success<NeuralSpec>(var spec, var warnings) -> "fine: " + spec + DiagnosticRenderer.render(warnings);
            case Outcome.Failure<NeuralSpec>(var faults) -> DiagnosticRenderer.render(faults);
        };
    }

    /** Where a host keeps figures of steps. */
    private interface StepFigures {
        void record(long step, double loss, double gradientNorm, double rate);
    }

    @Test
    void listensToStepsAndCheckpoints() {
        var numbers = new ArrayList<Long>();
        StepFigures losses = (step, _, _, _) -> numbers.add(step);
        var listener = new Observer() {
            @Override
            public boolean watchesSteps() {
                return true;
            }

            @Override
            public void stepMade(TrainingStep step) {
                losses.record(step.number(), step.loss(), step.gradientNorm(), step.rate());
            }

            @Override
            public void epochEnded(Epoch epoch) {
                log.add("epoch " + epoch.number() + ": " + epoch.row().loss());
            }

            @Override
            public void checkpointWritten(int epochs) {
                log.add("kept after epoch " + epochs);
            }

            @Override
            public void checkpointFailed(int epochs, Exception reason) {
                log.add("not kept: " + reason.getMessage());
            }
        };
        var spec = Brickwork.standard().compile("data xor; layer 2 -> 1 sigmoid; loss bce; train 3 epochs batch 2");
        spec.train(spec.data().orThrow(), spec.settings().withObserver(listener), RunFolder.fresh(folder.resolve("heard")));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), numbers);
        assertEquals("kept after epoch 3", log.getLast());
    }

    @Test
    void compilesTextsAndFiles() throws Exception {
        var file = Files.writeString(folder.resolve("moons.nn"), TEXT);

        var brickwork = Brickwork.standard();
        NeuralSpec spec = brickwork.compile("data xor; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; train 500 epochs batch full");
        NeuralSpec ofFile = brickwork.load(file);
        Outcome<NeuralSpec> valueOrFaults = brickwork.compile(file);

        assertTrue(spec.toString().contains("13 parameters"), spec.toString());
        assertEquals(ofFile.network(), valueOrFaults.orThrow().network());
        assertTrue(answer(TEXT).startsWith("fine: spec 2 -> 4 tanh"), answer(TEXT));
        assertTrue(answer("layer 2 -> 1 sigmod\nloss bc").contains("upload.nn:2:6"), answer("layer 2 -> 1 sigmod\nloss bc"));
    }

    @Test
    void setsConstantsSeedThreads() {
        var text = TEXT;

        var spec = Brickwork.standard().withConstant("units", 16).withSeed(7).withThreads(2).compile(text);
        log.add(spec.kernels().set() + ": " + spec.kernels().reason());

        assertEquals(7, spec.network().seed());
        assertEquals(65, spec.network().parameters());
        assertEquals(1, log.size());
    }

    @Test
    void trainsOnDataOfTheSpec() {
        var spec = spec();

        var outcome = spec.train();
        var network = switch (outcome.result()) {
            case TrainingResult.Finished _ -> outcome.trained();
            case TrainingResult.Diverged diverged -> throw new IllegalArgumentException(diverged.message() + "; " + diverged.cure());
        };
        double loss = outcome.report().loss();
        var accuracy = outcome.report().metrics().get(DatasetPart.TEST).value(Metric.ACCURACY).orElseThrow();

        assertTrue(loss < 0.6, "loss is " + loss);
        assertTrue(accuracy > 0.7, "accuracy is " + accuracy);
        assertEquals(2, network.network().inputs());
    }

    @Test
    void trainsOnArrays() {
        var spec = spec("1 sigmoid\nloss bce");
        double[][] inputs = INPUTS;
        double[][] targets = {{0}, {1}, {1}, {0}};

        var onArrays = spec.withData(Dataset.of(inputs, targets));
        var network = onArrays.train().orThrow();

        assertTrue(network.predict(0, 1)[0] > 0.5);
    }

    @Test
    void trainsOnATableWithClasses() {
        var spec = spec("3 softmax\nloss cross_entropy\nscale standard");
        double[][] inputs = INPUTS;
        int[] labels = {0, 1, 1, 2};

        var table = SampleTable.ofClasses(inputs, labels, List.of("none", "one", "both"));
        var network = spec.withData(table).train().orThrow();
        String name = network.classOf(network.predict(1, 1)).orElseThrow();

        assertEquals("both", name);
        assertEquals(List.of("none", "one", "both"), network.classNames());
    }

    @Test
    void listensToEpochs() {
        var spec = spec();

        var outcome = spec.train(epoch -> {
            if (epoch.number() % 10 == 0) {
                log.add("epoch " + epoch.number() + " of " + epoch.epochs() + ": " + epoch.metric(DatasetPart.TRAIN, Metric.LOSS));
            }
            if (epoch.metric(DatasetPart.TEST, Metric.ACCURACY).orElse(0) > 0.99) {
                epoch.cancel();
            }
        });

        assertFalse(log.isEmpty());
        assertInstanceOf(TrainingResult.Finished.class, outcome.result());
    }

    @Test
    void cancels() throws Exception {
        var brickwork = Brickwork.standard();
        var text = TEXT;

        var token = Cancellation.limited(Duration.ofSeconds(30), 100);
        var spec = brickwork.withCancellation(token).compile(text);
        var outcome = spec.train();
        if (outcome.result() instanceof TrainingResult.Finished(var parameters, Ending.Cancelled(var reason), _)) {
            log.add("ended, for " + reason.text() + ", with " + parameters.tensors().size() + " tensors");
        }

        assertEquals(List.of("ended, for its training steps were used up, with 4 tensors"), log);
        token.cancel();
        assertThrows(CancelledException.class, spec::gradcheck);
    }

    @Test
    void endsWhenInterrupted() throws Exception {
        var spec = Brickwork.standard().compile(TEXT.replace("30 epochs", "1000000 epochs").replace("checkpoint every 5 epochs", ""));

        try (var service = Executors.newSingleThreadExecutor()) {
            var training = service.submit(() -> log.add(spec.train().toString()));
            Thread.sleep(200);
            training.cancel(true);
        }

        assertEquals(1, log.size());
        assertTrue(log.getFirst().endsWith("its thread was interrupted"), log::toString);
    }

    @Test
    void drawsPictures() throws Exception {
        var spec = spec();

        var validation = ValidationHistory.recording();
        var pictures = Pictures.of(spec.train(validation)).withValidation(validation);
        for (var kind : pictures.possible()) {
            Files.writeString(folder.resolve(kind.word() + ".svg"), pictures.draw(kind).svg());
        }

        Files.writeString(folder.resolve("report.html"), ReportedTraining.of(spec).html(""));

        assertTrue(Files.readString(folder.resolve("report.html")).contains("<h2 id=\"statements\">"));
        assertEquals(8, Files.list(folder).filter(file -> file.toString().endsWith(".svg")).count());
    }

    @Test
    void keepsLimits() {
        var text = TEXT;

        var limits = ResourceLimits.standard().withMemory(64_000_000).withParameters(100_000).withSamples(50_000).withEpochs(1_000)
                .withText(20_000);
        var guarded = Brickwork.standard().withLimits(limits);

        assertEquals(17, guarded.compile(text).network().parameters());
        var large = assertThrows(InvalidSpecException.class, () -> guarded.compile(text.replace("30 epochs", "3000 epochs")));
        assertTrue(large.getMessage().contains("NN212"), large.getMessage());
    }

    @Test
    void goesOnFromARunFolder() throws Exception {
        var spec = spec();

        var samples = spec.data().orThrow();
        var run = folder.resolve("run-17");
        var outcome = spec.train(samples, spec.settings(), RunFolder.resuming(run));

        assertTrue(Files.list(run).findAny().isPresent());
        assertEquals(spec.train().report().fingerprint(), outcome.report().fingerprint());
    }
}
