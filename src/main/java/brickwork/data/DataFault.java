package brickwork.data;

import brickwork.check.DataCatalog.Answer;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.NearestName;
import brickwork.source.Origin;
import java.util.List;
import java.util.regex.Pattern;

/** What keeps a source from being read. It travels inside this package only; at the door it becomes an answer or a diagnostic. */
final class DataFault extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int NAMES_SHOWN = 12;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private final transient Answer answer;

    private DataFault(Answer answer, String message) {
        super(message, null, false, false);
        this.answer = answer;
    }

    /** A fault of a file, or of the text where the code's kind says so. */
    static DataFault of(Code code, Origin origin, String message, String help) {
        var line = oneLine(message);
        return new DataFault(new Answer.Unreadable(code, line, origin, oneLine(help)), line);
    }

    /** The text asks for a file it may not have. */
    static DataFault refused(Origin origin, String message, String help) {
        var line = oneLine(message);
        return new DataFault(new Answer.Refused(Code.NN201, line, origin, help), line);
    }

    /** The text names a column or an array that is not there. */
    static DataFault unknown(String kind, String name, Origin origin, List<String> known) {
        var names = known.stream().map(DataFault::oneLine).toList();
        return new DataFault(new Answer.UnknownName(name, origin, kind, names), "no " + kind + " is named " + name);
    }

    /** What comes out of a file may hold anything, but a message is one line. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }

    Answer answer() {
        return answer;
    }

    Diagnostic diagnostic() {
        return switch (answer) {
            case Answer.Unreadable(var code, var message, var origin, var help) -> Diagnostic.at(origin, code, message, help);
            case Answer.Refused(var code, var message, var origin, var help) -> Diagnostic.at(origin, code, message, help);
            case Answer.UnknownName unknown -> unknownName(unknown);
            case Answer.Known _ -> throw new IllegalStateException("what is known is no fault");
        };
    }

    private static Diagnostic unknownName(Answer.UnknownName unknown) {
        var shown = String.join(", ", unknown.known().stream().limit(NAMES_SHOWN).toList())
                + (unknown.known().size() > NAMES_SHOWN ? ", …" : "");
        var nearest = NearestName.of(unknown.name(), unknown.known());
        return Diagnostic.at(unknown.origin(), Code.NN063, "unknown " + unknown.kind() + " `" + unknown.name() + "`",
                nearest.map(name -> "did you mean `" + name + "`?").orElse(unknown.known().isEmpty() ? "it has none" : "it has " + shown));
    }
}
