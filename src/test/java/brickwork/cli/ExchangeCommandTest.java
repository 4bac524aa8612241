package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn export} and {@code nn import}. */
class ExchangeCommandTest {

    private static final String SPEC = "data iris\nscale standard\nlayer 4 -> 3 tanh -> 3 softmax\nloss cross_entropy\ntrain 5 epochs\n";
    private static final String NNET = "2,2,1,2,\n2,2,1,\n0,\n-9,-9,\n9,9,\n1,2,5,\n2,4,10,\n1,2,\n-3,4,\n0.5,\n-0.5,\n1,1,\n0.25,\n";

    @TempDir
    private Path folder;

    private Path spec;
    private Path model;
    private String fingerprint;

    @BeforeEach
    void train() throws IOException {
        spec = Files.writeString(folder.resolve("iris.nn"), SPEC);
        model = folder.resolve("model.safetensors");
        var trained = nn("train", spec, "--save", model, "--json");
        assertThat(trained.exit()).isZero();
        fingerprint = (String) trained.json().get("fingerprint");
    }

    private Path in(String name) {
        return folder.resolve(name);
    }

    private static List<Object> codes(CliRun run) {
        return run.list("diagnostics").stream().map(d -> d.get("code")).toList();
    }

    @Test
    void aModelGoesOutAsOnnxAndComesBack() throws IOException {
        var exported = nn("export", "--model", model, "--onnx", in("iris.onnx"), "--json");
        assertThat(exported.exit()).isZero();
        assertThat(exported.json()).containsEntry("onnx", in("iris.onnx").toString()).containsEntry("opset", 17).containsEntry("layers", 2)
                .containsEntry("parameters", 27).containsEntry("fingerprint", fingerprint);
        assertThat(Files.readString(in("iris.onnx"), StandardCharsets.ISO_8859_1)).contains(fingerprint, "[\"setosa\"", "batch");

        var imported = nn("import", in("iris.onnx"), "--spec", in("back.nn"), "--output", in("back.safetensors"), "--json");
        assertThat(imported.exit()).isZero();
        assertThat(imported.json()).containsEntry("fingerprint", fingerprint).containsEntry("notes", List.of());
        assertThat(Files.readString(in("back.nn"))).isEqualTo("""
                # The network of "iris.onnx", made by `nn import`; its weights and the scaling of its inputs are in the model beside it.
                precision f32
                layer 4 -> 3 tanh
                layer 3 -> 3 softmax
                loss cross_entropy
                """);
        assertThat(nn("check", in("back.nn")).exit()).isZero();
        Files.writeString(in("rows.csv"), "5.1,3.5,1.4,0.2\n6.2,2.9,4.3,1.3\n");
        var ours = nn("predict", "--model", model, "--data", in("rows.csv"), "--json").list("outputs");
        var theirs = nn("predict", "--model", in("back.safetensors"), "--data", in("rows.csv"), "--json").list("outputs");
        assertThat(theirs.toString().substring(0, 8)).isEqualTo(ours.toString().substring(0, 8));
    }

    @Test
    void saysWhatItWrote() {
        var exported = nn("export", "--model", model, "--onnx", in("a.onnx"), "--opset", 13, "--safetensors", in("w.safetensors"),
                "--names",
                "fc{n}.weight,fc{n}.bias");
        assertThat(exported.exit()).isZero();
        assertThat(exported.out()).isEqualTo(in("a.onnx") + ": 2 layers with the operators of version 13\n" + in("w.safetensors")
                + ": fc1.weight, fc1.bias, fc2.weight, fc2.bias\nfingerprint " + fingerprint + "\n");
        assertThat(exported.err()).isEmpty();
    }

    @Test
    void numbersThatOnnxHoldsInSinglePrecisionAreNoted() throws IOException {
        var wide = Files.writeString(in("wide.nn"), SPEC.replace("tanh", "leaky_relu") + "precision f64\n");
        nn("train", wide, "--save", model);
        var exported = nn("export", "--model", model, "--onnx", in("wide.onnx"));
        assertThat(exported.exit()).isZero();
        assertThat(exported.err()).isEqualTo("note: layer1.a: ONNX holds alpha in single precision, as 0.009999999776482582\n");
    }

