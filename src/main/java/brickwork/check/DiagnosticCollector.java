package brickwork.check;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Listing;
import brickwork.source.NearestName;
import brickwork.source.Origin;
import brickwork.source.Severity;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of one text, as the rules find them. The same code at the same place is one fault, however many copies of a layer show it. */
final class DiagnosticCollector {

    /** So many pairs of an unknown word and a known name are compared; a text that needs more has other troubles. */
    private static final int COMPARISONS = 50_000;

    /** More known names than these are not listed. */
    private static final int LISTED = 20;

    /** So many are told one by one. */
    private static final int MOST = 200;

    private final SourceText source;
    private final List<Diagnostic> parserFaults;
    private final Set<Span> toldSpans;
    private final List<Fault> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();
    private int comparisons;

    private record Place(Code code, SourceText source, Span span) {}

    /** {@code parserFaults} are those that are known already. */
    DiagnosticCollector(SourceText source, List<Diagnostic> parserFaults) {
        this.source = source;
        this.parserFaults = parserFaults;
        this.toldSpans = parserFaults.stream().map(Diagnostic::span).collect(Collectors.toSet());
    }

    SourceText source() {
        return source;
    }

    /** A fault that grows by notes and a help. */
    static final class Fault {
        private final Code code;
        private final String message;
        private final SourceText source;
        private final Span span;
        private final List<Diagnostic.Note> notes = new ArrayList<>();
        private Optional<String> help = Optional.empty();

        private Fault(Code code, String message, SourceText source, Span span) {
            this.code = code;
            this.message = message;
            this.source = source;
            this.span = span;
        }

        Fault note(String text, Span place) {
            notes.add(new Diagnostic.Note(text, place));
            return this;
        }

        Fault help(String text) {
            help = Optional.of(text);
            return this;
        }

        Fault help(Optional<String> text) {
            help = text;
            return this;
        }
    }

    Fault add(Code code, Span span, String message) {
        return add(code, source, span, message);
    }

    Fault add(Code code, SourceText text, Span span, String message) {
        var fault = new Fault(code, message, text, span);
        if (places.add(new Place(code, text, span))) {
            found.add(fault);
        }
        return fault;
    }

    /** A word that names nothing; the help is the nearest known name, or all of them. */
    Fault unknown(Code code, Word word, String kind, Collection<String> known) {
        var help = guess(word.text(), known)
                .or(() -> known.isEmpty() || known.size() > LISTED ? Optional.empty() : Optional.of("there are " + listed(known)));
        return add(code, word.span(), "unknown " + kind + " `" + word.text() + "`").help(help);
    }

    /** A question for the known name that was probably meant. */
    Optional<String> guess(String word, Collection<String> known) {
        comparisons += known.size();
        var ours = FrameworkSynonyms.ours(word, known);
        var advice = ours.isPresent() ? Optional.<String>empty() : FrameworkSynonyms.advice(word);
        return advice.isPresent() ? advice
                : ours.or(() -> comparisons <= COMPARISONS ? NearestName.of(word, known) : Optional.empty())
                        .map(name -> "did you mean `" + name + "`?" + NearestName.lookAlike(word).map(letter -> " " + letter).orElse(""));
    }

    /** Whether a fault of just this place was known before. */
    boolean isTold(Span span) {
        return toldSpans.contains(span);
    }

    boolean holdErrors() {
        return found.stream().anyMatch(f -> f.code.severity() == Severity.ERROR)
                || parserFaults.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    Origin origin(Span span) {
        return Origin.of(source, span);
    }

    /** All of them, those of the parser too, by place; what belongs to another text, such as the command line, comes first. */
    List<Diagnostic> sorted() {
        var told = new HashSet<Place>();
        var all = new ArrayList<>(parserFaults);
        found.forEach(f -> all.add(new Diagnostic(f.code, f.message, f.source, f.span, f.notes, f.help)));
        all.removeIf(d -> !told.add(new Place(d.code(), d.source(), d.span())));
        all.sort(Comparator.comparing((Diagnostic d) -> d.source() == source)
                .thenComparing(d -> d.span().start())
                .thenComparing(d -> d.span().end())
                .thenComparing(Diagnostic::code));
        if (all.size() <= MOST) {
            return all;
        }
        return Stream.concat(all.stream().limit(MOST), Stream.of(Diagnostic.more(all.get(MOST), all.size() - MOST))).toList();
    }

    /** {@code a, b and c}, in the alphabet's order. */
    static String listed(Collection<String> names) {
        return Listing.and(new TreeSet<>(names));
    }
}
