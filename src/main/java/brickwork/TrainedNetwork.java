package brickwork;

import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.data.Samples;
import brickwork.engine.ClassDecision;
import brickwork.engine.Engine;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.plan.Planner;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.store.BrokenFileException;
import brickwork.store.ModelFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network with its parameters and the scaling of its inputs, ready to predict. Immutable; may be shared by threads. */
public final class TrainedNetwork {

    private final ModelFile model;
    private final EngineOptions engines;

    TrainedNetwork(ModelFile model, EngineOptions engines) {
        this.model = model;
        this.engines = engines;
    }

    /**
     * Reads what {@link #save} or {@code nn train --save} wrote.
     *
     * @throws BrokenFileException where the file cannot be read, is broken, is no model, or uses functions of a host program, which
     *                             {@link Brickwork#loadModel} knows
     */
    public static TrainedNetwork load(Path file) throws BrokenFileException {
        return new TrainedNetwork(ModelFile.read(file), EngineOptions.standard());
    }

    /**
     * Writes the model: weights, the spec and the scaling in one safetensors file.
     *
     * @throws BrokenFileException where it cannot be written
     */
    public void save(Path file) throws BrokenFileException {
        model.write(file);
    }

    public Specification network() {
        return model.network();
    }

    public Parameters parameters() {
        return model.parameters();
    }

    /** The names of the classes in the order of the outputs; empty where there are none. */
    public List<String> classNames() {
        return model.classNames();
    }

    /**
     * The outputs for one row of inputs, unscaled as the data held them.
     *
     * @throws IllegalArgumentException where the row has another width than the network takes
     */
    public double[] predict(double... inputs) {
        try (var predictor = predictor()) {
            var outputs = new double[network().outputs()];
            predictor.predict(inputs, outputs);
            return outputs;
        }
    }

    /**
     * The outputs for the rows of a csv file of inputs, one row of outputs a row of inputs.
     *
     * @param file the file; a header is found by itself and may tell the order of the columns
     */
    public Outcome<double[][]> predict(Path file) {
        var library = new DataLibrary(new FileAccess.Anywhere(Path.of("")));
        return switch (library.prepareInputs(file.toString(), beginning(file), network(), model.scaling())) {
            case Outcome.Success<Samples>(var rows, var warnings) -> new Outcome.Success<>(outputs(rows), warnings);
            case Outcome.Failure<Samples>(var faults) -> new Outcome.Failure<>(faults);
        };
    }

    /** What is wrong with the file is told at its name; lines and columns are in the message. */
    private static Origin beginning(Path file) {
        return Origin.of(new SourceText(file.toString(), ""), new Span(0, 0));
    }

    private double[][] outputs(Samples rows) {
        var outputs = new double[rows.count()][network().outputs()];
        var inputs = new double[rows.inputs()];
        try (var engine = engine()) {
            for (var row = 0; row < outputs.length; row++) {
                rows.input(row, inputs, 0);
                engine.predictor().predict(inputs, outputs[row]);
            }
        }
        return outputs;
    }

    /** A predictor for one thread, for many predictions without any allocation. */
    public Predictor predictor() {
        return new Predictor(engine());
    }

    private Engine engine() {
        var engine = engines.withThreads(1).open(network(), Planner.plan(network(), 1));
        engine.setParameters(parameters());
        return engine;
    }

    /** Predicts row by row and allocates nothing; for one thread at a time. */
    public final class Predictor implements AutoCloseable {

        private final Engine engine;
        private final double[] scaled = new double[network().inputs()];

        private Predictor(Engine engine) {
            this.engine = engine;
        }

        /**
         * Computes the outputs for one row of unscaled inputs.
         *
         * @param inputs  as wide as the first layer takes; stays as it is
         * @param outputs receives what the last layer gives
         */
        public void predict(double[] inputs, double[] outputs) {
            if (inputs.length != scaled.length || outputs.length != network().outputs()) {
                throw new IllegalArgumentException("the network takes " + scaled.length + " inputs and gives " + network().outputs()
                        + " outputs, got arrays of " + inputs.length + " and " + outputs.length);
            }
            System.arraycopy(inputs, 0, scaled, 0, scaled.length);
            model.scaling().apply(scaled);
            engine.predictor().predict(scaled, outputs);
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    /** The name of the class a row of outputs stands for; empty where there are no classes. */
    public Optional<String> classOf(double[] outputs) {
        if (classNames().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(classNames().get(ClassDecision.classOf(outputs)));
    }
}
