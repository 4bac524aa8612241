package brickwork.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts without faults, drawn from the whole language; the same for the same seed. */
public final class SpecGenerator {

    private static final List<String> INSIDE = List.of("linear", "sigmoid", "tanh", "relu", "leaky_relu", "leaky_relu 0.2", "elu",
            "elu 0.5",
            "selu", "gelu", "silu", "softplus");
    private static final List<String> SCHEMES = List.of("zeros", "constant 0.1", "constant -2", "normal 0.05", "uniform 1/3", "xavier",
            "he",
            "lecun");

    private final Random random;

    public SpecGenerator(long seed) {
        this.random = new Random(seed);
    }

    public String spec() {
        var lines = new ArrayList<String>();
        add(lines, "network test_" + random.nextInt(100));
        lines.add("let width = " + (1 + random.nextInt(9)));
        lines.add("let small = " + number());
        add(lines, "seed " + random.nextInt(1_000_000));
        add(lines, "precision " + pick("f32", "f64"));
        var classes = 2 + random.nextInt(3);
        var data = random.nextInt(4) > 0;
        if (data) {
            lines.add("data blobs samples " + (50 + random.nextInt(200)) + " classes " + classes + " features 2"
                    + pick("", " spread " + number(), " seed 3"));
            add(lines, "split test 20%" + pick("", " validation 0.1") + pick("", " stratified") + pick("", " in order"));
            add(lines, "scale " + pick("standard", "minmax", "by 16", "by -small - 1"));
        }
        layers(lines, classes);
        add(lines, "optimizer " + optimizer());
        add(lines, "clip " + pick("norm", "value") + " " + number());
        add(lines,
                "train " + (2 + random.nextInt(50)) + " epochs" + pick("", " batch 7", ", batch full") + pick("", " shuffle", " in order"));
        add(lines, "stop when " + pick("loss", "mse", "accuracy") + " " + pick("<", "<=", ">", ">=", "=") + " " + number()
                + pick("", " for 3 epochs"));
        add(lines, "stop when " + pick("penalty", "rmse", "r2") + " stalls 4 epochs" + pick("", " keep best"));
        add(lines, "checkpoint every 3 epochs");
        for (var i = random.nextInt(4); i > 0; i--) {
            lines.add("expect " + expectation(data, classes));
        }
        return String.join("\n", lines) + "\n";
    }

    private void layers(List<String> lines, int classes) {
        lines.add("layer 2 -> width " + pick(INSIDE) + options(true) + " -> 4 " + pick(INSIDE));
        add(lines, "repeat " + (1 + random.nextInt(3)) + " { layer 4 " + pick(INSIDE) + options(false) + " }");
        add(lines, "layer 2 " + pick(INSIDE) + " init [[1 2 3 -4] [(0.5 + 1) -small 1e-3 0]] bias fixed [0.5 -small]");
        var sum = pick("softmax", "sigmoid", "linear");
        lines.add("layer " + classes + " " + sum + pick("", " bias none", " frozen"));
        var loss = switch (sum) {
            case "softmax" -> pick("cross_entropy", "mse");
            case "sigmoid" -> pick("bce", "mse + 0.5 * huber 0.3");
            default -> pick("-1 * mae + 2 * sse", "huber");
        };
        lines.add("loss " + loss + pick("", " + l2 small") + pick("", " + 0.1 * l1 1e-4/3"));
    }

    private String options(boolean named) {
        return pick("", " init " + pick(SCHEMES)) + pick("", " bias " + pick(SCHEMES), " bias fixed " + pick(SCHEMES), " bias none")
                + pick("", " frozen") + pick("", " dropout 0.2", " dropout 12.5%") + (named ? pick("", " as first") : "");
    }

    private String optimizer() {
        return pick("rprop" + pick("", " shrink 0.4") + pick("", " grow 2 smallest 1e-4") + pick("", " largest 3"),
                pick("sgd rate 0.1" + pick("", " momentum 0.9" + pick("", " nesterov")),
                        "adam" + pick("", " rate " + number()) + pick("", " beta1 0.8") + pick("", " beta2 0.99")
                                + pick("", " epsilon 1e-6"),
                        "adamw rate small" + pick("", " decay 0.05"),
                        "rmsprop" + pick("", " alpha 0.9"),
                        "adagrad" + pick("", " epsilon 0"))
                        + pick("", " warmup 3 epochs")
                        + pick("", " decay step 0.5 every 2 epochs", " decay exponential 0.9", " decay inverse 0.1", " decay cosine to 0",
                                " decay linear to 1e-4", " plateau 0.5 after 3 epochs"));
    }

    private String expectation(boolean data, int classes) {
        var outputs = "0.25 ".repeat(classes).strip();
        return pick("gradcheck" + pick("", " norm") + " < 1e-7",
                "initial loss = " + number() + " within 10%",
                "loss decreases" + pick("", " every epoch"),
                "loss falls by " + pick("10x", "2.50x", "1_000x") + pick(" ", ", ") + "within " + pick("2", "(1 + 1)") + " epochs",
                "output for [1 -small] = [" + outputs + "] within small",
                "fingerprint = \"" + "0123456789abcdef".repeat(4) + "\"",
                pick("loss", "data_loss", "mae", data ? "f1" : "r2") + pick("", " on train") + pick(" < ", " >= ") + number()
                        + pick("", " within 9 epochs") + pick("", " for at least 90% of 5 seeds", " for every seed in 1 .. 3"),
                pick("", "initial ") + "gradient_norm" + pick("", " of layer 2") + pick("", " on train") + " >= 1e-9",
                "update_ratio < 10" + pick("", " within 3 epochs"), "constant_inputs = 0" + pick("", " for every seed in 1 .. 3"),
                "mse = small within 1e-3");
    }

    /** A number above 0. */
    private String number() {
        return pick("0.1", "1e-5", "3", "25%", "1/3", "2.5e-3", "0.1 * 3", "1_0", Double.toString(random.nextDouble() + 0.001));
    }

    private void add(List<String> lines, String line) {
        if (random.nextBoolean()) {
            lines.add(line);
        }
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
