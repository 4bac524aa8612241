package brickwork.model;

import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A network as a spec that leaves nothing to defaults: no constants, no repeats, each layer a statement of its own. Read and checked
 * again it gives an equal network.
 */
public final class SpecPrinter {

    private static final int VERSION = 1;

    private final List<String> lines = new ArrayList<>();

    private SpecPrinter() {}

    /** The text, every line ended by {@code \n}. */
    public static String print(Specification network) {
        var printer = new SpecPrinter();
        printer.add(network);
        return String.join("\n", printer.lines) + "\n";
    }

    private void add(Specification network) {
        lines.add("nn " + VERSION);
        network.name().ifPresent(name -> lines.add("network " + name));
        lines.add("seed " + network.seed());
        lines.add("precision " + network.precision().word());
        network.data().source().ifPresent(data -> lines.add("data " + DataSourceText.of(data)));
        network.data().split().ifPresent(split -> lines.add(split(split)));
        network.data().scaling().ifPresent(scaling -> lines.add("scale " + scaling(scaling)));
        network.feedForward().layers().forEach(layer -> lines.add(layer(layer)));
        lines.add("loss " + loss(network.feedForward().loss()));
        lines.add("optimizer " + optimizer(network.learning().descent().optimizer()));
        network.learning().descent().clip().ifPresent(clip -> lines.add("clip " + clip(clip)));
        network.learning().training().ifPresent(training -> lines.add(training(training)));
        network.learning().stops().forEach(stop -> lines.add("stop when " + stop(stop)));
        network.learning().checkpointEvery().ifPresent(epochs -> lines.add("checkpoint every " + epochs + " epochs"));
        network.expectations().forEach(expectation -> lines.add("expect " + expectation.text()));
    }

    private static String number(double value) {
        return DecimalText.of(value);
    }

    private static String split(Split split) {
        return "split test " + number(split.test())
                + (split.validation() > 0 ? " validation " + number(split.validation()) : "")
                + (split.stratified() ? " stratified" : "")
                + (split.inOrder() ? " in order" : "");
    }

    private static String scaling(Scaling scaling) {
        return switch (scaling) {
            case Scaling.Standard _ -> "standard";
            case Scaling.MinMax _ -> "minmax";
            case Scaling.By by -> "by " + number(by.divisor());
        };
    }

    private static String layer(Layer any) {
        return switch (any) {
            case Dense dense -> dense(dense);
        };
    }

    private static String dense(Dense layer) {
        return "layer " + layer.inputs() + " -> " + layer.units() + " " + activation(layer.activation())
                + " init " + initialization(layer.weights(), true)
                + " bias " + bias(layer.bias())
                + (layer.frozen() ? " frozen" : "")
                + (layer.dropout() > 0 ? " dropout " + number(layer.dropout()) : "")
                + layer.name().map(name -> " as " + name).orElse("");
    }

    private static String activation(Activation activation) {
        return switch (activation) {
            case Activation.LeakyRelu leaky -> leaky.word() + " " + number(leaky.slope());
            case Activation.Elu elu -> elu.word() + " " + number(elu.alpha());
            case Activation.Host host -> host(host.word(), host.number());
            case Activation.Linear _, Activation.Sigmoid _, Activation.Tanh _, Activation.Relu _, Activation.Selu _, Activation.Gelu _,
                    Activation.Silu _, Activation.Softplus _, Activation.Softmax _ -> activation.word();
        };
    }

    private static String host(String word, OptionalDouble number) {
        return word + (number.isPresent() ? " " + number(number.getAsDouble()) : "");
    }

    private static String bias(Bias bias) {
        return switch (bias) {
            case Bias.None _ -> "none";
            case Bias.Present present -> (present.fixed() ? "fixed " : "") + initialization(present.initialization(), false);
        };
    }

