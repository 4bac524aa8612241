package brickwork.cli;

import brickwork.NeuralSpec;
import brickwork.ReportedTraining;
import brickwork.TrainingOutcome;
import brickwork.data.Dataset;
import brickwork.report.DivergenceDiagnostic;
import brickwork.report.JsonReport;
import brickwork.report.TextReport;
import brickwork.source.Outcome;
import brickwork.store.AtomicFile;
import brickwork.store.RunFolder;
import brickwork.train.Checkpoints;
import brickwork.train.TrainingResult;
import brickwork.train.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine;

/** {@code nn train}. */
@CommandLine.Command(name = "train", description = "train a network and report how well it does")
final class TrainCommand extends Command {

    @Mixin
    private SpecArguments.Seeded arguments;

    @Mixin
    private StartOptions start;

    @Option(names = "--save", paramLabel = "M.safetensors", description = "write the trained model")
    private Path save;

    @Option(names = "--whole-spec", description = "with --save: put the text of the spec into the model, with comments and samples")
    private boolean wholeSpec;

    @Option(names = "--report", paramLabel = "R.html", description = "write one page with pictures, verdicts, health and provenance")
    private Path report;

    @Option(names = "--run", paramLabel = "DIR", description = "write checkpoints here")
    private Path runFolder;

    @Option(names = "--resume", description = "go on from the newest whole checkpoint of --run")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N", description = "use at most N threads; the numbers stay the same")
    private Integer threads;

    @Option(names = "--history", paramLabel = "all", description = "report every epoch")
    private String history;

    @Option(names = "--quiet", description = "show no progress and no history, only the final report")
    private boolean quiet;

    @Override
    Exit run() {
        var spec = arguments.load(console(), engines -> engines.withThreads(threads()));
        check(spec);
        var folder = Optional.ofNullable(runFolder).map(resume ? RunFolder::resuming : RunFolder::fresh);
        tryOutputs(folder);
        var reported = report == null ? Optional.<ReportedTraining>empty() : Optional.of(trainReported(spec, folder));
        var outcome = reported.map(ReportedTraining::outcome).orElseGet(() -> train(spec, folder));
        var told = new ArrayList<>(spec.warnings());
        var saved = attempt(told, () -> save(spec, outcome)).or(attempt(told, () -> {
            reported.ifPresent(training -> NewFile.write(report, training.html(CommandLineText.replay(console(), "--report"))));
            return Exit.FINE;
        }));
        var results = outcome.report();
        if (!json()) {
            results.notes().forEach(note -> console().note("note: " + note));
        }
        var ofTraining = switch (outcome.result()) {
            case TrainingResult.Finished _ -> Exit.FINE;
            case TrainingResult.Diverged diverged -> {
                told.add(DivergenceDiagnostic.diagnostic(diverged));
                yield Exit.DIVERGED;
            }
        };
        answer(JsonReport.training(outcome.result(), history != null), TextReport.training(spec.network(), results, rows()), told);
        return saved.or(ofTraining);
    }

    private int rows() {
        return quiet ? 0 : history != null ? Integer.MAX_VALUE : TextReport.HISTORY_ROWS;
    }

    private int threads() {
        return Options.count(threads, "thread", "--threads 1").orElseGet(Runtime.getRuntime()::availableProcessors);
    }

    private void check(NeuralSpec spec) {
        if (history != null && !history.equals("all")) {
            throw CommandFailure.options(history, "--history takes all", "leave it out for at most " + JsonReport.HISTORY_ROWS + " rows");
        }
        if (resume && runFolder == null) {
            throw CommandFailure.options("--resume", "--resume needs the folder of the run", "add --run DIR");
        }
        if (resume && report != null) {
            throw CommandFailure.options("--report", "a report judges statements about every epoch, and a resumed run hides the first",
                    "leave out --resume or --report");
        }
        if (wholeSpec && save == null) {
            throw CommandFailure.options("--whole-spec", "--whole-spec says what a saved model holds", "add --save M.safetensors");
        }
        requireTraining(spec, arguments.file());
    }

    static void requireTraining(NeuralSpec spec, Path file) {
        if (spec.network().data().source().isEmpty()) {
            throw CommandFailure.untrainable(file, "the spec names no data to train on", "add a statement such as: data xor");
        }
        if (spec.network().learning().training().isEmpty()) {
            throw CommandFailure.untrainable(file, "the spec does not say how long to train", "add a statement such as: train 100 epochs");
        }
    }

    /** Before the first epoch, for many may follow. */
    private void tryOutputs(Optional<RunFolder> folder) {
        if (folder.isPresent()) {
            folder.get().make();
        }
        if (save != null) {
            AtomicFile.tryOut(save);
        }
        if (report != null) {
            NewFile.tryOut(report, arguments.file());
        }
    }

    private TrainingOutcome train(NeuralSpec spec, Optional<RunFolder> folder) {
        var data = switch (spec.data()) {
            case Outcome.Success<Dataset>(var samples, _) -> samples;
            case Outcome.Failure<Dataset>(var faults) -> throw CommandFailure.of(faults);
        };
        var bar = new ProgressBar(console(), spec.network().learning().training().orElseThrow().epochs());
        try {
            var observed = settings(spec, bar);
            return folder.isEmpty() ? spec.train(data, observed) : spec.train(data, observed, folder.get());
        } finally {
            bar.close();
        }
    }

    private TrainingSettings settings(NeuralSpec spec, ProgressBar bar) {
        var settings = start.of(spec).map(spec.settings()::withInitial).orElseGet(spec::settings);
        return quiet || json() ? settings
                : settings.withObserver(epoch -> bar.update(epoch.number() + 1, epoch.row().loss(), epoch.row().accuracy()));
    }

    /** Judges the statements of the spec on the same training. */
    private ReportedTraining trainReported(NeuralSpec spec, Optional<RunFolder> folder) {
        if (spec.data() instanceof Outcome.Failure<Dataset>(var faults)) {
            throw CommandFailure.of(faults);
        }
        var bar = new ProgressBar(console(), spec.network().learning().training().orElseThrow().epochs());
        try {
            var observed = settings(spec, bar);
            return folder.isEmpty() ? ReportedTraining.of(spec, observed, Checkpoints.NONE)
                    : ReportedTraining.of(spec, observed, folder.get());
        } finally {
            bar.close();
        }
    }

    private Exit save(NeuralSpec spec, TrainingOutcome outcome) {
        if (save == null) {
            return Exit.FINE;
        }
        var trained = outcome.trained();
        (wholeSpec ? trained.withSpecText(spec.text().text()) : trained).save(save);
        return Exit.FINE;
    }
}
