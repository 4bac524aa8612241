package brickwork.syntax;

import brickwork.model.Activation;
import brickwork.model.Clip;
import brickwork.model.DataSource;
import brickwork.model.Dense;
import brickwork.model.Initialization;
import brickwork.model.Language;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A network as a spec that leaves nothing to defaults: no constants, no repeats, each layer a statement of its own. Read and checked
 * again it gives an equal network. Its parts print single statements, each in one line.
 */
public final class SpecPrinter {

    private SpecPrinter() {}

    /** The text, every line ended by {@code \n}. */
    public static String print(Specification network) {
        return String.join("\n", statements(network)) + "\n";
    }

    /** The statements of the text, in its order. */
    public static List<String> statements(Specification network) {
        var lines = new ArrayList<String>();
        lines.add("nn " + Language.VERSION);
        network.name().ifPresent(name -> lines.add("network " + name));
        lines.add("seed " + network.seed());
        lines.add(statement(network.precision()));
        network.data().source().ifPresent(data -> lines.add(statement(data)));
        network.data().split().ifPresent(split -> lines.add(statement(split)));
        network.data().missing().forEach(missing -> lines.add(missing.text()));
        network.data().scaling().ifPresent(scaling -> lines.add(statement(scaling)));
        network.feedForward().layers().forEach(layer -> lines.add(layer(layer)));
        lines.add(statement(network.feedForward().loss()));
        lines.add(statement(network.learning().descent().optimizer()));
        network.learning().descent().clip().ifPresent(clip -> lines.add(statement(clip)));
        network.learning().training().ifPresent(training -> lines.add(statement(training)));
        network.learning().stops().forEach(stop -> lines.add(statement(stop)));
        network.learning().checkpointEvery().ifPresent(epochs -> lines.add("checkpoint every " + epochs + " epochs"));
        network.expectations().forEach(expectation -> lines.add("expect " + expectation.text()));
        return lines;
    }

    public static String statement(Precision precision) {
        return "precision " + precision.word();
    }

    public static String statement(Scaling scaling) {
        return "scale " + scaling.text();
    }

    public static String statement(Clip clip) {
        return "clip " + clip.text();
    }

    private static String number(double value) {
        return DecimalText.of(value);
    }

    public static String statement(Split split) {
        return "split test " + number(split.test())
                + (split.validation() > 0 ? " validation " + number(split.validation()) : "")
                + (split.stratified() ? " stratified" : "")
                + (split.inOrder() ? " in order" : "");
    }

    public static String statement(DataSource source) {
        return "data " + switch (source) {
            case DataSource.Rows rows -> rows(rows);
            case DataSource.Csv csv -> csv.word() + " " + quoted(csv.file()) + csv.columns().text();
            case DataSource.Idx idx -> idx.word() + " " + quoted(idx.images()) + " labels " + quoted(idx.labels());
            case DataSource.Npz npz -> npz.word() + " " + quoted(npz.file()) + " inputs " + quoted(npz.inputs())
                    + " targets " + quoted(npz.targets());
            case DataSource.Xor _, DataSource.Iris _, DataSource.Digits _, DataSource.Generated _, DataSource.Registered _ ->
                    source.word() + source.arguments().named();
        };
    }

    private static String rows(DataSource.Rows rows) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < rows.inputs().size(); i++) {
            texts.add(values(rows.inputs().get(i)) + " -> " + values(rows.targets().get(i)));
        }
        return rows.word() + " [ " + String.join("; ", texts) + " ]";
    }

    private static String values(List<Double> values) {
        return values.stream().map(DecimalText::of).collect(Collectors.joining(" "));
    }

    /** A text in quotes, as the language reads it. */
    static String quoted(String text) {
        return DataSource.Column.quoted(text);
    }

    private static String layer(Layer any) {
        return switch (any) {
            case Dense dense -> dense(dense);
        };
    }

    private static String dense(Dense layer) {
        var options = new ArrayList<>(List.of(weights(layer.weights()), layer.bias().text()));
        if (layer.frozen()) {
            options.add("frozen");
        }
        if (layer.dropout() > 0) {
            options.add(dropout(layer.dropout()));
        }
        layer.name().ifPresent(name -> options.add("as " + name));
        return layer(OptionalInt.of(layer.inputs()), layer.units(), layer.activation(), options);
    }

    /** A layer, with those of its options that are not left to their defaults; {@code inputs} may be left to what stands before it. */
    public static String layer(OptionalInt inputs, int units, Activation activation, List<String> options) {
        return "layer " + (inputs.isPresent() ? inputs.getAsInt() + " -> " : "") + units + " " + activation.text()
                + options.stream().map(option -> " " + option).collect(Collectors.joining());
    }

    /** How weights start, as an option of a layer. */
    public static String weights(Initialization start) {
        return "init " + start.matrixText();
    }

    /** Dropout, as an option of a layer. */
    public static String dropout(double probability) {
        return "dropout " + number(probability);
    }

    public static String statement(Loss loss) {
        var terms = new ArrayList<String>();
        loss.data().forEach(term -> terms.add((term.factor() == 1 ? "" : number(term.factor()) + " * ") + term.kind().text()));
        loss.penalties().forEach(penalty -> terms.add(penalty.text()));
        return "loss " + String.join(" + ", terms);
    }

    public static String statement(Optimizer optimizer) {
        var warmup = optimizer.schedule().warmupEpochs();
        return "optimizer " + optimizer.rule().word() + " rate " + number(optimizer.rate())
                + optimizer.rule().arguments().named()
                + (warmup > 0 ? " warmup " + warmup + " epochs" : "")
                + decay(optimizer.schedule().decay());
    }

    private static String decay(Schedule.Decay decay) {
        return switch (decay) {
            case Schedule.Constant _ -> "";
            case Schedule.Change change -> " " + change.text();
        };
    }

    public static String statement(Training training) {
        var batch = switch (training.batch()) {
            case Training.Batch.Full _ -> "full";
            case Training.Batch.Of of -> Integer.toString(of.size());
        };
        return "train " + training.epochs() + " epochs batch " + batch + (training.shuffle() ? " shuffle" : " in order")
                + training.window().stream().mapToObj(rows -> " within " + rows).collect(Collectors.joining())
                + training.seconds().stream().mapToObj(time -> " within " + Training.time(time)).collect(Collectors.joining());
    }

    public static String statement(Training.Stop stop) {
        return "stop when " + switch (stop) {
            case Training.Stop.When when -> when.metric().word() + " " + when.relation().symbol() + " " + number(when.value())
                    + " for " + when.epochs() + " epochs";
            case Training.Stop.Stalls stalls -> stalls.metric().word() + " stalls " + stalls.epochs() + " epochs"
                    + (stalls.keepBest() ? " keep best" : "");
        };
    }
}
