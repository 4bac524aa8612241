package brickwork.train;

import brickwork.data.SamplePart;
import brickwork.data.TrainingData;
import brickwork.engine.Engine;
import brickwork.engine.EngineState;
import brickwork.engine.NonFinite;
import brickwork.engine.Parameters;
import brickwork.engine.StepSettings;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.train.metric.Metrics;
import brickwork.train.metric.PartEvaluation;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Learns by gradient descent: steps of an engine over batches, at the rates of a schedule. */
final class GradientLearner implements Learner {

    private static final String STEPS = "steps";
    private static final String RATE = "rate";

    private final Specification network;
    private final Training training;
    private final TrainingData dataset;
    private final Engine engine;
    private final Batches batches;
    private final boolean keepsUpdates;
    private final Map<DatasetPart, PartEvaluation> parts = new EnumMap<>(DatasetPart.class);
    private final RateSchedule schedule;
    private final EpochProgress progress = new EpochProgress();
    private final StepSettings step = new StepSettings();
    private final Observer observer;
    private final boolean watchesSteps;
    private final TrainingStep made = new TrainingStep();
    private List<LayerUpdate> lastUpdate = List.of();
    private boolean evaluated;

    /** {@code keepsUpdates} where the last update of every epoch will be asked for, not only that of the last. */
    GradientLearner(Specification network, TrainingData dataset, Engine engine, boolean keepsUpdates, Observer observer) {
        this.network = network;
        this.training = network.learning().training().orElseThrow();
        this.dataset = dataset;
        this.engine = engine;
        this.batches = Batches.of(dataset.train(), network, engine);
        this.keepsUpdates = keepsUpdates;
        this.observer = observer;
        this.watchesSteps = observer.watchesSteps();
        for (var part : DatasetPart.values()) {
            dataset.part(part).ifPresent(rows -> parts.put(part, evaluation(rows)));
        }
        schedule = new RateSchedule(network.learning().descent().optimizer(), training.epochs());
        step.countsCorrect = dataset.train().hasClasses();
    }

    private PartEvaluation evaluation(SamplePart rows) {
        return rows == dataset.train() && batches instanceof HeldBatches held
                ? new PartEvaluation(engine, rows, held.samples()) : new PartEvaluation(engine, rows);
    }

    @Override
    public Optional<Divergence> learn(int epoch, HistoryRecorder history) {
        try {
            return learn(epoch, batches.begin(epoch), history);
        } finally {
            batches.end();
        }
    }

    private Optional<Divergence> learn(int epoch, int[] order, HistoryRecorder history) {
        var rows = dataset.train().count();
        var size = training.batch().size(rows);
        var keeps = keepsUpdates || epoch == training.epochs() - 1;
        step.rate = schedule.rate(epoch);
        evaluated = false;
        while (progress.rows < rows) {
            var from = progress.rows;
            var count = Math.min(size, rows - from);
            var before = keeps && from + count == rows ? engine.parameters() : null;
            var result = engine.stepper().step(batches.samples(), order, batches.ready(from, count), count, step);
            if (!result.isFinite()) {
                batches.end();
                return Optional.of(divergence(from / size, result.fault().orElseThrow()));
            }
            progress.add(count, result.dataLoss(), result.dataLoss() + result.penalty(), result.correct());
            step.update++;
            lastUpdate = before == null ? List.of() : LayerUpdate.between(network, before, engine.parameters());
            if (watchesSteps) {
                observer.stepMade(made.made(epoch, from / size, count, step.update, step.rate, result));
            }
        }
        history.add(progress.loss, progress.dataLoss, step.countsCorrect ? progress.correct / (double) rows : Double.NaN, step.rate);
        progress.end();
        return Optional.empty();
    }

    private Divergence divergence(int batch, NonFinite fault) {
        return new Divergence(batch, fault, DivergenceAdvice.of(network, dataset));
    }

    @Override
    public boolean watchesEpochs() {
        return schedule.watchesLoss();
    }

    @Override
    public void reopenEpoch() {
        progress.reopen();
    }

    /** A plateau sees the loss with penalties over the part that is watched. */
    @Override
    public void epochEnded() {
        if (schedule.watchesLoss()) {
            schedule.observe(metric(dataset.watchedPart(), Metric.LOSS).orElse(Double.NaN));
        }
    }

    /** The last update was finite and still left a loss that is not. */
    @Override
    public Optional<Divergence> divergence() {
        forgetWhatIsOld();
        var loss = parts.get(DatasetPart.TRAIN).all().value(Metric.LOSS).orElseThrow();
        if (Double.isFinite(loss)) {
            return Optional.empty();
        }
        var fault = new NonFinite(NonFinite.What.LOSS, 0, "loss", -1, -1, loss, network.feedForward().loss().data().getFirst().origin());
        return Optional.of(divergence(training.stepsPerEpoch(dataset.train().count()) - 1, fault));
    }

    @Override
    public long steps() {
        return step.update;
    }

    @Override
    public List<LayerUpdate> lastUpdate() {
        return lastUpdate;
    }

    @Override
    public OptionalDouble metric(DatasetPart part, Metric metric) {
        forgetWhatIsOld();
        return parts.containsKey(part) ? parts.get(part).value(metric) : OptionalDouble.empty();
    }

    @Override
    public Map<DatasetPart, Metrics> metrics() {
        forgetWhatIsOld();
        var metrics = new EnumMap<DatasetPart, Metrics>(DatasetPart.class);
        parts.forEach((part, evaluation) -> metrics.put(part, evaluation.all()));
        return metrics;
    }

    @Override
    public Parameters parameters() {
        return engine.parameters();
    }

    @Override
    public void setParameters(Parameters parameters) {
        engine.setParameters(parameters);
        evaluated = false;
    }

    @Override
    public String fingerprint() {
        return engine.fingerprint();
    }

    @Override
    public LearnerState state() {
        var state = engine.state();
        return new LearnerState(state.parameters(), state.memory(),
                notes());
    }

    private Map<String, String> notes() {
        var notes = new HashMap<>(progress.notes());
        notes.put(STEPS, String.valueOf(step.update));
        notes.put(RATE, schedule.memory().text());
        return notes;
    }

    @Override
    public void restore(LearnerState state) {
        var steps = Long.parseLong(state.note(STEPS));
        var rate = RateSchedule.Memory.of(state.note(RATE));
        engine.restore(new EngineState(state.parameters(), state.memory()));
        step.update = steps;
        schedule.restore(rate);
        progress.restore(state);
        evaluated = false;
    }

    /** What was evaluated before the parameters changed holds no longer. */
    private void forgetWhatIsOld() {
        if (!evaluated) {
            parts.values().forEach(PartEvaluation::forget);
            evaluated = true;
        }
    }
}