    /** All that a model holds but the figures of its training, which an imported one does not know, and the digest over them. */
    private static String withoutFigures(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var begin = Long.BYTES + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var known = text.substring(Long.BYTES, begin).strip().replaceAll("\"digest\":\"[0-9a-f]{64}\",", "")
                .replaceAll("\"metrics\":\"(\\\\.|[^\"\\\\])*\",", "");
        assertThat(known).contains("\"fingerprint\"", "\"scaling\"", "\"classes\"", "\"spec\"").doesNotContain("digest", "metrics");
        return known + text.substring(begin);
    }

    @Test
    void weightsTakeTheNamesOfAnotherProgramBothWays() throws IOException {
        var names = "net.{2i}.weight,net.{2i}.bias";
        var exported = nn("export", "--model", model, "--safetensors", in("w.safetensors"), "--names", names, "--json");
        assertThat(exported.json()).containsEntry("tensors", List.of("net.0.weight", "net.0.bias", "net.2.weight", "net.2.bias"));
        assertThat(Files.readString(in("w.safetensors"), StandardCharsets.ISO_8859_1)).contains("\"__metadata__\":{\"format\":\"pt\"}");

        var imported = nn("import", in("w.safetensors"), "--spec", spec, "--output", in("again.safetensors"), "--names", names, "--json");
        assertThat(imported.exit()).isZero();
        assertThat(imported.json()).containsEntry("fingerprint", fingerprint);
        assertThat(withoutFigures(in("again.safetensors"))).isEqualTo(withoutFigures(model));
        assertThat(Files.readString(spec)).isEqualTo(SPEC);

        var own = nn("import", in("w.safetensors"), "--spec", spec, "--output", in("again.safetensors"));
        assertThat(own.exit()).isEqualTo(5);
        assertThat(own.err()).contains("it has no tensor layer1.weight").contains("help: ");
        var without = nn("import", in("w.safetensors"), "--spec", spec, "--output", in("again.safetensors"), "--names", "net.{2i}.weight");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("there is no pattern for layer1.bias");
    }

    @Test
    void aScalingThatNeedsDataNeedsThem() throws IOException {
        nn("export", "--model", model, "--safetensors", in("w.safetensors"));
        var bare = Files.writeString(in("bare.nn"), SPEC.replace("data iris\n", ""));
        var call = nn("import", in("w.safetensors"), "--spec", bare, "--output", in("m.safetensors"), "--json");
        assertThat(call.exit()).isEqualTo(2);
        assertThat(codes(call)).containsExactly("NN303");
        var by = Files.writeString(in("by.nn"), SPEC.replace("data iris\nscale standard\n", "scale by 10\n"));
        assertThat(nn("import", in("w.safetensors"), "--spec", by, "--output", in("m.safetensors")).exit()).isZero();
        assertThat(Files.readString(in("m.safetensors"), StandardCharsets.ISO_8859_1)).contains("\"scaling\":\"by 10.0\"");
    }

    @Test
    void anNnetFileSpeaksInTheUnitsOfTheDataOrNormalised() throws IOException {
        var file = Files.writeString(in("hand.nnet"), NNET);
        var call = nn("import", file, "--spec", in("hand.nn"), "--output", in("hand.safetensors"));
        assertThat(call.exit()).isZero();
        assertThat(call.err()).contains("note: inputs beyond the least and greatest values").contains("note: folded into the weights");
        assertThat(call.out()).startsWith(in("hand.safetensors") + ": 2 layers, 9 parameters\nfingerprint ");
        Files.writeString(in("rows.csv"), "3,6\n");
        assertThat(nn("predict", "--model", in("hand.safetensors"), "--data", in("rows.csv")).out()).contains("47.5");

        assertThat(nn("import", file, "--spec", in("hand.nn"), "--output", in("bare.safetensors"), "--normalised").exit()).isZero();
        Files.writeString(in("rows.csv"), "1,1\n");
        assertThat(nn("predict", "--model", in("bare.safetensors"), "--data", in("rows.csv")).out()).contains("4.25");
    }

