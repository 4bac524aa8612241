package brickwork.syntax;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Span;
import java.util.List;
import java.util.Optional;

/** A part of a statement that may stand once. */
final class SingleUse {

    /** As messages name it. */
    private final String what;
    private final SyntaxDiagnostics faults;
    private Optional<Span> first = Optional.empty();

    SingleUse(String what, SyntaxDiagnostics faults) {
        this.what = what;
        this.faults = faults;
    }

    boolean isMet() {
        return first.isPresent();
    }

    /** Whether it is met for the first time; the second time is a fault. */
    boolean meet(Span place) {
        if (first.isPresent()) {
            faults.add(new Diagnostic(Code.NN009, what + " stands twice in one statement", faults.source(), place,
                    List.of(new Diagnostic.Note("it stands here already", first.get())), Optional.of("leave one of them out")));
            return false;
        }
        first = Optional.of(place);
        return true;
    }

    /** A part that must not come after this one. */
    void refuseAfter(String later, Span place, String help) {
        first.ifPresent(span -> faults.add(new Diagnostic(Code.NN009, "`" + later + "` stands after " + what, faults.source(), place,
                List.of(new Diagnostic.Note(what + " stands here", span)), Optional.of(help))));
    }
}
