package brickwork.corpus;

import static brickwork.corpus.Suite.EARLY_STOPPING;
import static brickwork.corpus.Suite.EVERY_UPDATE;
import static brickwork.corpus.Suite.RATES_OF_SCHEDULES;

import java.util.List;

/** Rates that do not follow their formula, and trainings that end at the wrong time. */
final class ScheduleFaults {

    private static final String SCHEDULES = "train/Schedules.java";
    private static final String PLATEAU = "train/RateSchedule.java";
    private static final String STOP = "train/StopRule.java";

    private ScheduleFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("the step schedule falls an epoch early")
                        .at(SCHEDULES, "epoch / every", "(epoch + 1) / every")
                        .caughtBy(RATES_OF_SCHEDULES, "step", "rate"),
                Fault.of("the exponential schedule has the wrong base")
                        .at(SCHEDULES, "r * StrictMath.pow(factor, e)", "r * StrictMath.exp(-factor * e)")
                        .caughtBy(RATES_OF_SCHEDULES, "exponential", "rate"),
                Fault.of("the inverse schedule falls by powers")
                        .at(SCHEDULES, "r / (1 + k * e)", "r / StrictMath.pow(1 + k, e)")
                        .caughtBy(RATES_OF_SCHEDULES, "inverse", "rate"),
                Fault.of("the cosine goes half its way")
                        .at(SCHEDULES, "Math.PI * e / epochs", "Math.PI * e / (2 * epochs)")
                        .caughtBy(RATES_OF_SCHEDULES, "cosine", "rate"),
                Fault.of("the linear schedule runs from its end to its start")
                        .at(SCHEDULES, "r + (floor - r) * e / epochs", "floor + (r - floor) * e / epochs")
                        .caughtBy(RATES_OF_SCHEDULES, "linear", "rate"),
                Fault.of("warmup begins at 0")
                        .at(SCHEDULES, "r * (e + 1) / warmup", "r * e / warmup")
                        .caughtBy(RATES_OF_SCHEDULES, "warmup", "rate"),
                Fault.of("what follows warmup counts its epochs from there")
                        .at(SCHEDULES, "return switch (optimizer.schedule().decay()) {",
                                "e -= warmup;\nreturn switch (optimizer.schedule().decay()) {")
                        .caughtBy(RATES_OF_SCHEDULES, "warmup", "rate"),
                Fault.of("plateau takes an equal loss for a better one")
                        .at(PLATEAU, "loss < memory.best()", "loss <= memory.best()")
                        .caughtBy(RATES_OF_SCHEDULES, "plateau", "rate"),
                Fault.of("plateau waits an epoch too long")
                        .at(PLATEAU, "memory.idle() + 1 < patience", "memory.idle() < patience")
                        .caughtBy(RATES_OF_SCHEDULES, "plateau", "rate"),
                Fault.of("plateau watches the training part though there is a validation part")
                        .at("data/Dataset.java", "return validation.isPresent() ? DatasetPart.VALIDATION : DatasetPart.TRAIN;",
                                "return DatasetPart.TRAIN;")
                        .caughtBy(EVERY_UPDATE, "plateau on validation", "rate"),
                Fault.of("early stopping waits an epoch too long")
                        .at(STOP, "seen.count() >= stalls.epochs()", "seen.count() > stalls.epochs()")
                        .caughtBy(EARLY_STOPPING, "without improvement", "training goes on"),
                Fault.of("early stopping counts epochs that are not in a row")
                        .at(STOP, "seen.count() + 1 : 0;", "seen.count() + 1 : seen.count();")
                        .caughtBy(EARLY_STOPPING, "in a row", "no stop statement asks for it"),
                Fault.of("keep best keeps the last")
                        .at("train/Stopping.java", "keeper.filter(rule -> rule.seen().bestEpoch() == epoch).isPresent()",
                                "keeper.isPresent()")
                        .caughtBy(EARLY_STOPPING, "keeping the best", "at the end of epoch 1 it was"));
    }
}
