package brickwork;

import brickwork.data.Dataset;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import brickwork.engine.Cancellation;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.model.Precision;
import brickwork.model.ResourceLimits;
import brickwork.model.Specification;
import brickwork.plan.ExecutionPlan;
import brickwork.report.TextReport;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Outcome;
import brickwork.source.Plural;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import brickwork.store.TensorNames;
import brickwork.store.WeightsFile;
import brickwork.train.Checkpoints;
import brickwork.train.Observer;
import brickwork.train.Trainer;
import brickwork.train.TrainingSettings;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Replay;
import brickwork.verify.SampleSupply;
import brickwork.verify.Trial;
import brickwork.verify.VerificationReport;
import brickwork.verify.Verifier;
import brickwork.verify.check.ExpectationChecks;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.health.Health;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.StepTracer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A compiled spec: a network that is valid, and the data it names. Immutable; may be shared by threads. */
public final class NeuralSpec {

    private final Specification network;
    private final SourceText text;
    private final SampleSupply samples;
    private final Optional<EngineOptions> engines;
    private final ResourceLimits limits;
    private final Replay replay;
    private final List<Diagnostic> warnings;

    NeuralSpec(Specification network, SourceText text, SampleSupply samples, Optional<EngineOptions> engines, ResourceLimits limits,
            Replay replay, List<Diagnostic> warnings) {
        this.network = network;
        this.text = text;
        this.samples = samples;
        this.engines = engines;
        this.limits = limits;
        this.replay = replay;
        this.warnings = List.copyOf(warnings);
    }

    /** What the spec means, with every default shown. */
    public Specification network() {
        return network;
    }

    /** The text it was compiled from. */
    public SourceText text() {
        return text;
    }

    /** What the checker found worth a warning. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** The kernels this spec runs with. */
    public KernelChoice kernels() {
        return engines().kernels();
    }

    /** What opens the engines this spec runs on. */
    public EngineOptions engines() {
        return engines.orElseGet(EngineOptions::standard);
    }

    /** The same spec with other kernels; the numbers are the same with all. */
    public NeuralSpec withKernels(KernelChoice choice) {
        return with(engines().withKernels(Objects.requireNonNull(choice, "a choice of kernels is needed, got null")));
    }

    /** The same spec, all of whose computations {@code cancellation} may end before their end. */
    public NeuralSpec withCancellation(Cancellation cancellation) {
        return with(engines().withCancellation(Objects.requireNonNull(cancellation, "a cancellation is needed, got null")));
    }

    private NeuralSpec over(SampleSupply supply) {
        return new NeuralSpec(network, text, supply, engines, limits, replay, GivenSamples.warnings(warnings, network, supply));
    }

    private NeuralSpec with(EngineOptions options) {
        return new NeuralSpec(network, text, samples, Optional.of(options), limits, replay, warnings);
    }

    /**
     * The same spec over these samples, in place of what its text names: it trains, verifies, checks and examines on them as they are,
     * whatever the seed. {@link #warnings} then tells of targets that the last layer cannot give.
     *
     * @throws IllegalArgumentException where they have other widths than the network
     * @throws InvalidSpecException     where they and the network ask for more than the limits allow
     */
    public NeuralSpec withData(Dataset dataset) {
        GivenSamples.requireFit(network, dataset);
        ResourceCheck.require(network, GivenSamples.rows(dataset), limits, text);
        return over(SampleSupply.always(dataset));
    }

    /**
     * The same spec over this table, in place of the data its text names: split, scaled and encoded as the spec says, under each seed
     * anew. What does not fit the network is told by {@link #data}, and targets that the last layer cannot give by {@link #warnings}.
     *
     * @throws InvalidSpecException where table and network ask for more than the limits allow
     */
    public NeuralSpec withData(SampleTable table) {
        Objects.requireNonNull(table, "a table of samples is needed, got null");
        ResourceCheck.require(network, table.rows(), limits, text);
        return over(GivenSamples.prepared(network, table));
    }

    /**
     * The same spec, which begins with these parameters instead of those its initializations give.
     *
     * @throws IllegalArgumentException where a tensor of the network is missing or has another shape
     */
    public NeuralSpec withInitial(Parameters parameters) {
        Objects.requireNonNull(parameters, "parameters are needed, got null");
        return new NeuralSpec(InitialWeights.of(network, parameters), text, samples, engines, limits, replay, warnings);
    }

    /** How a training step over a batch of the spec is run; over a single sample where the spec trains nothing. */
    public ExecutionPlan plan() {
        return examination().plan();
    }

    /**
     * The parts of the data the spec names or was given, scaled and encoded; faults of its files are told, not thrown.
     *
     * @throws InvalidSpecException where the spec names no data and was given none
     */
    public Outcome<Dataset> data() {
        return samples.of(network).orElseThrow(() -> TrainingNeeds.noData(network));
    }

    /** The parameters training begins with, in the precision of the network. */
    public Parameters initialParameters() {
        return Initializer.parameters(network);
    }

