package brickwork.data;

import brickwork.model.DataSpec;
import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.DataSource;
import brickwork.model.Initialization;
import brickwork.model.Dense;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Scaling;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Split;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Networks and sources as the tests of this package write them. */
record Sources(Specification network) {

    static final Activation SIGMOID = new Activation.Sigmoid();
    static final Activation SOFTMAX = new Activation.Softmax();

    static Sources network(DataSource source, int inputs, int units, Activation last) {
        var layer = new Dense(1, Optional.empty(), inputs, units, last, new Initialization.Xavier(), Bias.zeros(), false, 0, Origin.NONE);
        var loss = new Loss(List.of(new LossTerm(1, new LossTerm.MeanSquaredError(), Origin.NONE)), List.of());
        var optimizer = new Optimizer(new Optimizer.Sgd(0, false), 0.1, new Schedule(0, new Schedule.Constant()), Origin.NONE);
        var learning = Learning.by(new GradientDescent(optimizer, Optional.empty()));
        return new Sources(Specification.of(new FeedForward(List.of(layer), loss), learning).withPrecision(Precision.F64)
                .withData(DataSpec.NONE.withSource(Optional.of(source))));
    }

    Sources split(double test, double validation, boolean stratified, boolean inOrder) {
        return new Sources(with(network.precision(), Optional.of(new Split(test, validation, stratified, inOrder, at("split"))),
                network.data().scaling()));
    }

    Sources scaled(Scaling scaling) {
        return new Sources(with(network.precision(), network.data().split(), Optional.of(scaling)));
    }

    Sources seed(long seed) {
        return new Sources(network.withSeed(seed));
    }

    Sources precision(Precision precision) {
        return new Sources(network.withPrecision(precision));
    }

    private Specification with(Precision precision, Optional<Split> split, Optional<Scaling> scaling) {
        return network.withPrecision(precision).withData(network.data().withSplit(split).withScaling(scaling));
    }

    Dataset prepared() {
        return success(new DataLibrary(new FileAccess.None()).prepare(network));
    }

    Diagnostic refused() {
        return onlyFault(new DataLibrary(new FileAccess.None()).prepare(network));
    }

    /** A place of its own for each word, so that tests see which of them a diagnostic points at. */
    static Origin at(String word) {
        return Origin.of(new SourceText("spec.nn", word), new Span(0, word.length()));
    }

    static String place(Diagnostic diagnostic) {
        return diagnostic.source().text(diagnostic.span());
    }

    static DataSource.Csv csv(String file, List<String> targets, List<String> features) {
        return new DataSource.Csv(file, at(file), columns(targets), columns(features), at("csv"));
    }

    private static List<DataSource.Column> columns(List<String> names) {
        return names.stream().map(name -> name.matches("#[0-9]+")
                ? new DataSource.Column(Optional.empty(), Integer.parseInt(name.substring(1)), at(name))
                : new DataSource.Column(Optional.of(name), 0, at(name))).toList();
    }

    static DataSource.Npz npz(String file, String inputs, String targets) {
        return new DataSource.Npz(file, at(file), inputs, at(inputs), targets, at(targets), at("npz"));
    }

    static DataSource.Idx idx(String images, String labels) {
        return new DataSource.Idx(images, at(images), labels, at(labels), at("idx"));
    }

    static DataSource.Rows rows(double[][] inputs, double[][] targets) {
        return new DataSource.Rows(lists(inputs), lists(targets), at("rows"));
    }

    static DataSource.Moons moons(int samples, double noise) {
        return new DataSource.Moons(samples, noise, OptionalLong.empty(), at("moons"));
    }

    private static List<List<Double>> lists(double[][] rows) {
        return Arrays.stream(rows).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }

    static DataLibrary in(Path folder) {
        return new DataLibrary(new FileAccess.Anywhere(folder));
    }

    static Dataset success(Outcome<Dataset> outcome) {
        return switch (outcome) {
            case Outcome.Success<Dataset>(var dataset, _) -> dataset;
            case Outcome.Failure<Dataset>(var faults) ->
                    throw new AssertionError(faults.stream().map(Diagnostic::message).toList().toString());
        };
    }

    static Diagnostic onlyFault(Outcome<?> outcome) {
        if (outcome.diagnostics().size() != 1) {
            throw new AssertionError("expected one diagnostic, got " + outcome.diagnostics().stream().map(Diagnostic::message).toList());
        }
        return outcome.diagnostics().getFirst();
    }

    private interface RowReader {
        void read(int row, double[] into, int at);
    }

    static double[][] inputs(Samples samples) {
        return rows(samples.count(), samples.inputs(), samples::input);
    }

    static double[][] targets(Samples samples) {
        return rows(samples.count(), samples.targets(), samples::target);
    }

    private static double[][] rows(int count, int width, RowReader reader) {
        var rows = new double[count][width];
        for (var i = 0; i < count; i++) {
            reader.read(i, rows[i], 0);
        }
        return rows;
    }

    static int[] labels(Samples samples) {
        return IntStream.range(0, samples.count()).map(samples::label).toArray();
    }

    static int[] sourceRows(Samples samples) {
        return IntStream.range(0, samples.count()).map(samples::sourceRow).toArray();
    }
}
