package brickwork;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that a fuzzer makes of the specs and the language's words, guided by the code that each new text reaches. */
class SpecFuzzTest {

    private static final int LONGEST = 1 << 16;

    @MethodSource("specs")
    @DictionaryEntries({"nn 1", "network ", "let ", "seed ", "precision ", "f32", "f64", "data ", "xor", "quadrants", "moons", "circles",
            "spirals", "blobs", "sine", "iris", "digits", "rows [", "csv ", "target ", "features ", "idx ", "labels ", "npz ", "inputs ",
            "targets ", "samples ", "noise ", "factor ", "turns ", "classes ", "spread ", "split ", "test ", "validation ", "stratified",
            "in order", "scale ", "standard", "minmax", "by ", "layer ", "repeat 2 {", "}", " -> ", "linear", "sigmoid", "tanh", "relu",
            "leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softmax", "init ", "bias ", "none", "fixed ", "frozen", "dropout ",
            "as ",
            "zeros", "constant ", "normal ", "uniform ", "xavier", "he ", "lecun", "[[", "]]", "loss ", "mse", "sse", "mae", "huber ",
            "bce",
            "cross_entropy", "l1 ", "l2 ", " + ", " * ", "optimizer ", "sgd ", "adam ", "adamw ", "rmsprop ", "adagrad ", "rprop ",
            "shrink ", "grow ", "smallest ", "largest ", "rate ",
            "momentum ",
            "nesterov", "beta1 ", "beta2 ", "epsilon ", "alpha ", "decay ", "step ", "exponential ", "inverse ", "cosine to ", "linear to ",
            "plateau ", "after ", "warmup ", "clip norm ", "clip value ", "train ", " epochs", "batch ", "full", "shuffle", "stop when ",
            " stalls ", "keep best", "for ", "checkpoint every ", "expect ", "accuracy", "data_loss", "penalty", "rmse", "r2", "precision ",
            "recall", "f1", "auc", " on ", " < ", " >= ", " = ", " within ", "for at least ", " of ", " seeds", "for every seed in ",
            " .. ",
            "gradcheck ", "norm ", "initial loss = ", "loss decreases", "loss falls by ", "10x", "every epoch", "output for [",
            "fingerprint = \"", "50%", "1e400",
            "1_000_000_000", "-1", "0.5"})
    @FuzzTest(maxDuration = "3m")
    void anyTextIsASpecOrIsRefused(byte[] bytes) {
        if (bytes.length <= LONGEST) {
            TextProperties.hold(new String(bytes, UTF_8));
        }
    }

    static List<byte[]> specs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("specs"))) {
            return files.filter(file -> file.toString().endsWith(".nn")).sorted().map(SpecFuzzTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
