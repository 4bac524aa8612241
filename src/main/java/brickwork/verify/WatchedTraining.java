package brickwork.verify;

import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One training, and the first answers to the questions that were asked at the end of its epochs. */
final class WatchedTraining implements Observer {

    private final Trial trial;
    private final HealthSnapshots snapshots;
    private final Set<EpochQuestion<?>> questions;
    private final boolean endsEarly;
    private final BooleanSupplier abandoned;
    private final Map<EpochQuestion<?>, EpochQuestion.Answer<?>> answers = new HashMap<>();
    private TrainingResult result;

    private WatchedTraining(Trial trial, Collection<EpochQuestion<?>> questions, boolean endsEarly, BooleanSupplier abandoned) {
        this.trial = trial;
        this.snapshots = new HealthSnapshots(trial.specification(), trial.dataset(), trial.engines());
        this.questions = Set.copyOf(questions);
        this.endsEarly = endsEarly;
        this.abandoned = abandoned;
    }

    /**
     * Trains.
     *
     * @param trainer   does it, and lets its observer hear of all
     * @param questions asked at the end of each epoch
     * @param endsEarly whether training may end once all of them are answered
     * @param abandoned asked after each epoch whether nobody needs the result any more
     */
    static WatchedTraining of(Trial trial, Function<Observer, TrainingResult> trainer, Collection<EpochQuestion<?>> questions,
            boolean endsEarly, BooleanSupplier abandoned) {
        var training = new WatchedTraining(trial, questions, endsEarly, abandoned);
        training.result = trainer.apply(training);
        trial.engines().cancellation().check();
        return training;
    }

    TrainingResult result() {
        return result;
    }

    boolean asked(EpochQuestion<?> question) {
        return questions.contains(question);
    }

    /** The first answer to a question that was asked. */
    @SuppressWarnings("unchecked")
    <A> Optional<EpochQuestion.Answer<A>> answer(EpochQuestion<A> question) {
        return Optional.ofNullable((EpochQuestion.Answer<A>) answers.get(question));
    }

    @Override
    public boolean watchesUpdates() {
        return questions.stream().anyMatch(EpochQuestion::watchesUpdates);
    }

    @Override
    public void epochEnded(Epoch epoch) {
        var view = new EpochView(trial, epoch, snapshots);
        for (var question : questions) {
            if (!answers.containsKey(question) && view.epochs() <= question.last()) {
                question.answer(view).ifPresent(value -> answers.put(question, new EpochQuestion.Answer<Object>(view.epochs(), value)));
            }
        }
        if (abandoned.getAsBoolean() || endsEarly && answers.size() == questions.size()) {
            epoch.cancel();
        }
    }
}
