package brickwork.cli;

import brickwork.model.WordLists;
import brickwork.report.JsonReport;
import brickwork.source.Code;
import brickwork.source.Explanation;
import brickwork.source.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code nn explain}: the long story of a diagnostic. */
@CommandLine.Command(name = "explain", description = "tell the long story of a diagnostic's code")
final class ExplainCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "a code such as NN012; without one all are listed")
    private String code;

    @Override
    Exit run() {
        if (code == null) {
            answer(JsonReport.codes(), Arrays.stream(Code.values()).map(each -> each.name() + "  " + each.title() + "\n")
                    .collect(Collectors.joining()), List.of());
            return Exit.FINE;
        }
        var codes = Arrays.stream(Code.values()).map(Code::name).toList();
        var wanted = code.toUpperCase(Locale.ROOT);
        if (!codes.contains(wanted)) {
            throw CommandFailure.options(code, "there is no code " + code,
                    NearestName.of(wanted, codes).map(near -> "the nearest is " + near).orElse("codes look like NN012"));
        }
        var known = Code.valueOf(wanted);
        answer(JsonReport.explanation(known), WordLists.fill(Explanation.of(known)), List.of());
        return Exit.FINE;
    }
}
