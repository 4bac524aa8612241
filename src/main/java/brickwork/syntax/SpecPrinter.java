package brickwork.syntax;

import brickwork.model.DataSource;
import brickwork.model.Dense;
import brickwork.model.Language;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.Optimizer;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.model.Training;
import brickwork.source.DecimalText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network as a spec that leaves nothing to defaults: no constants, no repeats, each layer a statement of its own. Read and checked
 * again it gives an equal network.
 */
public final class SpecPrinter {

    private final List<String> lines = new ArrayList<>();

    private SpecPrinter() {}

    /** The text, every line ended by {@code \n}. */
    public static String print(Specification network) {
        var printer = new SpecPrinter();
        printer.add(network);
        return String.join("\n", printer.lines) + "\n";
    }

    private void add(Specification network) {
        lines.add("nn " + Language.VERSION);
        network.name().ifPresent(name -> lines.add("network " + name));
        lines.add("seed " + network.seed());
        lines.add("precision " + network.precision().word());
        network.data().source().ifPresent(data -> lines.add("data " + source(data)));
        network.data().split().ifPresent(split -> lines.add(split(split)));
        network.data().scaling().ifPresent(scaling -> lines.add("scale " + scaling.text()));
        network.feedForward().layers().forEach(layer -> lines.add(layer(layer)));
        lines.add("loss " + loss(network.feedForward().loss()));
        lines.add("optimizer " + optimizer(network.learning().descent().optimizer()));
        network.learning().descent().clip().ifPresent(clip -> lines.add("clip " + clip.text()));
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

    private static String source(DataSource source) {
        return switch (source) {
            case DataSource.Rows rows -> rows(rows);
            case DataSource.Csv csv -> csv.word() + " " + quoted(csv.file()) + " target " + columns(csv.targets())
                    + (csv.features().isEmpty() ? "" : " features " + columns(csv.features()));
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

    private static String columns(List<DataSource.Column> columns) {
        return columns.stream()
                .map(column -> column.name().map(SpecPrinter::quoted).orElseGet(() -> Integer.toString(column.number())))
                .collect(Collectors.joining(", "));
    }

    /** A text in quotes, as the language reads it. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String layer(Layer any) {
        return switch (any) {
            case Dense dense -> dense(dense);
        };
    }

    private static String dense(Dense layer) {
        return "layer " + layer.inputs() + " -> " + layer.units() + " " + layer.activation().text()
                + " init " + layer.weights().matrixText()
                + " " + layer.bias().text()
                + (layer.frozen() ? " frozen" : "")
                + (layer.dropout() > 0 ? " dropout " + number(layer.dropout()) : "")
                + layer.name().map(name -> " as " + name).orElse("");
    }

    private static String loss(Loss loss) {
        var terms = new ArrayList<String>();
        loss.data().forEach(term -> terms.add((term.factor() == 1 ? "" : number(term.factor()) + " * ") + term.kind().text()));
        loss.penalties().forEach(penalty -> terms.add(penalty.text()));
        return String.join(" + ", terms);
    }

    private static String optimizer(Optimizer optimizer) {
        var warmup = optimizer.schedule().warmupEpochs();
        return optimizer.rule().word() + " rate " + number(optimizer.rate())
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

    private static String training(Training training) {
        var batch = switch (training.batch()) {
            case Training.Batch.Full _ -> "full";
            case Training.Batch.Of of -> Integer.toString(of.size());
        };
        return "train " + training.epochs() + " epochs batch " + batch + (training.shuffle() ? " shuffle" : " in order")
                + training.window().stream().mapToObj(rows -> " within " + rows).collect(Collectors.joining());
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
