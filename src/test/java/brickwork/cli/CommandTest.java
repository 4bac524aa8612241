package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import brickwork.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path folder;

    private Path spec(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void checkTellsEveryFaultAsJson() throws IOException {
        var file = spec("three.nn", "layer 2 -> 0 relu\nlayer 3 -> 2 sigmoyd dropout 2\nloss mse\n");
        var call = nn("check", file, "--json");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.json()).containsEntry("valid", false);
        assertThat(call.list("diagnostics")).extracting(d -> List.of(d.get("line"), d.get("column")))
                .containsExactly(List.of(1, 12), List.of(2, 14), List.of(2, 30));
        assertThat(call.list("diagnostics").get(1)).containsEntry("severity", "error").containsEntry("file", file.toString());
    }

    @Test
    void checkOpensDataFiles() throws IOException {
        assertThat(nn("check", spec("absent.nn", "data csv \"none.csv\" target y; layer 2 -> 1 sigmoid; loss bce")).exit()).isEqualTo(5);
        Files.writeString(folder.resolve("d.csv"), "a,b,y\n1,2,0\n3,4,1\n");
        assertThat(nn("check", spec("column.nn", "data csv \"d.csv\" target z; layer 2 -> 1 sigmoid; loss bce")).exit()).isEqualTo(2);
        Files.writeString(folder.resolve("twice.csv"), "a,a,y\n1,2,0\n3,4,1\n");
        assertThat(nn("check", spec("twice.nn", "data csv \"twice.csv\" target a; layer 2 -> 1 sigmoid; loss mse")).exit()).isEqualTo(2);
        assertThat(nn("check", spec("fine.nn", "data csv \"d.csv\" target y; layer 2 -> 1 sigmoid; loss bce")).exit()).isZero();
    }

    @Test
    void anAbsentFileHidesNothingOfTheOthers() throws IOException {
        var faulty = spec("faulty.nn", "layer 2 -> 1 sigmoyd\nloss mse\n");
        var wide = spec("wide.nn", "layer 2->1 linear\nloss mse\nexpect gradcheck<1e-7\n");
        var absent = folder.resolve("absent.nn");
        var checked = nn("check", absent, faulty, "--json");
        assertThat(checked.exit()).isEqualTo(2);
        assertThat(checked.json()).containsEntry("valid", false);
        assertThat(checked.list("diagnostics")).extracting(d -> d.get("code")).containsExactly("NN302", "NN016");
        assertThat(nn("fmt", "--check", absent, wide, "--json").json()).containsEntry("changed", List.of(wide.toString()));
        var verified = nn("verify", absent, wide, faulty, "--json");
        assertThat(verified.exit()).isEqualTo(2);
        assertThat(verified.json()).containsEntry("passed", 1);
        assertThat(nn("verify", absent, wide).exit()).isEqualTo(5);
    }

    @Test
    void outputPathsAreTriedBeforeTheFirstEpoch() throws IOException {
        var nowhere = folder.resolve("nowhere/file");
        var trained = nn("train", "specs/mazur.nn", "--save", nowhere, "--json");
        assertThat(trained.exit()).isEqualTo(5);
        assertThat(trained.json()).doesNotContainKey("fingerprint");
        assertThat(trained.list("diagnostics")).extracting(d -> d.get("code")).containsExactly("NN302");
        var verified = nn("verify", spec("card.nn", "layer 2 -> 1 linear\nloss mse\nexpect gradcheck < 1e-7\n"), "--junit", nowhere,
                "--json");
        assertThat(verified.exit()).isEqualTo(5);
        assertThat(verified.json()).doesNotContainKey("passed");
        var file = Files.writeString(folder.resolve("file"), "mine");
        var into = nn("train", "specs/mazur.nn", "--run", file);
        assertThat(into.exit()).isEqualTo(5);
        assertThat(into.err()).contains("is a file and no folder").contains("help: name another folder");
        assertThat(nn("train", "specs/mazur.nn", "--save", folder).exit()).isEqualTo(5);
        assertThat(nn("train", spec("absent.nn", "data csv \"none.csv\" target y; layer 2 -> 1 sigmoid; loss bce; train 1 epoch"), "--save",
                file).exit()).isEqualTo(5);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aModelThatCannotBeWrittenHidesNoResult() throws Exception {
        var out = Files.createDirectory(folder.resolve("out"));
        var run = folder.resolve("run");
        var remover = Thread.ofPlatform().start(() -> {
            while (!Files.exists(run.resolve(".lock"))) {
                Thread.onSpinWait();
            }
            out.toFile().delete();
        });
        var trained = nn("train", spec("long.nn", "data moons samples 500; layer 2 -> 8 tanh -> 1 sigmoid; loss bce; train 300 epochs"),
                "--run", run, "--save", out.resolve("m"), "--json");
        remover.join();
        assertThat(trained.exit()).isEqualTo(5);
        assertThat(trained.json()).containsKey("fingerprint");
        assertThat(trained.list("diagnostics")).extracting(d -> d.get("code")).containsExactly("NN302");
    }

    @Test
    void aModelHoldsTheTextOfTheSpecWhereThatIsAskedFor() throws IOException {
        var file = spec("own.nn", "# Mine.\ndata rows [ 0.5 -> 1 ]\nlayer 1 -> 1 linear\nloss mse\ntrain 1 epoch\n");
        var model = folder.resolve("m.safetensors");
        assertThat(nn("train", file, "--save", model).exit()).isZero();
        assertThat(TrainedNetwork.load(model).specText()).startsWith("nn 1\n").doesNotContain("Mine", "rows");
        assertThat(nn("train", file, "--save", model, "--whole-spec").exit()).isZero();
        assertThat(TrainedNetwork.load(model).specText()).isEqualTo(Files.readString(file));
        assertThat(nn("train", file, "--whole-spec").exit()).isEqualTo(2);
    }

    @Test
    void notANumberInTheDataIsABrokenFile() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b,y\n1,2,0\n3,nan,1\n");
        var call = nn("train", spec("nan.nn", "data csv \"d.csv\" target y; layer 2 -> 1 sigmoid; loss bce; train 3 epochs"), "--json");
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.list("diagnostics")).singleElement()
                .satisfies(d -> assertThat((String) d.get("message")).contains("line 3").contains("(b)"));
    }

    @Test
    void trainReportsWhatToolsRelyOn() {
        var call = nn("train", "specs/mazur.nn", "--set", "steps=3", "--json");
        assertThat(call.exit()).isZero();
        assertThat(call.json()).containsEntry("epochs", 3).containsEntry("steps", 3)
                .containsKeys("loss", "data_loss", "penalty", "accuracy", "metrics", "fingerprint", "kernels", "seconds", "diagnostics");
        assertThat(call.json().get("accuracy")).isNull();
        assertThat(call.list("history")).hasSize(3).first()
                .satisfies(row -> assertThat(row).containsEntry("epoch", 0).containsKeys("loss", "data_loss", "accuracy", "rate"));
        assertThat((Double) call.list("history").getFirst().get("loss")).isEqualTo(0.2983711087600027);
    }

    @Test
    void theHistoryIsThinnedUnlessAllIsAskedFor() {
        assertThat(nn("train", "specs/mazur.nn", "--set", "steps=2500", "--json").list("history")).hasSize(1000)
                .extracting(row -> row.get("epoch")).startsWith(0).endsWith(2499);
        assertThat(nn("train", "specs/mazur.nn", "--set", "steps=2500", "--json", "--history", "all").list("history")).hasSize(2500);
    }

    @Test
    @SuppressWarnings("unchecked")
    void divergenceNamesItsPlaceAndHasItsOwnExit() throws IOException {
        var file = spec("fast.nn", "data moons samples 200 noise 0.1\nlayer 2 -> 25 relu -> 1 sigmoid\nloss bce\noptimizer sgd rate 1e6\n"
                + "train 100 epochs\n");
        var call = nn("train", file, "--json");
        assertThat(call.exit()).isEqualTo(4);
        var divergence = (Map<String, Object>) call.json().get("divergence");
        assertThat(divergence).containsEntry("epoch", 0).containsKeys("batch", "layer", "tensor").containsEntry("line", 2);
        var told = nn("train", file);
        assertThat(told.err()).contains("training diverged", "fast.nn:2:", "help: lower the rate").doesNotContain("\tat ");
    }

    @Test
    void aSpecThatSaysTooLittleCannotBeTrained() {
        var call = nn("train", "specs/card.nn");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("NN303", "no data");
    }

    @Test
    void savedModelsPredictWithoutTheirSpec() throws IOException {
        var model = folder.resolve("m.safetensors");
        assertThat(nn("train", "specs/xor.nn", "--save", model, "--quiet").exit()).isZero();
        var data = Files.writeString(folder.resolve("x.csv"), "0,0\n0,1\n1,0\n1,1\n");
        var call = nn("predict", "--model", model, "--data", data, "--json");
        assertThat(call.exit()).isZero();
        assertThat(call.json()).containsEntry("classes", List.of("0", "1", "1", "0"));
        assertThat(nn("predict", "--model", model, "--data", data).out().lines()).hasSize(5).first().isEqualTo("class,0,1");
    }

    @Test
    void aFaultOfTheRowsToPredictIsToldAtTheirFile() throws IOException {
        var model = folder.resolve("m.safetensors");
        assertThat(nn("train", "specs/xor.nn", "--save", model, "--quiet").exit()).isZero();
        var data = Files.writeString(folder.resolve("x.csv"), "0,0\n0,x\n");
        var call = nn("predict", "--model", model, "--data", data);
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.err()).contains("--> " + data + ":1:1", "line 2").doesNotContain("(program)");
    }

    @Test
    void quietTrainingTellsTheFinalReportAlone() {
        assertThat(nn("train", "specs/xor.nn").out()).contains("epoch       0", "fingerprint");
        assertThat(nn("train", "specs/xor.nn", "--quiet").out()).contains("2,000 epochs", "accuracy", "fingerprint")
                .doesNotContain("epoch       0");
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(nn("plan", "specs/iris.nn").out()).contains("epsilon 1e-8", "l2 1e-4").doesNotContain("1.0E");
    }

    /** The column is as wide as the longest name, and a headline says which layers normalise. */
    @Test
    void namesOfALayerThatNormalisesStandInAColumn() throws IOException {
        var file = spec("norm.nn", "data moons samples 20\nlayer 2 -> 3 relu norm -> 1 sigmoid\nloss bce\ntrain 1 epoch batch full\n");

        var checked = nn("gradcheck", file);

        assertThat(checked.out().lines().filter(line -> line.startsWith("  layer")).map(line -> line.indexOf(" x ")))
                .hasSize(5).containsOnly("  layer1.norm.gamma      3".length());
        assertThat(nn("train", file).out()).startsWith("2 -> 3 relu norm -> 1 sigmoid, 22 parameters");
        assertThat(nn("plan", file).out()).contains("layer1.norm.variance [3]                3 values, following the batches\n");
    }

    @Test
    void gradcheckReportsEveryTensor() {
        var call = nn("gradcheck", "specs/card.nn", "--json");
        assertThat(call.exit()).isZero();
        assertThat(call.json()).containsEntry("passed", true).containsEntry("parameters", 9).containsKeys("diff", "norm", "kinks");
        assertThat(call.list("tensors")).extracting(t -> t.get("name")).containsExactly("layer1.weight", "layer1.bias");
    }

    @Test
    void verifyFailsAFalseStatementWithItsEvidence() throws IOException {
        var file = spec("false.nn",
                "seed 1\ndata xor\nlayer 2 -> 1 sigmoid\nloss bce\ntrain 20 epochs batch full\n"
                        + "expect accuracy >= 100%\nexpect gradcheck < 1e-7\n");
        var xml = folder.resolve("verdicts.xml");
        var call = nn("verify", file, "--json", "--junit", xml);
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.json()).containsEntry("passed", 1).containsEntry("failed", 1).containsEntry("inconclusive", 0);
        assertThat(call.list("results").getFirst()).containsEntry("line", 6).containsEntry("verdict", "failed");
        assertThat((String) call.list("results").getFirst().get("evidence")).contains("nn train " + file);
        assertThat(xml).content().contains("tests=\"2\" failures=\"1\" errors=\"0\"", "<failure message=");
    }

    @Test
    void verifyHoldsARefusedTextAgainstTheFileBesideIt() throws IOException {
        spec("bad.nn", "layer 2 -> 3 sigmod\nloss mse\n");
        Files.writeString(folder.resolve("bad.err"), "something else\n");
        assertThat(nn("verify", folder).exit()).isEqualTo(1);
        assertThat(nn("verify", "specs/invalid").exit()).isZero();
    }

    @Test
    void nothingToVerifyIsFineWithAWarning() throws IOException {
        var call = nn("verify", spec("silent.nn", "layer 2 -> 1 linear; loss mse"));
        assertThat(call.exit()).isZero();
        assertThat(call.err()).contains("nothing to verify");
    }

    @Test
    void verifyRunsFeaturesAndTellsUndefinedSteps() throws IOException {
        var feature = spec("a.feature",
                "Feature: a\n  Scenario: b\n    Given the spec:\n      \"\"\"\n      layer 2 -> 1 linear; loss mse\n      \"\"\"\n"
                        + "    Then the spec is valid\n  Scenario: c\n    Then pigs fly\n  Scenario: d\n    Given the spec \"none.nn\"\n");
        var call = nn("verify", feature, "--json");
        assertThat(call.exit()).isEqualTo(1);
        assertThat(call.list("results")).extracting(r -> r.get("verdict")).containsExactly("passed", "inconclusive", "failed");
    }

    @Test
    void fmtLaysOutInPlaceAndChecksWithoutChange() throws IOException {
        var file = spec("wide.nn", "layer 2->3 relu   # first\nloss   mse\n");
        assertThat(nn("fmt", "--check", file).exit()).isEqualTo(1);
        assertThat(nn("fmt", file).exit()).isZero();
        assertThat(file).content().contains("layer 2 -> 3 relu").contains("# first");
        assertThat(nn("fmt", "--check", file).exit()).isZero();
    }

    @Test
    void explainTellsTheLongStory() {
        assertThat(nn("explain", "NN012").out()).contains("layer");
        assertThat(nn("explain", "NN999").exit()).isEqualTo(2);
    }

    @Test
    void planShowsParametersLayersAndSteps() {
        var call = nn("plan", "specs/moons.nn", "--json");
        assertThat(call.json()).containsEntry("parameters", 5226);
        assertThat(call.list("layers")).hasSize(5);
        assertThat((List<?>) call.json().get("steps")).isNotEmpty();
        assertThat(call.json().get("memory")).asString().contains("parameters=20904", "gradients=20904", "optimizer=41808",
                "panels_at_most=2097152");
        assertThat(nn("plan", "specs/moons.nn").out()).contains("layer 2 -> 25 relu init he bias zeros", "chain over", "5,226 parameters");
    }
}
