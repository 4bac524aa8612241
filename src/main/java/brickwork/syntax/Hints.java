package brickwork.syntax;

import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an author will have meant by a token in a wrong place: habits from other languages, and parts left out. */
record Hints(List<SpecToken> tokens, SourceText source) {

    private static final int LONGEST_FILE_NAME = 60;

    private static final String ROWS_OF_VALUES = "each row of values stands in its own brackets: `[[1 2] [3 4]]`";

    private static final String JOINED = "losses and penalties are joined by `+`";

    /** The word a number was meant to follow, at the place of a rule. */
    private static final Map<Integer, String> WORDS_BEFORE_NUMBERS = Map.of(NnParser.RULE_clipMethod, "norm", NnParser.RULE_scaling, "by",
            NnParser.RULE_scheme, "constant", NnParser.RULE_optimizerName, "sgd rate");

    private static final Set<Integer> LISTS = Set.of(NnParser.RULE_value, NnParser.RULE_list);

    /** A cure for this token at this place. */
    Optional<String> at(SpecToken found, int index, Expected expected) {
        var rules = expected.rules();
        var previous = index > 0 ? tokens.get(index - 1) : found;
        if (found.isWord() && expected.tokens().contains(NnParser.STRING)) {
            return Optional.of(inQuotes(found));
        }
        if (found.type() == NnParser.SLASH && tokens.get(index + 1).type() == NnParser.SLASH) {
            return Optional.of("a comment begins with `#`");
        }
        if (rules.contains(NnParser.RULE_statement)) {
            var misplaced = MisplacedWords.of(found);
            return index == 0 || MisplacedWords.isActivation(found) ? misplaced
                    : misplaced.map(where -> where + goOn(found).map(on -> "; " + on).orElse("")).or(() -> goOn(found));
        }
        return Optional.ofNullable(switch (found.type()) {
            case NnParser.EQUAL -> tokens.get(index + 1).type() == NnParser.GREATER && found.touches(tokens.get(index + 1))
                    ? "an arrow is written `->`" : previous.type() == NnParser.EQUAL ? "equality is a single `=`"
                    : previous.isWord() && expected.tokens().contains(NnParser.NUMBER)
                            ? "write `" + previous.text() + " " + tokens.get(index + 1).text().strip() + "`, without `=`"
                    : null;
            case NnParser.ON ->
                    afterComparison(expected) ? "the part stands before the comparison, such as `accuracy on test > 95%`" : null;
            case NnParser.OF -> afterComparison(expected)
                    ? "the layer stands before the comparison, such as `dead_units of layer 2 = 0`" : null;
            case NnParser.SEMICOLON -> rules.stream().anyMatch(LISTS::contains) ? ROWS_OF_VALUES : null;
            case NnParser.RBRACKET -> rules.contains(NnParser.RULE_value) ? "a list holds at least one value" : null;
            case NnParser.ARROW -> expected.tokens().contains(NnParser.ROW_END) ? "rows are parted by `;` or a line end" : null;
            case NnParser.LBRACKET -> rules.contains(NnParser.RULE_row) ? "a row is written `0 1 -> 1`, without brackets of its own"
                    : rules.contains(NnParser.RULE_value) ? ROWS_OF_VALUES : null;
            case NnParser.STRING -> rules.contains(NnParser.RULE_source) ? "say what kind of file it is: `csv`, `npz` or `idx`" : null;
            case NnParser.NUMBER -> number(found, index, previous, expected);
            case NnParser.MINUS -> rules.contains(NnParser.RULE_column) ? "columns count from 1"
                    : rules.contains(NnParser.RULE_lossNumber) ? JOINED : null;
            case NnParser.COMMA -> rules.contains(NnParser.RULE_lossNumber) ? JOINED : null;
            case NnParser.RESERVED -> rules.contains(NnParser.RULE_lossNumber) ? loss(found, index) : null;
            default -> null;
        });
    }

    /** `within` may also follow `shuffle`, where `batch` may too. */
    private static boolean afterComparison(Expected expected) {
        return expected.tokens().contains(NnParser.WITHIN) && !expected.tokens().contains(NnParser.BATCH);
    }

    /** What can begin no statement was mostly meant to carry the one before on. */
    private Optional<String> goOn(SpecToken found) {
        return switch (found.type()) {
            case NnParser.MINUS, NnParser.STAR, NnParser.SLASH, NnParser.RANGE, NnParser.EQUAL, NnParser.LESS, NnParser.LESS_OR_EQUAL,
                    NnParser.GREATER, NnParser.GREATER_OR_EQUAL ->
                    Optional.of("to go on over a line end, put the operator at the end of the line before");
            default -> found.isReserved() ? Optional.of("to go on over a line end, end the line before with a comma") : Optional.empty();
        };
    }

