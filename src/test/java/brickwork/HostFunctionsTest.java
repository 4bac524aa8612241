package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.HostCodeException;
import brickwork.plan.PlanPrinter;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import brickwork.syntax.SpecPrinter;
import brickwork.store.BrokenFileException;
import brickwork.train.TrainingResult;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of a host program, from the name in a spec to the trained network. */
class HostFunctionsTest {

    private static final String TRAINED = "data quadrants samples 50; optimizer adam rate 0.02; train 30 epochs batch 8; ";

    @TempDir
    private Path folder;

    private static List<Diagnostic> faults(Brickwork brickwork, String text) {
        return brickwork.compile(new SourceText("text", text)).diagnostics();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f32", "f64"})
    void whatTheLanguageHasTooTrainsToTheSameBits(String precision) {
        var head = "precision " + precision + "; " + TRAINED;
        var ours = Brickwork.standard().compile(head + "layer 2 -> 9 sigmoid -> 1 sigmoid; loss 0.5 * sse + l2 0.01").train().report();
        var theirs = HostExamples.language()
                .compile(head + "layer 2 -> 9 logistic -> 1 logistic; loss 0.5 * squares + ridge 0.01").train().report();

        if (precision.equals("f64")) {
            assertThat(theirs.fingerprint()).isEqualTo(ours.fingerprint());
        }
        assertThat(theirs.loss()).isCloseTo(ours.loss(), within(precision.equals("f64") ? 1e-14 : 1e-5));
        assertThat(theirs.penalty()).isCloseTo(ours.penalty(), within(precision.equals("f64") ? 1e-14 : 1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f32", "f64"})
    void bitsAreTheSameWithAllKernelsAndThreads(String precision) {
        var spec = "precision " + precision + "; data blobs samples 99 features 70 classes 3; "
                + "layer 70 -> 130 swish dropout 10% -> 90 clipped -> 3 linear; "
                + "loss cosine_distance + 0.1 * mse + group 0.001 + l1 1e-4; optimizer adam; train 2 epochs batch 64";
        var scalar = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SCALAR)).choice();
        var simd = ((KernelChoice.Granted) KernelChoice.demand(KernelChoice.Set.SIMD)).choice();

        var fingerprints = Stream.of(HostExamples.language().withKernels(scalar), HostExamples.language().withKernels(simd),
                HostExamples.language().withKernels(simd).withThreads(3))
                .map(language -> language.compile(spec).train().report().fingerprint()).distinct();

        assertThat(fingerprints).hasSize(1);
    }

    @Test
    void aNumberChoosesTheFunction() {
        var spec = HostExamples.language().compile("layer 1 -> 2 swish -> 1 swish 2 / 4; loss cosine_distance");

        assertThat(SpecPrinter.print(spec.network())).contains("layer 1 -> 2 swish 1 init xavier", "layer 2 -> 1 swish 0.5 init xavier",
                "loss cosine_distance\n");
        var half = (Activation.Host) spec.network().feedForward().lastLayer().activation();
        assertThat(half.value(3)).isEqualTo(HostExamples.swish(0.5).value(3));
    }

    @Test
    void theCanonicalTextGivesAnEqualNetwork() {
        var language = HostExamples.language();
        var network = language.compile("layer 2 -> 3 swish 3 -> 2 logistic; loss 2 * squares + mse + group 0.1 + 0.5 * ridge 0.1")
                .network();

        assertThat(SpecPrinter.print(network)).contains("loss 2 * squares + mse + group 0.1 + ridge 0.05");
        assertThat(language.compile(SpecPrinter.print(network)).network()).isEqualTo(network);
        assertThat(HostExamples.language().withActivation("other", HostExamples.LOGISTIC).compile(SpecPrinter.print(network)).network())
                .as("other functions under the same names").isNotEqualTo(network);
    }

    @Test
    void thePlanNamesThem() {
        var plan = PlanPrinter.print(HostExamples.language().compile("layer 2 -> 3 swish -> 2 logistic; loss squares + ridge 0.1").plan());

        assertThat(plan).contains("= swish(z1)", "loss: squares of", "penalty: ridge 0.1 over 2 weight matrices", "swish'(z1, a1)");
    }

    @Test
    void unknownWordsAreHeldAgainstRegisteredNamesToo() {
        assertThat(faults(HostExamples.language(), "layer 2 -> 3 swosh -> 1 linear; loss squares")).singleElement()
                .satisfies(fault -> assertThat(fault.help()).contains("did you mean `swish`?"));
        assertThat(faults(HostExamples.language(), "layer 2 -> 1 linear; loss squores + grup 1"))
                .extracting(fault -> fault.help().orElse(""))
                .containsExactly("did you mean `squares`?", "did you mean `group`?");
        assertThat(faults(Brickwork.standard(), "layer 2 -> 3 swosh -> 1 linear; loss mse")).singleElement()
                .satisfies(fault -> assertThat(fault.help().orElse("")).doesNotContain("swish`?"));
    }

    @Test
    void numbersAreRefusedWhereNoneMayStandAndWhereTheHostRefusesThem() {
        assertThat(faults(HostExamples.language(), "layer 2 -> 3 logistic 2 -> 1 swish 0; loss squares 3 + ridge"))
                .extracting(Diagnostic::message).containsExactly("logistic takes no number", "swish does not take 0: beta must be above 0",
                        "squares takes no number behind it", "`ridge` needs its factor");
    }

    @Test
    void crossEntropiesNeedTheirOwnActivations() {
        assertThat(faults(HostExamples.language(), "layer 2 -> 1 logistic; loss bce")).extracting(Diagnostic::message)
                .containsExactly("bce needs sigmoid on the last layer, not logistic");
        assertThat(faults(HostExamples.language(), "layer 2 -> 2 logistic; loss cross_entropy")).extracting(Diagnostic::message)
                .containsExactly("cross_entropy needs softmax on the last layer, not logistic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relu", "mse", "cosine", "layer", "seeds", "my fn", "2nd", "", "a-b", "a\n", " a"})
    void namesMustBeFree(String name) {
        assertThatThrownBy(() -> Brickwork.standard().withActivation(name, HostExamples.LOGISTIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + name + "` is").message().containsAnyOf("choose another name", "letters, digits and _");
        assertThatThrownBy(() -> Brickwork.standard().withLoss(name, HostExamples.SQUARES)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Brickwork.standard().withPenalty(name, HostExamples.RIDGE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> HostExamples.language().withActivation("swish", HostExamples.LOGISTIC))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("there is an activation `swish` already");
        assertThatThrownBy(() -> HostExamples.language().withLoss("ridge", HostExamples.SQUARES))
                .hasMessageContaining("there is a penalty `ridge`");
        assertThatThrownBy(() -> HostExamples.language().withPenalty("squares", HostExamples.RIDGE))
                .hasMessageContaining("there is a loss `squares`");
    }

    @Test
    void aNumberThatIsNotFiniteEndsTrainingAtItsLayer() {
        var language = Brickwork.standard().withActivation("root", HostExamples.activation(Math::sqrt, z -> 0.5 / Math.sqrt(z)))
                .withActivation("steep", HostExamples.activation(z -> z, z -> Double.NaN))
                .withLoss("broken", new HostExamples.CosineDistance() {
                    @Override
                    public double value(double[] outputs, double[] targets) {
                        return Double.POSITIVE_INFINITY;
                    }
                });

        assertThat(diverged(language, "layer 2 -> 3 linear -> 3 root -> 1 linear; loss mse")).satisfies(fault -> {
            assertThat(fault.fault().layer()).isEqualTo(2);
            assertThat(fault.fault().tensor()).isEqualTo("layer2.output");
        });
        assertThat(diverged(language, "layer 2 -> 3 linear -> 3 steep -> 1 linear; loss mse").fault().layer()).isEqualTo(2);
        assertThat(diverged(language, "layer 2 -> 1 linear; loss broken").fault().tensor()).isEqualTo("loss");
    }

    private static TrainingResult.Diverged diverged(Brickwork language, String text) {
        return (TrainingResult.Diverged) language.compile(TRAINED + text).train().result();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAFunctionThrowsNamesIt(int threads) {
        var large = HostExamples.activation(z -> {
            if (z > 0) {
                throw new ArithmeticException("no such thing");
            }
            return z;
        }, z -> 1);
        var spec = Brickwork.standard().withThreads(threads).withActivation("fragile", large)
                .compile("data blobs samples 64 features 100; layer 100 -> 200 fragile -> 1 linear; loss mse; train 1 epoch batch full");

        assertThatThrownBy(spec::train).isInstanceOf(HostCodeException.class)
                .hasMessageStartingWith("the activation `fragile` of the host program failed: value(")
                .hasMessageEndingWith("threw java.lang.ArithmeticException: no such thing").hasCauseInstanceOf(ArithmeticException.class);
        assertThatThrownBy(spec::gradcheck).isInstanceOf(HostCodeException.class);
    }

    @Test
    void aModelIsReadWhereItsFunctionsAreKnown() throws IOException {
        var file = folder.resolve("model.safetensors");
        var language = HostExamples.language();
        var trained = language.compile(TRAINED + "layer 2 -> 4 swish 2 -> 1 linear; loss squares + ridge 0.1").train().orThrow();
        trained.save(file);

        var read = language.loadModel(file);

        assertThat(read.predict(0.3, -0.4)).isEqualTo(trained.predict(0.3, -0.4));
        assertThatThrownBy(() -> TrainedNetwork.load(file)).isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("unknown activation `swish`").hasMessageContaining("register that function under the same name");
    }

    /** Offers what {@link HostExamples} has. */
    public static final class Examples implements BrickworkExtension {
        @Override
        public Brickwork extend(Brickwork brickwork) {
            return brickwork.withActivation("logistic", HostExamples.LOGISTIC).withPenalty("ridge", HostExamples.RIDGE);
        }
    }

    @Test
    void extensionsOfTheClassPathAddTheirWords() throws IOException {
        var text = "layer 2 -> 1 logistic; loss mse + ridge 0.1";
        assertThat(Brickwork.standard().withExtensions().compile(new SourceText("text", text))).isInstanceOf(Outcome.Failure.class);
        withExtension(() -> {
            assertThat(Brickwork.standard().compile(new SourceText("text", text))).isInstanceOf(Outcome.Failure.class);
            assertThat(Brickwork.standard().withExtensions().compile(new SourceText("text", text))).isInstanceOf(Outcome.Success.class);
        });
    }

    private void withExtension(Runnable work) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BrickworkExtension.class.getName()), Examples.class.getName());
        var thread = Thread.currentThread();
        var usual = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, usual)) {
            thread.setContextClassLoader(loader);
            work.run();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
