package brickwork;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.Checker;
import brickwork.data.DataLibrary;
import brickwork.data.FileAccess;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.Formatter;
import brickwork.syntax.SpecParser;
import brickwork.syntax.SpecPrinter;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What holds of any text whatever, spec or not. */
final class TextProperties {

    /** Time of the processor for a text of up to 64 KiB, from its characters to its model or the rendered reasons why it has none. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    private TextProperties() {}

    /**
     * Reads, checks, prints and lays out a text, and asks of the answers what every text must give: a network or an error and nothing
     * thrown; the network, printed, read back the same; the layout settled at once.
     *
     * @return whether the text is a spec
     */
    static boolean hold(String text) {
        var answers = answers(text);
        var outcome = answers.outcome();
        assertThat(answers.rendered().isEmpty()).isEqualTo(outcome.diagnostics().isEmpty());
        if (answers.layout() instanceof Outcome.Success<String>(var once, _)) {
            assertThat(format(once)).as("layout of %s", text).isEqualTo(answers.layout());
        }
        return switch (outcome) {
            case Outcome.Success<Specification>(var network, _) -> {
                checkPrinted(network, text);
                yield true;
            }
            case Outcome.Failure<Specification> failure -> {
                assertThat(failure.errors()).as(text).isNotEmpty();
                yield false;
            }
        };
    }

    /** A network that {@code repeat} made of a short text may be longer than any text that is read. */
    private static void checkPrinted(Specification network, String text) {
        var again = check(SpecPrinter.print(network));
        if (again.diagnostics().stream().map(Diagnostic::code).noneMatch(Code.NN090::equals)) {
            assertThat(again).as("printed: %s", text).isInstanceOfSatisfying(Outcome.Success.class,
                    success -> assertThat(success.value()).isEqualTo(network));
        }
    }

    private record Answers(Outcome<Specification> outcome, String rendered, Outcome<String> layout, Duration time) {}

    /** What the first texts need for loading classes is not their own time. */
    private static Answers answers(String text) {
        var answers = timed(text);
        if (answers.time().compareTo(LONGEST) > 0) {
            answers = timed(text);
            assertThat(answers.time()).as("time for %s", text).isLessThanOrEqualTo(LONGEST);
        }
        return answers;
    }

    private static Answers timed(String text) {
        var thread = ManagementFactory.getThreadMXBean();
        var start = thread.getCurrentThreadCpuTime();
        var outcome = check(text);
        var rendered = DiagnosticRenderer.render(outcome.diagnostics());
        var layout = format(text);
        return new Answers(outcome, rendered, layout, Duration.ofNanos(thread.getCurrentThreadCpuTime() - start));
    }

    private static Outcome<String> format(String text) {
        return Formatter.format(new SourceText("any.nn", text));
    }

    private static Outcome<Specification> check(String text) {
        return Checker.check(SpecParser.parse(new SourceText("any.nn", text)), new DataLibrary(new FileAccess.None()));
    }
}
