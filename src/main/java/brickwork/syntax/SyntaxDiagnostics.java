package brickwork.syntax;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The faults one pass over a text finds, in the order of their places. Beyond a limit they are counted only. */
final class SyntaxDiagnostics {

    static final int LIMIT = 100;

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();
    private int count;

    SyntaxDiagnostics(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /** Whether more faults than will ever be shown are known, so that composing a message is wasted. */
    boolean isFull() {
        return found.size() > LIMIT;
    }

    void add(Diagnostic fault) {
        count++;
        if (!isFull()) {
            found.add(fault);
        }
    }

    void add(Code code, String message, Span span, String help) {
        add(diagnostic(code, message, span, help));
    }

    /** One more fault that will not be shown. */
    void count() {
        count++;
    }

    Diagnostic diagnostic(Code code, String message, Span span, String help) {
        return new Diagnostic(code, message, source, span, List.of(), Optional.of(help));
    }

    Diagnostic diagnostic(Code code, String message, Span span) {
        return new Diagnostic(code, message, source, span, List.of(), Optional.empty());
    }

    /**
     * The faults of all passes by place, one of each place: the first {@link #LIMIT}, and where there are more, one line that says so.
     */
    static List<Diagnostic> together(SyntaxDiagnostics... passes) {
        var places = new HashSet<Span>();
        var all = Stream.of(passes)
                .flatMap(pass -> pass.found.stream())
                .sorted(Comparator.comparingInt(fault -> fault.span().start()))
                .filter(fault -> places.add(fault.span()))
                .toList();
        if (all.size() <= LIMIT) {
            return all;
        }
        var unseen = Stream.of(passes).mapToInt(pass -> pass.count - pass.found.size()).sum();
        var more = all.size() + unseen - LIMIT;
        var shown = new ArrayList<>(all.subList(0, LIMIT));
        shown.add(Diagnostic.more(all.get(LIMIT), more));
        return shown;
    }
}
