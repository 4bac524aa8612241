package brickwork.syntax;

import java.util.List;
import java.util.Random;

/**
 * Random texts for tests, the same for the same seed: texts without a fault of form in every layout the language allows, and such texts
 * with damage done to them. What the faultless texts say makes sense to the parser only; widths need not fit.
 */
public final class SpecTexts {

    private static final List<String> ACTIVATIONS = List.of("linear", "sigmoid", "tanh", "relu", "elu", "gelu", "softmax", "sigmod");
    private static final List<String> COUNTS = List.of("1", "2", "3", "16", "1_000", "007");
    private static final List<String> NUMBERS = List.of("0", "0.5", "3", "1e-4", "2.5E+3", "1_000.000_1", "50%", "12.5%", "0.01", "1e10%");
    private static final List<String> METRICS = List.of("loss", "data_loss", "accuracy", "r2", "precision", "dead_units", "speed");
    private static final List<String> NAMES = List.of("a", "hidden", "größe", "λ2", "_x", "n_1", "zwölf", "𝒳y");
    private static final List<String> STRINGS = List.of("\"a b.csv\"", "\"x\"", "\"\"", "\"quote \\\" and \\\\ back\"",
            "\"größe 𝒳 # no comment ; -> [\"");
    private final Random random;
    private Words words = new Words(new Random(0));

    public SpecTexts(long seed) {
        this.random = new Random(seed);
    }

    /** A text without a fault of form. */
    public String valid() {
        words = new Words(random);
        words.perhapsMark();
        for (var name : NAMES) {
            words.put("let", name, "=");
            expression(2);
            words.end();
        }
        for (var i = random.nextInt(12); i >= 0; i--) {
            statement(2);
            words.end();
        }
        return words.text();
    }

    /** A text that was without fault before up to {@code most} pieces were dropped, doubled, exchanged or put in. */
    public String damaged(int most) {
        return TextMutator.to(valid(), random.nextInt(most) + 1, random);
    }

    private void statement(int depth) {
        oneOf(() -> words.put("nn", "1"), () -> words.put("network", pick(List.of("xor", "my_net", "layer", "größe"))),
                () -> then("seed", this::number), () -> words.put("precision", pick(List.of("f32", "f64", "f16"))), this::data, this::split,
                () -> oneOf(() -> words.put("scale", "standard"), () -> words.put("scale", "minmax"), () -> numbers("scale by")),
                this::layers, this::layers, this::layers, this::loss, this::loss, this::optimizer,
                () -> then(pick(List.of("clip norm", "clip value")), this::number), this::train, this::stop,
                () -> epochs("checkpoint every"), this::expect, this::expect, () -> repeat(depth));
    }

    private void repeat(int depth) {
        then("repeat", this::number);
        words.open("{");
        Runnable inner = depth > 0 ? () -> statement(depth - 1) : this::layers;
        for (var i = random.nextInt(3); i > 0; i--) {
            inner.run();
            words.end();
        }
        words.close("}");
    }

    private void data() {
        words.put("data");
        oneOf(() -> words.put("xor"), this::generator, this::generator, this::rows, this::csv,
                () -> words.put("idx", pick(STRINGS), "labels", pick(STRINGS)),
                () -> words.put("npz", pick(STRINGS), "inputs", pick(STRINGS), "targets", pick(STRINGS)));
    }

    private void generator() {
        words.put(pick(List.of("moons", "spirals", "blobs", "my_source")));
        for (var i = random.nextInt(4); i > 0; i--) {
            words.perhapsComma();
            then(pick(List.of("samples", "sample", "noise", "factor", "turns", "classes", "features", "seed", "depth")), this::number);
        }
    }

    private void rows() {
        words.put("rows");
        words.open("[");
        for (var i = random.nextInt(3); i >= 0; i--) {
            values();
            words.put("->");
            values();
            words.endRow();
        }
        words.close("]");
    }

    private void csv() {
        words.put("csv", pick(STRINGS), "target");
        column();
        if (random.nextInt(3) == 0) {
            words.put(",");
            column();
        }
        if (random.nextBoolean()) {
            words.perhapsComma();
            words.put("features");
            column();
        }
    }

    private void column() {
        oneOf(() -> words.put(pick(NAMES)), () -> words.put(pick(STRINGS)), () -> words.put("3"), () -> parenthesized(1));
    }

    private void split() {
        then("split test", this::number);
        options(List.of(() -> then("validation", this::number), () -> words.put("stratified"), () -> words.put("in", "order")));
    }

    private void layers() {
        then("layer", this::count);
        if (random.nextBoolean()) {
            then("->", this::count);
        }
        layerBody();
        for (var i = random.nextInt(3); i > 0; i--) {
            then("->", this::count);
            layerBody();
        }
    }

    private void layerBody() {
        words.put(pick(ACTIVATIONS));
        if (random.nextInt(6) == 0) {
            expression(1);
        }
        options(List.of(() -> then("init", this::scheme), () -> words.put("bias", "none"), () -> then("bias", this::scheme),
                () -> then("bias fixed", this::scheme), () -> words.put("frozen"), () -> then("dropout", this::number),
                () -> words.put("as", pick(List.of("first", "output", "größe")))));
    }

    private void scheme() {
        oneOf(() -> words.put(pick(List.of("zeros", "xavier", "he", "lecun", "xavir"))),
                () -> then(pick(List.of("constant", "normal", "uniform")), this::number), this::list, this::matrix);
    }

