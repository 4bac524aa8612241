package brickwork;

import brickwork.data.Dataset;
import brickwork.data.FittedScaling;
import brickwork.data.SampleStream;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.FunctionRegistry;
import brickwork.model.DatasetPart;
import brickwork.model.Specification;
import brickwork.source.Outcome;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import java.io.InputStream;
import java.io.OutputStream;
import brickwork.train.metric.Metrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A network with its parameters and the scaling of its inputs, ready to predict. Immutable; may be shared by threads. */
public final class TrainedNetwork {

    private final ModelFile model;
    private final EngineOptions engines;
    private final PredictorPool predictors;

    TrainedNetwork(ModelFile model, EngineOptions engines) {
        this.model = model;
        this.engines = engines;
        this.predictors = new PredictorPool(model.network(), model.parameters(), model.scaling(), engines);
    }

    /**
     * Reads what {@link #save(Path)} or {@code nn train --save} wrote.
     *
     * @throws BrokenFileException where the file cannot be read, has changed since it was written, is no model, or uses functions of a host
     *                             program, which {@link Brickwork#loadModel(Path)} knows
     */
    public static TrainedNetwork load(Path file) {
        return new TrainedNetwork(ModelFile.read(Objects.requireNonNull(file, "a file is needed, got null"), FunctionRegistry.NONE),
                EngineOptions.standard());
    }

    /**
     * A network with these parameters, without any training: inputs are taken as they come and classes have no names, unless
     * {@link #withScaling} and {@link #withClassNames} say otherwise.
     *
     * @param parameters every tensor of the network in its shape and no other; copied, and rounded to the precision of the network
     * @throws IllegalArgumentException where a tensor is missing, is not the network's or has another shape, or a value is not finite
     */
    public static TrainedNetwork of(Specification network, Parameters parameters) {
        return new TrainedNetwork(GivenModel.of(network, parameters), EngineOptions.standard());
    }

    /** The same, which predicts with the kernels and threads of the spec. */
    public static TrainedNetwork of(NeuralSpec spec, Parameters parameters) {
        Objects.requireNonNull(spec, "a spec is needed, got null");
        return new TrainedNetwork(GivenModel.of(spec.network(), parameters), spec.engines());
    }

    /** The same network, whose inputs are scaled so before they reach the first layer; a scaling of another width is refused. */
    public TrainedNetwork withScaling(FittedScaling scaling) {
        return new TrainedNetwork(GivenModel.withScaling(model, scaling), engines);
    }

    /**
     * The same network, whose outputs stand for these classes.
     *
     * @param names one an output, or two where there is one output; none for no classes
     * @throws IllegalArgumentException where their number is another
     */
    public TrainedNetwork withClassNames(List<String> names) {
        return new TrainedNetwork(GivenModel.withClassNames(model, names), engines);
    }

    /**
     * The metrics of every part of a dataset, dropout off; its rows are scaled as this network scales. Needs the memory of a batch of the
     * spec, of 4096 rows at most, beside the dataset.
     *
     * @throws IllegalArgumentException where the samples have other widths than the network
     * @throws brickwork.engine.CancelledException where the cancellation of this network's spec ends it
     */
    public Map<DatasetPart, Metrics> evaluate(Dataset dataset) {
        return NetworkEvaluation.of(model, engines, dataset);
    }

    /**
     * The metrics over rows in arrays, unscaled: inputs, [rows][inputs], and targets, [rows][outputs] or [rows][1] with the number of a
     * class from 0. Ragged rows, none, other widths and values that are not finite are an IllegalArgumentException.
     */
    public Metrics evaluate(double[][] inputs, double[][] targets) {
        return NetworkEvaluation.of(model, engines, inputs, targets);
    }

    /** The metrics over a stream, which need not fit into memory; {@link brickwork.data.BrokenStreamException} where it breaks. */
    public Metrics evaluate(SampleStream stream) {
        return NetworkEvaluation.of(model, engines, stream);
    }

    /** The same from a stream, which is read to its end and stays open. */
    public static TrainedNetwork load(InputStream stream) {
        return new TrainedNetwork(ModelFile.read(stream, FunctionRegistry.NONE), EngineOptions.standard());
    }

    /** The same from bytes in memory; messages call them {@code (bytes)}. */
    public static TrainedNetwork load(byte[] bytes) {
        return new TrainedNetwork(ModelFile.read(bytes, FunctionRegistry.NONE), EngineOptions.standard());
    }

    /**
     * Writes the model: weights, the spec, scaling, names and figures in one safetensors file with a digest, which is there as a whole or
     * not at all. No samples are in it: see {@link #withSpecText}.
     *
     * @throws BrokenFileException where it cannot be written
     */
    public void save(Path file) {
        model.write(Objects.requireNonNull(file, "a file is needed, got null"));
    }

    /** Writes the same to a stream, which is flushed and stays open; messages call it {@code (stream)}. */
    public void save(OutputStream stream) {
        model.write(stream);
    }

    /**
     * The bytes that {@link #save(Path)} writes; the same network gives the same.
     *
     * @throws BrokenFileException where names of classes are longer than a model holds
     */
    public byte[] toBytes() {
        return model.toBytes();
    }

    /** Writes the network for other programs. */
    public NetworkExport export() {
        return new NetworkExport(model);
    }