    @Test
    void aSpecOfSomebodyIsNotWrittenOver() throws IOException {
        var file = Files.writeString(in("hand.nnet"), NNET);
        var call = nn("import", file, "--spec", spec, "--output", in("m.safetensors"), "--json");
        assertThat(call.exit()).isEqualTo(5);
        assertThat(codes(call)).containsExactly("NN302");
        assertThat(call.list("diagnostics").getFirst().get("message").toString()).endsWith("it is there and holds something else");
        assertThat(Files.readString(spec)).isEqualTo(SPEC);
        assertThat(in("m.safetensors")).doesNotExist();
    }

    @Test
    void pathsAreTriedBeforeAnythingIsRead() throws IOException {
        var nowhere = in("nowhere/p.onnx");
        var call = nn("export", "--model", in("absent.safetensors"), "--onnx", nowhere);
        assertThat(call.exit()).isEqualTo(5);
        assertThat(call.err()).contains(nowhere + ": there is no such folder to write it to").contains("help: make the folder first");
        var file = Files.writeString(in("broken.onnx"), "no network");
        assertThat(nn("import", file, "--spec", in("s.nn"), "--output", nowhere).err()).contains("there is no such folder");
        assertThat(nn("import", file, "--spec", nowhere, "--output", in("m.safetensors")).err()).contains("there is no such folder");
        var broken = nn("import", file, "--spec", in("s.nn"), "--output", in("m.safetensors"), "--json");
        assertThat(broken.exit()).isEqualTo(5);
        assertThat(broken.list("diagnostics").getFirst().get("message").toString()).contains("broken.onnx: at byte 0: ");
        assertThat(in("s.nn")).doesNotExist();
        assertThat(in("m.safetensors")).doesNotExist();
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        var before = Files.readAllBytes(model);
        var call = nn("export", "--model", model, "--safetensors", folder.resolve("./model.safetensors"));
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("is what is read, and would be written over");
        assertThat(Files.readAllBytes(model)).isEqualTo(before);
        assertThat(nn("import", model, "--spec", spec, "--output", model).exit()).isEqualTo(2);
        var file = Files.writeString(in("hand.nnet"), NNET);
        assertThat(nn("import", file, "--spec", in("same"), "--output", in("same")).err()).contains("name the same file");
    }

    @Test
    void saysWhatIsWrongWithTheOptions() throws IOException {
        assertThat(nn("export", "--model", model).err()).contains("nn export needs --onnx P.onnx or --safetensors P.safetensors");
        assertThat(nn("export", "--model", model, "--safetensors", in("w"), "--opset", 17).err()).contains("--opset belongs to --onnx");
        assertThat(nn("export", "--model", model, "--onnx", in("p.onnx"), "--names", "{i}").err())
                .contains("--names belongs to --safetensors");
        assertThat(nn("export", "--model", model, "--onnx", in("p.onnx"), "--opset", 99).err()).contains("--opset cannot be 99")
                .contains("write a number from 13 to 21");
        assertThat(nn("export", "--model", model, "--safetensors", in("w"), "--names", "w,b").err())
                .contains("`w` is the same for every layer");
        var wrong = nn("import", Files.writeString(in("net.h5"), ""), "--spec", spec, "--output", in("m"));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("the ending of " + in("net.h5") + " does not say what it holds");
        var onnx = Files.writeString(in("net.onnx"), "");
        assertThat(nn("import", onnx, "--spec", in("s.nn"), "--output", in("m"), "--names", "{i}").err())
                .contains("--names belongs to a file .safetensors");
        assertThat(nn("import", onnx, "--spec", in("s.nn"), "--output", in("m"), "--normalised").err())
                .contains("--normalised belongs to a file .nnet");
        assertThat(nn("import", onnx, "--spec", in("s.nn"), "--output", in("m"), "--set", "a=1").err())
                .contains("--set belongs to a spec that is read");
        assertThat(nn("import", onnx, "--output", in("m")).err()).contains("nn import needs --spec S.nn");
    }
}