    private String number(SpecToken found, int index, SpecToken previous, Expected expected) {
        var number = found.text();
        if (index > 1 && tokens.get(index - 2).text().equals("betas")) {
            return "write `beta1 " + previous.text() + " beta2 " + number + "`";
        }
        if (isDecimalComma(found, index)) {
            return "write `" + tokens.get(index - 2).text() + "." + number + "`, with a point";
        }
        var word = expected.rules().stream().filter(WORDS_BEFORE_NUMBERS::containsKey).map(WORDS_BEFORE_NUMBERS::get).findFirst();
        if (word.isPresent()) {
            return "write `" + word.get() + " " + number + "`";
        }
        if (expected.tokens().equals(Set.of(NnParser.LBRACKET))) {
            return "write `[" + number + "]`";
        }
        if (expected.rules().contains(NnParser.RULE_list)) {
            return ROWS_OF_VALUES;
        }
        if (expected.tokens().equals(Set.of(NnParser.LAYER))) {
            return "write `layer " + number + "`";
        }
        if (expected.tokens().contains(NnParser.AT)) {
            return "write `" + GrammarNames.example(NnParser.AT).orElseThrow() + "`";
        }
        var isWidth = expected.rules().contains(NnParser.RULE_activation) && expected.tokens().contains(NnParser.ARROW);
        return isWidth ? "write `" + previous.text() + " -> " + number + "`" : null;
    }

    /** {@code 0,5}. */
    private boolean isDecimalComma(SpecToken found, int index) {
        return index > 1 && tokens.get(index - 1).type() == NnParser.COMMA && tokens.get(index - 1).touches(found)
                && tokens.get(index - 2).type() == NnParser.NUMBER && tokens.get(index - 2).touches(tokens.get(index - 1));
    }

    /** A loss where none may stand: its factor or the `+` before it is missing. */
    private String loss(SpecToken found, int index) {
        var before = tokens.get(index - 1);
        var isFactor = before.type() == NnParser.NUMBER && tokens.get(index - 2).type() != NnParser.RESERVED;
        return isFactor ? "write `" + before.text() + " * " + found.text() + "`" : JOINED;
    }

    /** A file name or the like written without its quotes: up to the next white space. */
    private String inQuotes(SpecToken found) {
        var start = found.span().start();
        var end = found.span().end();
        while (end < source.text().length() && end - start < LONGEST_FILE_NAME && " \t\r\n,;#".indexOf(source.text().charAt(end)) < 0) {
            end++;
        }
        return "write it in quotes: `\"" + source.text(new Span(start, end)) + "\"`";
    }

    /** What a habit of another library is written as here. */
    Optional<String> foreign(SpecToken found, Expected expected) {
        var at = found.index() + 1;
        while (tokens.get(at).type() == NnParser.EQUAL || tokens.get(at).type() == NnParser.LPAREN) {
            at++;
        }
        var number = tokens.get(at).type() == NnParser.NUMBER ? Optional.of(tokens.get(at).text()) : Optional.<String>empty();
        return ForeignWords.help(found.text(), number, expected.rules());
    }

    /** {@code hidden = 3}: a constant without its {@code let}. */
    Optional<String> statementWithoutWord(SpecToken found) {
        return tokens.get(found.index() + 1).type() == NnParser.EQUAL
                ? Optional.of("a constant is written `let " + found.text() + " = …`") : Optional.empty();
    }

    /** How the part of the statement is written that this token stands in, unless the fault is inside brackets. */
    Optional<String> example(int index, Expected expected) {
        var isInList = expected.rules().contains(NnParser.RULE_value) && !expected.rules().contains(NnParser.RULE_rowValue);
        if (isInList || expected.tokens().contains(NnParser.RBRACKET) || expected.tokens().contains(NnParser.RPAREN)) {
            return Optional.empty();
        }
        for (var i = index - 1; i >= 0 && !endsStatement(tokens.get(i)); i--) {
            var isFirst = i == 0 || endsStatement(tokens.get(i - 1));
            var example = isFirst || !tokens.get(i).beginsStatement() ? example(i) : Optional.<String>empty();
            if (example.isPresent()) {
                return example.map(it -> "for example `" + it + "`");
            }
        }
        return Optional.empty();
    }

    /** That of the word before, where it shows this one too: a word may stand in several places. */
    private Optional<String> example(int index) {
        var token = tokens.get(index);
        var before = index == 0 ? Optional.<String>empty() : GrammarNames.example(tokens.get(index - 1).type());
        return before.filter(it -> it.contains(" " + token.text() + " ")).or(() -> GrammarNames.example(token.type()));
    }

    private static boolean endsStatement(SpecToken token) {
        return token.type() == NnParser.END || token.type() == NnParser.LBRACE;
    }
}