    /** A matrix is a list of lists, a bias one list. */
    private static String initialization(Initialization initialization, boolean matrix) {
        return switch (initialization) {
            case Initialization.Zeros _ -> "zeros";
            case Initialization.Constant constant -> "constant " + number(constant.value());
            case Initialization.Normal normal -> "normal " + number(normal.deviation());
            case Initialization.Uniform uniform -> "uniform " + number(uniform.bound());
            case Initialization.Xavier _ -> "xavier";
            case Initialization.He _ -> "he";
            case Initialization.Lecun _ -> "lecun";
            case Initialization.Values values -> matrix
                    ? values.rows().stream().map(SpecPrinter::list).collect(Collectors.joining(" ", "[", "]"))
                    : list(values.rows().getFirst());
        };
    }

    private static String list(List<Double> values) {
        return values.stream().map(DecimalText::of).collect(Collectors.joining(" ", "[", "]"));
    }

    private static String loss(Loss loss) {
        var terms = new ArrayList<String>();
        loss.data().forEach(term -> terms.add((term.factor() == 1 ? "" : number(term.factor()) + " * ") + kind(term.kind())));
        loss.penalties().forEach(penalty -> terms.add(penalty.word() + " " + number(penalty.lambda())));
        return String.join(" + ", terms);
    }

    private static String kind(LossTerm.Kind kind) {
        return switch (kind) {
            case LossTerm.Huber huber -> huber.word() + " " + number(huber.threshold());
            case LossTerm.Host host -> host(host.word(), host.number());
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _, LossTerm.MeanAbsoluteError _, LossTerm.BinaryCrossEntropy _,
                    LossTerm.CrossEntropy _ -> kind.word();
        };
    }

    private static String optimizer(Optimizer optimizer) {
        var warmup = optimizer.schedule().warmupEpochs();
        return optimizer.rule().word() + " rate " + number(optimizer.rate()) + rule(optimizer.rule())
                + (warmup > 0 ? " warmup " + warmup + " epochs" : "")
                + decay(optimizer.schedule().decay());
    }

    private static String rule(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd sgd -> " momentum " + number(sgd.momentum()) + (sgd.nesterov() ? " nesterov" : "");
            case Optimizer.Adam adam -> " beta1 " + number(adam.beta1()) + " beta2 " + number(adam.beta2())
                    + " epsilon " + number(adam.epsilon())
                    + (adam.decoupled() ? " decay " + number(adam.decay()) : "");
            case Optimizer.RmsProp rmsprop -> " alpha " + number(rmsprop.alpha()) + " epsilon " + number(rmsprop.epsilon());
            case Optimizer.AdaGrad adagrad -> " epsilon " + number(adagrad.epsilon());
        };
    }

    private static String decay(Schedule.Decay decay) {
        return switch (decay) {
            case Schedule.Constant _ -> "";
            case Schedule.Step step -> " decay step " + number(step.factor()) + " every " + step.epochs() + " epochs";
            case Schedule.Exponential exponential -> " decay exponential " + number(exponential.factor());
            case Schedule.Inverse inverse -> " decay inverse " + number(inverse.k());
            case Schedule.Cosine cosine -> " decay cosine to " + number(cosine.floor());
            case Schedule.Linear linear -> " decay linear to " + number(linear.floor());
            case Schedule.Plateau plateau -> " plateau " + number(plateau.factor()) + " after " + plateau.epochs() + " epochs";
        };
    }

    private static String clip(Clip clip) {
        return switch (clip) {
            case Clip.Norm norm -> "norm " + number(norm.bound());
            case Clip.Value value -> "value " + number(value.bound());
        };
    }

    private static String training(Training training) {
        var batch = switch (training.batch()) {
            case Training.Batch.Full _ -> "full";
            case Training.Batch.Of of -> Integer.toString(of.size());
        };
        return "train " + training.epochs() + " epochs batch " + batch + (training.shuffle() ? " shuffle" : " in order");
    }

    private static String stop(Training.Stop stop) {
        return switch (stop) {
            case Training.Stop.When when -> when.metric().word() + " " + when.relation().symbol() + " " + number(when.value())
                    + " for " + when.epochs() + " epochs";
            case Training.Stop.Stalls stalls -> stalls.metric().word() + " stalls " + stalls.epochs() + " epochs"
                    + (stalls.keepBest() ? " keep best" : "");
        };
    }
}
