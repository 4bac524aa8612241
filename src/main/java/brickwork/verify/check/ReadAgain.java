package brickwork.verify.check;

import brickwork.syntax.SpecPrinter;
import brickwork.model.Specification;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The specification, written in another way and read again, is the same.
 *
 * @param how      in one or more words: {@code printed}
 * @param text     the specification written that way
 * @param compiler reads it
 */
public record ReadAgain(String how, String text, Function<SourceText, Outcome<Specification>> compiler) implements Check {

    /** In the canonical text, with every default shown. */
    public static ReadAgain printed(Specification specification, Function<SourceText, Outcome<Specification>> compiler) {
        return new ReadAgain("printed", SpecPrinter.print(specification), compiler);
    }

    /** With all statements backwards, but for the version and the layers, which keep their order. */
    public static ReadAgain backwards(Specification specification, Function<SourceText, Outcome<Specification>> compiler) {
        var lines = new ArrayList<>(SpecPrinter.print(specification).lines().toList());
        var version = lines.removeFirst();
        var layers = lines.stream().filter(line -> line.startsWith("layer ")).toList();
        var last = lines.stream().filter(line -> line.startsWith("expect ") || line.startsWith("stop ")).toList();
        lines.removeAll(layers);
        lines.removeAll(last);
        var backwards = new ArrayList<>(List.of(version));
        backwards.addAll(last);
        backwards.addAll(lines.reversed());
        backwards.addAll(layers);
        return new ReadAgain("with its statements in another order", String.join("\n", backwards) + "\n", compiler);
    }

    @Override
    public String sentence() {
        return "the spec means the same network when it is " + how;
    }

    @Override
    public Verdict judge(Trial trial) {
        return switch (compiler.apply(new SourceText("(" + how + ")", text))) {
            case Outcome.Success<Specification>(var other, _) ->
                    compare(SpecPrinter.print(trial.specification()), SpecPrinter.print(other));
            case Outcome.Failure<Specification>(var faults) -> new Verdict.Failed(
                    Evidence.literal("the spec is refused when it is " + how + ":\n" + DiagnosticRenderer.render(faults, false)));
        };
    }

    private Verdict compare(String before, String after) {
        return before.equals(after) ? Verdict.passed("the spec means the same network when it is " + how)
                : new Verdict.Failed(Evidence.literal("the spec means another network when it is " + how + ":\n" + after));
    }
}