    /**
     * Reads parameters from a safetensors file that holds every tensor of the network in its shape and no other.
     *
     * @throws BrokenFileException where the file cannot be read or does not fit
     */
    public Parameters readWeights(Path file) {
        return readWeights(file, TensorNames.OWN);
    }

    /** The same, where the file has the tensors under these names. */
    public Parameters readWeights(Path file, TensorNames names) {
        return WeightsFile.read(file, network, names);
    }

    /**
     * Trains on the data the spec names.
     *
     * @throws InvalidSpecException where the spec names no data, or does not say how long to train, or a file of the data is absent or
     *                              broken
     */
    public TrainingOutcome train() {
        return train(Observer.NONE);
    }

    /** Trains on the data the spec names and tells {@code observer} of every epoch; see {@link #train()}. */
    public TrainingOutcome train(Observer observer) {
        TrainingNeeds.requireTraining(network);
        return train(data().orThrow(), settings().withObserver(Objects.requireNonNull(observer, "an observer is needed, got null")));
    }

    /** Trains on the given samples; see {@link #train(Dataset, TrainingSettings, Checkpoints)}. */
    public TrainingOutcome train(Dataset dataset, TrainingSettings settings) {
        return train(dataset, settings, Checkpoints.NONE);
    }

    /**
     * Trains on the given samples and keeps states of the training, as in a {@link brickwork.store.RunFolder}, to go on from after an
     * interruption.
     *
     * @param dataset its widths must be those of the network
     * @throws InvalidSpecException     where the spec does not say how long to train, or network and samples ask for more than the limits
     *                                  allow
     * @throws IllegalArgumentException where the samples have other widths than the network
     * @throws E                        where the states cannot be read or written, or are those of another training
     */
    public <E extends Exception> TrainingOutcome train(Dataset dataset, TrainingSettings settings, Checkpoints<E> checkpoints) throws E {
        TrainingNeeds.requireTraining(network);
        GivenSamples.requireFit(network, dataset);
        ResourceCheck.require(network, GivenSamples.rows(dataset), limits, text);
        return new TrainingOutcome(network, dataset, settings, Trainer.train(network, dataset, settings, checkpoints));
    }

    /** The training of this spec on samples that need not fit into memory. */
    public StreamTraining streaming(SampleStream stream) {
        return StreamTraining.of(this, limits, stream);
    }

    /** The engines of this spec; everything else standard. */
    public TrainingSettings settings() {
        return TrainingSettings.standard().withEngines(engines());
    }

    /** Checks the gradients of every trained parameter at the initial parameters, as {@code nn gradcheck} does. */
    public Outcome<GradientReport> gradcheck() {
        return gradcheck(Initializer.parameters(network.withPrecision(Precision.F64)), GradientCheck.Options.standard());
    }

    /** Checks gradients at the given parameters, over the data the spec names or, without, over samples drawn from its seed. */
    public Outcome<GradientReport> gradcheck(Parameters parameters, GradientCheck.Options options) {
        return examination().gradients(parameters, options);
    }

    private Examination examination() {
        return new Examination(network, samples, engines(), warnings);
    }

    /** Makes the first training step from the initial parameters and keeps every number of it, as {@code nn trace} does. */
    public Outcome<StepTrace> trace() {
        return trace(StepTracer.Options.SAMPLES);
    }

    /** The same with so many samples of the batch written out; see {@link #trace(Parameters, int)}. */
    public Outcome<StepTrace> trace(int samples) {
        return trace(Initializer.parameters(network.withPrecision(Precision.F64)), samples);
    }

    /**
     * Makes the first training step from the given parameters: over the first batch of the data the spec names, or over samples drawn from
     * its seed. Where the spec does not say how to train, the first {@code rows} samples are the batch.
     *
     * @param rows how many samples are written out at most
     */
    public Outcome<StepTrace> trace(Parameters parameters, int rows) {
        return examination().step(parameters, rows);
    }

    /**
     * How healthy the network is before any training, on the training part of the data the spec names; see {@link TrainingOutcome#health}.
     *
     * @throws InvalidSpecException where there is no data
     */
    public Outcome<Health> health() {
        return examination().health();
    }

    /**
     * What checks are about: the network, the data the spec names, and the engines it runs on. A trial remembers what it computed, so
     * checks of the same trial share a training. {@link brickwork.verify.check} has the checks, and {@code brickwork.cucumber} the
     * sentences that make them.
     */
    public Trial trial() {
        return Trial.of(network, samples, new Trial.Options(engines(), engines().threads(), replay));
    }

    /** The samples the spec names or was given, under any seed. */
    public SampleSupply samples() {
        return samples;
    }

    /** Trains as needed and judges every {@code expect} of the spec, in their order. */
    public List<ExpectationResult> verify() {
        return Verifier.verify(trial(), ExpectationChecks::of);
    }

    /** The same, with the health of the training that was needed for it. */
    public VerificationReport verification() {
        return Verifier.examine(trial(), ExpectationChecks::of);
    }

    /** One line: the layers, the parameters, the precision, the epochs. */
    @Override
    public String toString() {
        return "spec " + TextReport.network(network)
                + network.learning().training().map(training -> ", trains " + Plural.of(training.epochs(), "epoch")).orElse("");
    }
}
