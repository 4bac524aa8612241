package brickwork.syntax;

import static java.util.stream.Collectors.joining;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Listing;
import brickwork.source.NearestName;
import brickwork.syntax.antlr.NnParser;
import brickwork.syntax.antlr.NnParser.BlockContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts into words why the parser could not go on: what was expected and what was found, or better, what the author will have meant. */
final class SyntaxErrors {

    /** Where options stand, so that a name that is no constant will have been meant as one. */
    private static final Set<Integer> WITH_OPTIONS = Set.of(NnParser.RULE_layerOption, NnParser.RULE_optimizerOption,
            NnParser.RULE_trainOption, NnParser.RULE_splitOption);

    /** Other forms of words that are named already. */
    private static final Set<String> FORMS = Set.of("seeds", "sample", "epoch", "minute", "second");

    private final List<SpecToken> tokens;
    private final ConstantNames constants;
    private final SyntaxDiagnostics faults;
    private final Hints hints;

    SyntaxErrors(List<SpecToken> tokens, ConstantNames constants, SyntaxDiagnostics faults) {
        this.tokens = tokens;
        this.constants = constants;
        this.faults = faults;
        this.hints = new Hints(tokens, faults.source());
    }

    /**
     * Tells a fault.
     *
     * @param found  the token the parser could not take
     * @param place  what the parser looked for there
     * @param before what it had looked for at the token before, or {@link ParsePlace#START}
     */
    void report(SpecToken found, ParsePlace place, ParsePlace before) {
        var isTold = found.fault().isPresent() && found.type() != NnParser.BAD;
        if (isTold) {
            return;
        }
        if (faults.isFull()) {
            faults.count();
            return;
        }
        faults.add(found.fault()
                .or(() -> unclosed(found, place))
                .or(() -> misspelt(found, place))
                .or(() -> misspeltBefore(place, before))
                .or(() -> reserved(found, place))
                .orElseGet(() -> unexpected(found, place)));
    }

    private Optional<Diagnostic> unclosed(SpecToken found, ParsePlace place) {
        if (found.type() == NnParser.EOF) {
            return place.inside(BlockContext.class).map(block -> {
                var brace = (SpecToken) block.LBRACE().getSymbol();
                return faults.diagnostic(Code.NN006, "`{` is never closed", brace.span(), "add `}` after the last layer to repeat");
            });
        }
        return found.opener().map(bracket -> {
            var closer = bracket.type() == NnParser.LPAREN ? ")" : bracket.type() == NnParser.LBRACKET ? "]" : "}";
            var note = new Diagnostic.Note(GrammarNames.quote(bracket.text()) + " stands here", bracket.span());
            return new Diagnostic(Code.NN006, "expected `" + closer + "`, found " + GrammarNames.found(found), faults.source(),
                    found.span(),
                    List.of(note), Optional.of("every `" + bracket.text() + "` needs its `" + closer + "`"));
        });
    }

    /** A name where only words of the language may stand. */
    private Optional<Diagnostic> misspelt(SpecToken found, ParsePlace place) {
        if (found.type() != NnParser.NAME) {
            return Optional.empty();
        }
        var expected = place.expected().orElseThrow();
        var meant = NearestName.of(found.text(), expected.words());
        var kind = GrammarNames.unknown(expected.rules());
        if (meant.isEmpty() && kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(unknown(kind.orElse("word"), found, kind.flatMap(_ -> hints.foreign(found, expected))
                .or(() -> meant.map(name -> didYouMean(found, name))).or(() -> hints.statementWithoutWord(found))
                .orElseGet(() -> oneOf(expected))));
    }

    /** A misspelt word that was taken for a constant or a name, so that only the next token was one too many. */
    private Optional<Diagnostic> misspeltBefore(ParsePlace place, ParsePlace before) {
        if (place.index() < 1 || before.index() != place.index() - 1) {
            return Optional.empty();
        }
        var word = tokens.get(before.index());
        if (word.type() != NnParser.NAME || constants.has(word.text())) {
            return Optional.empty();
        }
        var expected = before.expected().orElseThrow();
        var meant = NearestName.of(word.text(), expected.words());
        var kind = GrammarNames.unknown(expected.rules());
        var foreign = kind.flatMap(_ -> hints.foreign(word, expected));
        if (expected.rules().contains(NnParser.RULE_layerName)
                || foreign.isEmpty() && meant.isEmpty() && expected.rules().stream().noneMatch(WITH_OPTIONS::contains)) {
            return Optional.empty();
        }
        return Optional.of(unknown(kind.orElse("word"), word,
                foreign.or(() -> meant.map(name -> didYouMean(word, name))).orElseGet(() -> oneOf(expected))));
    }

    private Diagnostic unknown(String kind, SpecToken word, String help) {
        return faults.diagnostic(Code.NN002, "unknown " + kind + " " + GrammarNames.quote(word.text()), word.span(), help);
    }

    /** A word of the language where the author may choose a name. */
    private Optional<Diagnostic> reserved(SpecToken found, ParsePlace place) {
        if (!found.isReserved()) {
            return Optional.empty();
        }
        var rules = place.expected().orElseThrow().rules();
        var help = rules.contains(NnParser.RULE_constantName) ? "choose another name, such as `" + found.text() + "_1`"
                : rules.contains(NnParser.RULE_column) ? "write a column of this name in quotes: `\"" + found.text() + "\"`"
                : "";
        var message = GrammarNames.quote(found.text()) + " is a word of the language";
        return help.isEmpty() ? Optional.empty() : Optional.of(faults.diagnostic(Code.NN008, message, found.span(), help));
    }

    private Diagnostic unexpected(SpecToken found, ParsePlace place) {
        var expected = place.expected().orElseThrow();
        if (found.beginsStatement() && expected.tokens().contains(NnParser.END)) {
            return faults.diagnostic(Code.NN001, GrammarNames.quote(found.text()) + " begins a new statement", found.span(),
                    "put it on a line of its own, or write `;` before it");
        }
        var message = "expected " + Listing.or(expected.names()) + ", found " + GrammarNames.found(found);
        var help = hints.at(found, place.index(), expected).or(() -> hints.example(place.index(), expected));
        return new Diagnostic(Code.NN001, message, faults.source(), found.span(), List.of(), help);
    }

    private static String didYouMean(SpecToken found, String word) {
        return "did you mean `" + word + "`?" + NearestName.lookAlike(found.text()).map(letter -> " " + letter).orElse("");
    }

    private static String oneOf(Expected expected) {
        return expected.words().stream().filter(word -> !FORMS.contains(word)).collect(joining("`, `", "known here: `", "`"));
    }
}
