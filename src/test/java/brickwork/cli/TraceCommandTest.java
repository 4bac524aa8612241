package brickwork.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCommandTest {

    private static final String MAZUR = "specs/mazur.nn";
    private static final String NORM = "src/test/resources/brickwork/cli/trace/norm.nn";

    @TempDir
    private Path folder;

    private CliRun call;

    private int nn(Object... words) {
        call = CliRun.nn(words);
        return call.exit();
    }

    private Path spec(String text) throws IOException {
        return Files.writeString(folder.resolve("spec.nn"), text);
    }

    @Test
    void laysTheExampleOutAsItWasWorkedByHand() throws IOException {
        assertThat(nn("trace", MAZUR)).isZero();

        assertThat(call.out()).isEqualTo(Files.readString(Path.of("src/test/resources/brickwork/cli/trace/mazur.txt")));
        assertThat(call.out()).as("any terminal shows it").matches("[\\n -~]+");
    }

    /** As other programs work the example out; the article's own totals of the loss come from an update in the wrong order. */
    @ParameterizedTest
    @ValueSource(strings = {
            "= 0.3775", "= 0.3925", "= 0.5932699921", "= 0.5968843783", "= 1.105905967", "= 1.224921404", "= 0.7513650696",
            "= 0.7729284653",
            "= 0.2748110832", "= 0.02356002558", "loss 0.2983711088", "= 0.1384985616", "= -0.03809823652", "= 0.008771354689",
            "= 0.009954254705", "= 4.385677345e-4", "= 8.771354689e-4", "= 4.977127353e-4", "= 9.954254705e-4", "= 0.08216704056",
            "= 0.08266762785", "= -0.02260254048", "= -0.02274024222", "= 0.1497807161", "= 0.1995614323", "= 0.2497511436",
            "= 0.2995022873",
            "= 0.3589164797", "= 0.4086661861", "= 0.5113012702", "= 0.5613701211", "loss 0.2910277737",
            "z1 = w11*i1 + w12*i2 + b1 = 0.15*0.05 + 0.2*0.1 + 0.35 = 0.3775"})
    void showsTheNumbersOfTheExample(String number) {
        nn("trace", MAZUR);

        assertThat(call.out()).contains(number);
    }

    @Test
    void laysALayerOutThatNormalises() throws IOException {
        assertThat(nn("trace", NORM)).isZero();

        assertThat(call.out()).isEqualTo(Files.readString(Path.of("src/test/resources/brickwork/cli/trace/norm.txt")));
        assertThat(call.out()).as("any terminal shows it").matches("[\\n -~]+");
    }

    /** Forward by the definition in Python, every derivative there by a complex step, which needs no formula of a backward pass. */
    @ParameterizedTest
    @ValueSource(strings = {
            "= -0.25\n", "= 0.75\n", "= 0.2916666667\n", "= 0.5416666667\n", "= 0.8429272304\n", "= 0.2449489743\n",
            "= -0.2809757435\n", "= 0.7348469228\n", "= -0.5619514869\n", "= -0.9797958971\n", "= 0.6873564057\n", "= 0.2401647827\n",
            "= -0.2738079127\n", "= 0.6260216952\n", "= -0.5094239203\n", "= -0.7529775368\n", "= 0.2070268404\n", "= -1.525851303\n",
            "= 0.9965311534\n", "= -0.2788839931\n", "= 0.9963135511\n", "= -0.9409713676\n", "= 1.237153802\n", "= -0.4953706041\n",
            "= 0.5793692343\n", "= 0.2319801406\n", "= 0.01067526332\n", "= -0.3825900538\n", "= 0.1529693851\n", "= 0.1506099132\n",
            "= -0.1636446484\n", "= -0.5717419883\n", "= 0.9376121958\n", "= 0.1025618218\n", "= 0.195167016\n", "= 0.08137022739\n",
            "= -0.6145701944\n", "= 0.1743199117\n", "= 0.1422941218\n", "= 0.3076854653\n", "= 0.585501048\n", "= -1.715225965\n",
            "= 2.812836587\n", "= 0.2559506756\n", "= -0.2600471638\n", "= -2.214862206\n", "= 0.4918629773\n", "= -0.1885429806\n",
            "= 0.9825680088\n", "= 0.7357705878\n", "= 0.9692314535\n", "= 0.9414498952\n", "= 0.1715225965\n", "= -0.2812836587\n",
            "= 0.9744049324\n", "= -1.973995284\n", "= 0.2214862206\n", "= -0.0625\n", "= 0.1875\n", "= 0.859375\n",
            "= 0.953125\n", "loss 0.1898120899"})
    void showsTheNumbersOfALayerThatNormalises(String number) {
        nn("trace", NORM);

        assertThat(call.out()).contains(number);
    }

    @Test
    void givesALayerThatNormalisesAsJson() {
        assertThat(nn("trace", NORM, "--json", "--samples", "2")).isZero();

        var trace = call.json();
        var layers = list(object(list(trace.get("samples")).getFirst()).get("layers"));
        var norm = object(list(trace.get("norms")).getFirst());
        var updated = object(trace.get("updated"));
        assertClose(object(layers.getFirst()).get("h"), List.of(0.5, 1.0));
        assertClose(object(layers.getFirst()).get("x"), List.of(0.8429272304235246, 0.24494897427831785));
        assertClose(object(layers.getFirst()).get("delta"), List.of(-0.27888399308375034, 0.9963135511400023));
        assertClose(object(layers.getFirst()).get("dh"), List.of(0.23198014058316088, 0.010675263324222728));
        assertThat(object(layers.getLast())).doesNotContainKeys("h", "x", "dh");
        assertThat(norm).containsEntry("layer", 1).containsEntry("momentum", 0.25).containsEntry("epsilon", 0.5);
        assertClose(norm.get("mean"), List.of(-0.25, 0.75));
        assertClose(norm.get("variance"), List.of(7 / 24.0, 13 / 24.0));
        assertClose(norm.get("delta"), List.of(-0.5717419882755981, 0.9376121957505049));
        assertClose(norm.get("delta_x"), List.of(0.10256182176181557, 0.19516701600581146));
        assertThat(object(trace.get("gradients"))).containsOnlyKeys("layer1.weight", "layer1.norm.gamma", "layer1.norm.beta",
                "layer2.weight", "layer2.bias");
        assertClose(object(object(trace.get("gradients")).get("layer1.norm.gamma")).get("total"),
                List.of(0.3076854652854467, 0.5855010480174342));
        assertClose(object(updated.get("layer1.norm.mean")).get("after"), List.of(-0.0625, 0.1875));
        assertThat(object(updated.get("layer1.norm.mean"))).containsEntry("trained", false).containsKeys("before", "seen");
        assertClose(object(updated.get("layer1.norm.variance")).get("seen"), List.of(0.4375, 0.8125));
        assertClose(object(updated.get("layer1.norm.variance")).get("after"), List.of(0.859375, 0.953125));
        assertThat(object(trace.get("engine"))).containsEntry("agrees", true);
    }

    @Test
    void givesAllDigitsAsJson() throws IOException {
        assertThat(nn("trace", MAZUR, "--json")).isZero();

        var expected = JSON.std.mapFrom(Files.readString(Path.of("src/test/resources/cases/mazur/expected.json")));
        var trace = call.json();
        var sample = object(list(trace.get("samples")).getFirst());
        var layers = list(sample.get("layers"));
        assertThat(trace).containsEntry("batch", 1).containsEntry("drawn", false).containsEntry("rate", 0.5).containsKey("diagnostics");
        assertThat(sample).containsEntry("inputs", List.of(0.05, 0.1)).containsEntry("targets", List.of(0.01, 0.99));
        assertThat(object(layers.getFirst())).containsKeys("layer", "inputs", "z", "a", "da", "slope", "delta").doesNotContainKey("mask");
        assertClose(object(layers.getLast()).get("a"), expected.get("initial_outputs"));
        assertClose(object(trace.get("loss")).get("loss"), expected.get("initial_loss"));
        assertClose(object(layers.getFirst()).get("delta"), List.of(0.00877135468948693, 0.009954254705217196));
        assertClose(object(object(trace.get("gradients")).get("layer1.weight")).get("total"),
                List.of(List.of(4.385677344743465e-4, 8.77135468948693e-4), List.of(4.977127352608599e-4, 9.954254705217198e-4)));
        var after = object(expected.get("after_1"));
        assertClose(object(trace.get("loss_after")).get("loss"), after.get("loss"));
        assertClose(object(object(trace.get("updated")).get("layer1.weight")).get("after"), after.get("layer1.weight"));
        assertClose(object(object(trace.get("updated")).get("layer2.weight")).get("after"), after.get("layer2.weight"));
        assertThat(object(trace.get("engine"))).containsEntry("agrees", true).containsEntry("digits", 16);
    }

    private static void assertClose(Object actual, Object expected) {
        if (expected instanceof List<?> numbers) {
            assertThat(list(actual)).hasSameSizeAs(numbers);
            for (var i = 0; i < numbers.size(); i++) {
                assertClose(list(actual).get(i), numbers.get(i));
            }
        } else {
            assertThat((Double) actual).isCloseTo((Double) expected, within(1e-15));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    @Test
    void heedsTheOptions() throws IOException {
        var file = spec("let r = 0.1; precision f64; data xor; layer 2 -> 1 sigmoid; loss bce; optimizer sgd rate r; train 1 epoch");

        assertThat(nn("trace", file, "--set", "r=0.25", "--seed", "9", "--samples", "2")).isZero();
        assertThat(call.out()).contains("UPDATE: sgd, rate 0.25", "seed 9", "2 samples of 4 written out").doesNotContain("sample 3,");
        assertThat(nn("trace", file, "--json", "--seed", "9")).isZero();
        assertThat(call.json()).containsEntry("seed", 9);

        nn("train", file, "--save", folder.resolve("model.safetensors"), "--quiet");
        assertThat(nn("trace", file, "--init", folder.resolve("model.safetensors"))).isZero();
        var stepped = call.out();
        nn("trace", file);
        assertThat(stepped).isNotEqualTo(call.out()).endsWith(" digits\n");
    }

    @Test
    void refusesWhatNobodyWouldReadToItsEnd() throws IOException {
        var wide = spec("layer 100 -> 50 tanh -> 1 linear; loss mse");

        assertThat(nn("trace", wide)).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("5,101 parameters in 4 samples are too many numbers to follow: a trace writes out at most 4,000",
                "--json");
        assertThat(nn("trace", wide, "--json")).isZero();
        assertThat(nn("trace", spec("layer 20 -> 50 tanh -> 1 linear; loss mse"))).isEqualTo(2);
        assertThat(call.err()).contains("help: --samples 3");
        assertThat(nn("trace", spec("layer 20 -> 50 tanh -> 1 linear; loss mse"), "--samples", "3")).isZero();
        assertThat(nn("trace", spec("layer 2000 -> 500 tanh -> 1 linear; loss mse"), "--json")).isEqualTo(2);
        var many = spec("data moons samples 1000000; layer 2 -> 99 tanh -> 1 sigmoid; loss bce; train 1 epoch batch full");
        assertThat(nn("trace", many)).isEqualTo(2);
        assertThat(call.err()).contains("397 parameters in 1,000,000 samples", "computes at most 100,000,000", "smaller batch");
    }

    @Test
    void answersWithTheExitOfWhatIsWrong() throws IOException {
        assertThat(nn("trace", MAZUR, "--samples", "0")).isEqualTo(2);
        assertThat(nn("trace", "specs/invalid/loss.nn")).isEqualTo(2);
        assertThat(nn("trace", folder.resolve("absent.nn"))).isEqualTo(5);
        assertThat(nn("trace", spec("data csv \"absent.csv\" target y; layer 2 -> 1 linear; loss mse"))).isEqualTo(5);
        assertThat(nn("trace", MAZUR, "--init", folder.resolve("absent.safetensors"))).isEqualTo(5);
        assertThat(nn("trace", spec("data xor; layer 2 -> 1 linear init constant 1e200; loss mse; train 1 epoch"))).isEqualTo(4);
        assertThat(call.out()).endsWith("the engine makes no step: loss is Infinity\n");
    }

    @Test
    void stepsInDoublesWhateverThePrecision() {
        assertThat(nn("trace", "specs/card.nn")).isZero();

        assertThat(call.out()).contains("computed in f64, where training computes in f32",
                "4 samples drawn from seed 0, for the spec names no data");
    }
}