    /**
     * The same network, whose files carry this text in the place of the canonical spec without samples that they carry otherwise: the
     * author's own, with its comments and the samples of {@code data rows}.
     */
    public TrainedNetwork withSpecText(String text) {
        return new TrainedNetwork(model.withSpec(text), engines);
    }

    /** The text that files of this network carry. */
    public String specText() {
        return model.spec();
    }

    /** SHA-256 over the parameters, as section 8 of the language defines it, in lower-case hex. */
    public String fingerprint() {
        return model.fingerprint();
    }

    /** The final figures of its training that are finite: {@code metrics().get("train").get("loss")}; empty where it does not tell. */
    public Map<String, Map<String, Double>> metrics() {
        return model.facts().metrics();
    }

    /** The names of the inputs in their order; empty where the spec named none. */
    public List<String> inputNames() {
        return model.preparation().columns().inputNames();
    }

    public Specification network() {
        return model.network();
    }

    /** A copy of the parameters. */
    public Parameters parameters() {
        return model.parameters().copy();
    }

    /** What each output tells: a class, or the target column it was trained on. */
    public List<String> outputNames() {
        return GivenModel.outputNames(model);
    }

    /** The names of the classes in the order of the outputs; empty where there are none. */
    public List<String> classNames() {
        return model.classNames();
    }

    /**
     * The outputs for one row of inputs, unscaled as the data held them. Any number of threads may predict at the same time.
     *
     * @throws IllegalArgumentException where the row has another width than the network takes, or an input is not finite
     */
    public double[] predict(double... inputs) {
        var outputs = new double[network().outputs()];
        predict(inputs, outputs);
        return outputs;
    }

    /**
     * The same without allocating anything: {@code inputs} is as wide as the first layer takes and stays as it is, {@code outputs}
     * receives what the last layer gives.
     */
    public void predict(double[] inputs, double[] outputs) {
        predictors.predict(inputs, outputs);
    }

    /** The same in single precision. */
    public void predict(float[] inputs, float[] outputs) {
        predictors.predict(inputs, outputs);
    }

    /** The outputs for many rows; what is not of the network's width, or not finite, is refused as by {@link #predict(double...)}. */
    public double[][] predictAll(double[][] rows) {
        return predictors.predictAll(rows);
    }

    /**
     * The outputs for many rows in one array, [rows x inputs] and [rows x outputs], shared among the threads of
     * {@link Brickwork#withThreads} where there are enough of them; on one thread nothing is allocated. Arrays that do not hold as many
     * rows, and inputs that are not finite, are an IllegalArgumentException.
     */
    public void predictAll(double[] inputs, double[] outputs) {
        predictors.predictAll(inputs, outputs);
    }

    /** The same in single precision. */
    public void predictAll(float[] inputs, float[] outputs) {
        predictors.predictAll(inputs, outputs);
    }

    /**
     * The outputs for the rows of a csv file, which go the way of those that were trained on: columns are found by their names in any order
     * and among others, categories and missing cells become what they became in training. Where there are no names, columns are taken by
     * their places, and a note says so.
     */
    public Outcome<double[][]> predict(Path file) {
        return InputFile.of(Objects.requireNonNull(file, "a file of inputs is needed, got null")).predict(model, this::predictAll);
    }

    /** The same for a csv file that comes as a stream, which is read to its end; messages call it {@code -}. */
    public Outcome<double[][]> predict(InputStream csv) {
        return InputFile.ofStream(csv, file -> file.predict(model, this::predictAll));
    }

    /** How well it does on the rows of a csv file that has their targets too. */
    public Outcome<FileEvaluation> evaluate(Path file) {
        return InputFile.of(Objects.requireNonNull(file, "a file of samples is needed, got null")).evaluate(model, engines,
                this::predictAll);
    }

    /** The same for a csv file that comes as a stream. */
    public Outcome<FileEvaluation> evaluate(InputStream csv) {
        return InputFile.ofStream(csv, file -> file.evaluate(model, engines, this::predictAll));
    }

    /** A predictor for one thread, which keeps its room for a sample to itself. */
    public Predictor predictor() {
        return new Predictor(predictors.open());
    }

    /** Predicts row by row and allocates nothing; for one thread at a time. */
    public final class Predictor implements AutoCloseable {

        private RowPredictor predictor;

        private Predictor(RowPredictor predictor) {
            this.predictor = predictor;
        }

        /** As {@link TrainedNetwork#predict(double[], double[])}; an IllegalStateException once it is closed. */
        public void predict(double[] inputs, double[] outputs) {
            predictors.requireWidths(inputs.length, outputs.length, 1);
            if (predictor == null) {
                throw new IllegalStateException("this predictor is closed: take another of the network");
            }
            var result = predictor.predict(inputs, 0);
            System.arraycopy(result, 0, outputs, 0, result.length);
        }

        @Override
        public void close() {
            predictor = null;
        }
    }

    /**
     * The name of the class a row of outputs stands for; empty where there are no classes.
     *
     * @throws IllegalArgumentException where there are not as many outputs as the network gives, or one is not a number
     */
    public Optional<String> classOf(double[] outputs) {
        return GivenModel.classOf(model, outputs);
    }

    @Override
    public String toString() {
        return GivenModel.line(model);
    }
}