    private void matrix() {
        words.open("[");
        for (var i = random.nextInt(3); i >= 0; i--) {
            list();
            words.perhapsComma();
        }
        words.close("]");
    }

    private void list() {
        words.open("[");
        values();
        words.close("]");
    }

    private void values() {
        for (var i = random.nextInt(4); i >= 0; i--) {
            oneOf(() -> words.put(pick(NUMBERS)), () -> words.put("-" + pick(NUMBERS)), () -> words.put(pick(NAMES)),
                    () -> words.put("-" + pick(NAMES)), () -> parenthesized(1));
            if (i > 0) {
                words.perhapsComma();
            }
        }
    }

    private void loss() {
        words.put("loss");
        for (var i = random.nextInt(3); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                oneOf(() -> words.put(pick(NUMBERS), "*"), () -> words.put("-", pick(NUMBERS), "/", pick(NAMES), "*"));
            }
            words.put(pick(List.of("mse", "sse", "huber", "cross_entropy", "l1", "l2", "msee")));
            oneOf(() -> {}, () -> words.put(pick(NUMBERS)), () -> words.put(pick(NUMBERS), "/", pick(NAMES), "*", "-", "2"),
                    () -> parenthesized(1));
            if (i > 0) {
                words.put("+");
            }
        }
    }

    private void optimizer() {
        words.put("optimizer", pick(List.of("sgd", "adam", "adamw", "rmsprop", "adagrad", "rprop", "sdg")));
        options(List.of(() -> then("rate", this::number), () -> then("momentum", this::number), () -> words.put("nesterov"),
                () -> then("beta1", this::number), () -> then("decay", this::number), () -> then("speed", this::number),
                () -> epochs("warmup"), this::schedule));
    }

    private void schedule() {
        oneOf(() -> epochs("decay step", "every"), () -> numbers("decay exponential"), () -> numbers("decay inverse"),
                () -> numbers("decay cosine to"), () -> numbers("decay linear to"), () -> epochs("plateau", "after"));
    }

    private void train() {
        epochs("train");
        options(List.of(() -> oneOf(() -> words.put("batch", "full"), () -> then("batch", this::number)),
                () -> oneOf(() -> words.put("shuffle"), () -> numbers("shuffle within"), () -> words.put("in", "order"))));
    }

    private void stop() {
        words.put("stop", "when", pick(METRICS));
        if (random.nextBoolean()) {
            then(pick(List.of("<", "<=", ">", ">=", "=")), this::number);
            options(List.of(() -> epochs("for")));
        } else {
            epochs("stalls");
            options(List.of(() -> words.put("keep", "best")));
        }
    }

    private void expect() {
        words.put("expect");
        oneOf(() -> claim(pick(METRICS)), () -> claim(pick(METRICS)),
                () -> then(pick(List.of("gradcheck <", "gradcheck norm <=")), this::number), () -> numbers("initial loss =", "within"),
                () -> claim("initial", pick(List.of("gradient_norm", "mse"))),
                () -> words.put("loss", "decreases"), () -> words.put("loss", "decreases", "every", pick(List.of("epoch", "epochs"))),
                () -> epochs("loss falls by 10x within"), this::output, () -> words.put("fingerprint", "=", pick(STRINGS)));
    }

    private void output() {
        then("output for", this::list);
        then("=", this::list);
        numbers("within");
    }

    private void claim(String... measured) {
        words.put(measured);
        oneOf(() -> {}, () -> {}, () -> then("of layer", this::number));
        oneOf(() -> {}, () -> words.put("on", pick(List.of("train", "validation", "test", "tset"))));
        then(pick(List.of("<", "<=", ">", ">=", "=")), this::number);
        options(List.of(() -> numbers("within"), () -> epochs("within"),
                () -> oneOf(this::seeds, () -> numbers("for every seed in", ".."))));
    }

    private void seeds() {
        numbers("for at least", "of");
        words.put("seeds");
    }

    private void epochs(String... before) {
        numbers(before);
        words.put(pick(List.of("epoch", "epochs")));
    }

    private void numbers(String... before) {
        List.of(before).forEach(words -> then(words, this::number));
    }

    private void count() {
        oneOf(() -> words.put(pick(COUNTS)), () -> expression(1));
    }

    private void number() {
        oneOf(() -> words.put(pick(NUMBERS)), () -> words.put(pick(NAMES)), () -> expression(2));
    }

    private void expression(int depth) {
        for (var i = random.nextInt(3); i >= 0; i--) {
            for (var minus = random.nextInt(5); minus > 3; minus--) {
                words.put("-");
            }
            oneOf(() -> words.put(pick(NUMBERS)), () -> words.put(pick(NAMES)), () -> parenthesized(depth));
            if (i > 0) {
                words.put(pick(List.of("+", "-", "*", "/")));
            }
        }
    }

    private void parenthesized(int depth) {
        words.open("(");
        Runnable inner = depth > 0 ? () -> expression(depth - 1) : () -> words.put("1");
        inner.run();
        words.close(")");
    }

    private void then(String before, Runnable part) {
        words.put(before.split(" "));
        part.run();
    }

    /** Some of the options, each at most once, in this order. */
    private void options(List<Runnable> options) {
        for (var option : options) {
            if (random.nextInt(3) == 0) {
                words.perhapsComma();
                option.run();
            }
        }
    }

    private void oneOf(Runnable... ways) {
        ways[random.nextInt(ways.length)].run();
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
