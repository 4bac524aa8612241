package brickwork.cli;

import brickwork.NeuralSpec;
import brickwork.report.TextReport;
import brickwork.report.trace.TraceObject;
import brickwork.report.trace.TraceText;
import brickwork.source.Outcome;
import brickwork.verify.trace.Agreement;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.StepTracer;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn trace}: one training step with every number on its way, as in a calculation by hand. */
@CommandLine.Command(name = "trace", description = "show one training step with every number, as in a calculation by hand")
final class TraceCommand extends Command {

    /** Products of a weight and an input that a text writes out at most; a page holds about 50 lines of them. */
    private static final long MOST_IN_TEXT = 4_000;
    /** Likewise as JSON, and computed at all. */
    private static final long MOST_IN_JSON = 1_000_000;
    private static final long MOST_COMPUTED = 100_000_000;

    @Mixin
    private SpecArguments.Seeded arguments;

    @Mixin
    private StartOptions start;

    @Option(names = "--samples", paramLabel = "N", description = "write out the first N samples of the batch; 4 where nothing is said")
    private Integer samples;

    @Override
    Exit run() {
        var spec = arguments.load(console());
        var trace = trace(spec, Options.count(samples, "sample", "--samples 4").orElse(StepTracer.Options.SAMPLES));
        answer(TraceObject.of(trace), json() ? "" : TextReport.network(spec.network()) + '\n' + TraceText.write(trace), spec.warnings());
        return switch (trace.engine()) {
            case Agreement.Same _ -> Exit.FINE;
            case Agreement.Different _ -> Exit.FAILED;
            case Agreement.Stopped _ -> Exit.DIVERGED;
        };
    }

    private StepTrace trace(NeuralSpec spec, int shown) {
        requireSmall(spec, shown);
        var weights = start.of(spec);
        return switch (weights.isEmpty() ? spec.trace(shown) : spec.trace(weights.get(), shown)) {
            case Outcome.Success<StepTrace>(var trace, _) -> trace;
            case Outcome.Failure<StepTrace>(var faults) -> throw CommandFailure.of(faults);
        };
    }

    /** Refuses what nobody would read to its end, rather than to leave anything out. */
    private void requireSmall(NeuralSpec spec, int shown) {
        var parameters = spec.network().parameters();
        var batch = spec.network().learning().training().isEmpty() || spec.network().data().source().isEmpty() ? shown
                : spec.plan().batch();
        var most = json() ? MOST_IN_JSON : MOST_IN_TEXT;
        if (parameters * Math.min(shown, batch) > most) {
            var fewer = most / parameters;
            throw tooLarge(parameters, Math.min(shown, batch), "writes out at most " + count(most),
                    fewer > 0 ? "--samples " + fewer : "trace a smaller network" + (json() ? "" : ", or take all numbers with --json"));
        }
        if (parameters * batch > MOST_COMPUTED) {
            throw tooLarge(parameters, batch, "computes at most " + count(MOST_COMPUTED),
                    "take a smaller batch, as in: train 1 epoch batch 32");
        }
    }

    private CommandFailure tooLarge(long parameters, int inSamples, String limit, String help) {
        return CommandFailure.options(arguments.file().toString(),
                TextReport.plural(parameters, "parameter") + " in " + TextReport.plural(inSamples, "sample")
                        + " are too many numbers to follow: a trace " + limit,
                help);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
