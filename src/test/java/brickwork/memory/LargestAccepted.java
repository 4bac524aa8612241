package brickwork.memory;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Of each kind of spec that grows, the largest that the standard limits accept in this JVM, trained, judged and used: what is accepted has
 * to fit. Each is told on a line: its name, its size, and the size that is refused.
 */
final class LargestAccepted {

    static final int KINDS = 13;

    private final Map<String, String> kinds = new LinkedHashMap<>();

    private LargestAccepted() {
        kinds.put("epochs", "data xor; layer 2 -> 1 sigmoid; loss bce; train # epochs batch full");
        kinds.put("units", "data xor; layer 2 -> # relu -> 1 sigmoid; loss bce; optimizer adam; train 2 epochs batch full");
        kinds.put("units squared, the best kept",
                "data moons samples 50; split test 10% validation 20%; layer 2 -> # relu -> # relu -> 1 sigmoid;"
                        + " loss bce; optimizer adam; train 2 epochs batch full; stop when loss stalls 5 epochs keep best");
        kinds.put("units squared, f64", "precision f64; data xor; layer 2 -> # relu -> # relu -> 1 sigmoid; loss bce + l2 1e-3;"
                + " optimizer sgd rate 0.01 momentum 0.9; clip norm 1; train 1 epoch batch full");
        kinds.put("samples", "data moons samples # noise 0.1; layer 2 -> 4 tanh -> 1 sigmoid; loss bce; train 1 epoch batch 1024");
        kinds.put("samples, scaled and split", "data moons samples # noise 0.1; split test 20% validation 20%; scale standard;"
                + " layer 2 -> 4 tanh -> 1 sigmoid; loss bce; train 1 epoch batch 1024");
        kinds.put("samples, shuffled and split by class", "data blobs samples # classes 3; split test 20% stratified; scale minmax;"
                + " layer 2 -> 4 tanh -> 3 softmax; loss cross_entropy; train 1 epoch batch 1024");
        kinds.put("samples of a batch", "data moons samples #; layer 2 -> 64 relu dropout 10% -> 32 gelu norm -> 1 sigmoid; loss bce;"
                + " train 1 epoch batch full");
        kinds.put("samples of a batch, f64", "precision f64; data moons samples #; layer 2 -> 64 silu norm -> 1 sigmoid; loss bce;"
                + " train 1 epoch batch full");
        kinds.put("classes", "data blobs samples # classes #; split test 10%; layer 2 -> 4 relu -> # softmax; loss cross_entropy;"
                + " train 1 epoch batch 32");
        kinds.put("features",
                "data blobs samples 2000 classes 2 features #; split test 10%; scale standard; layer # -> 1 sigmoid; loss bce;"
                        + " train 1 epoch");
        kinds.put("checked weights", "data xor; layer 2 -> # tanh -> 1 sigmoid; loss bce; train 1 epoch; expect gradcheck < 1");
        kinds.put("layers", "data xor; layer 2 -> 30 relu; repeat # { layer 30 relu }; layer 1 sigmoid; loss bce; train 1 epoch");
    }

    /** @param arguments a folder to write to */
    public static void main(String[] arguments) throws Exception {
        var kinds = new LargestAccepted().kinds;
        for (var name : kinds.keySet()) {
            var text = kinds.get(name);
            var most = largest(text);
            var spec = Brickwork.standard().compile(text.replace("#", Integer.toString(most)));
            var outcome = spec.train();
            outcome.trained().predict(new double[spec.network().inputs()]);
            outcome.trained().toBytes();
            spec.verify();
            System.out.println(name + "\t" + most);
        }
        for (var rows = Runtime.getRuntime().maxMemory() / 80; rows <= Runtime.getRuntime().maxMemory() / 32; rows += rows / 2) {
            System.out.println(rows + " rows of csv\t" + csv(Path.of(arguments[0]), rows));
        }
    }

    /** Reading a table takes memory before what its training will need is known. */
    private static String csv(Path folder, long rows) throws IOException {
        var file = folder.resolve("table.csv");
        try (var out = Files.newBufferedWriter(file)) {
            for (var i = 0L; i < rows; i++) {
                out.write(".5,.1\n");
            }
        }
        var spec = Brickwork.standard().withFolder(folder).compile(
                new SourceText("t.nn", "data csv \"table.csv\" target 2; layer 1 linear; loss mse; train 1 epoch batch 4096"));
        return spec instanceof Outcome.Success<NeuralSpec>(var fitting, _) ? fitting.train().report().fingerprint()
                : spec.diagnostics().getFirst().message();
    }

    private static int largest(String text) {
        var least = 1;
        var beyond = 1 << 29;
        while (beyond - least > 1) {
            var middle = (least + beyond) / 2;
            if (isAccepted(text.replace("#", Integer.toString(middle)))) {
                least = middle;
            } else {
                beyond = middle;
            }
        }
        return least;
    }

    private static boolean isAccepted(String text) {
        return Brickwork.standard().compile(new SourceText("t.nn", text)) instanceof Outcome.Success<NeuralSpec>;
    }
}
