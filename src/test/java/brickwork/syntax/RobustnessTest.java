package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Any text gives a tree and faults in good form, never an exception. */
class RobustnessTest {

    private static final int TEXTS = Integer.getInteger("texts", 300);

    @Test
    void textsOfTheLanguageHaveNoFault() {
        var texts = new SpecTexts(1);
        for (var i = 0; i < TEXTS; i++) {
            var text = texts.valid();
            assertThat(SpecParser.parse(new SourceText("valid.nn", text)).faults()).as(text).isEmpty();
        }
    }

    @Test
    void nodesLieInTheirText() {
        var texts = new SpecTexts(2);
        for (var i = 0; i < TEXTS / 3; i++) {
            var source = new SourceText("valid.nn", texts.valid());
            for (var node : TreeText.nodes(SpecParser.parse(source).tree())) {
                checkPlace(node, source);
            }
        }
    }

    /** Names and literals stand just where their places say. */
    private static void checkPlace(Record node, SourceText source) {
        switch (node) {
            case Clause.Word(var span, var text) when text.equals("in order") -> assertThat(source.text(span)).matches("(?s)in\\s.*order");
            case Clause.Word(var span, var text) -> assertThat(source.text(span)).isIn(text, text + "s", text.replaceFirst("s$", ""));
            case Expression.Constant constant -> assertThat(source.text(constant.span())).isEqualTo(constant.name());
            case Expression.Literal literal -> assertThat(literal.value()).isEqualTo(Numerals.value(source.text(literal.span())));
            case Expression.Negation negation -> assertThat(source.text(negation.span())).startsWith("-");
            case Clause.Quoted quoted -> assertThat(source.text(quoted.span())).startsWith("\"").endsWith("\"");
            default -> {}
        }
    }

    @Test
    void damagedTextsGiveFaultsInGoodForm() {
        var texts = new SpecTexts(27);
        var codes = new HashSet<Code>();
        for (var i = 0; i < TEXTS; i++) {
            var text = texts.damaged(1 + i % 8);
            var source = new SourceText("damaged.nn", text);
            assertThatCode(() -> {
                var parsed = SpecParser.parse(source);
                for (var fault : parsed.faults()) {
                    checkForm(fault);
                    codes.add(fault.code());
                }
                assertThat(parsed.faults()).isSortedAccordingTo((a, b) -> Integer.compare(a.span().start(), b.span().start()));
                assertThat(parsed.faults()).as(parsed.faults().toString()).map(Diagnostic::span).doesNotHaveDuplicates();
                var hasBroken = parsed.tree().statements().stream().anyMatch(Statement.Broken.class::isInstance);
                assertThat(hasBroken && parsed.faults().isEmpty()).isFalse();
                TreeText.nodes(parsed.tree());
            }).as(text).doesNotThrowAnyException();
        }
        assertThat(codes).contains(Code.NN001, Code.NN002, Code.NN003, Code.NN004, Code.NN005, Code.NN006, Code.NN007, Code.NN008,
                Code.NN092);
    }

    /** Headlines speak the language's words: lower case, no full stop, nothing of the grammar's own names. */
    private static void checkForm(Diagnostic fault) {
        var ownWords = fault.message().replaceAll("`[^`]*`|``|U\\+[0-9A-F]+", "");
        assertThat(ownWords).doesNotContainPattern("\\p{Lu}|\\n|\\.$|_");
        assertThat(fault.message()).doesNotContain("expected ,", "``");
        assertThat(fault.span().end()).isLessThanOrEqualTo(fault.source().text().length());
        fault.notes().forEach(note -> assertThat(note.span().end()).isLessThanOrEqualTo(fault.source().text().length()));
        fault.help().ifPresent(help -> assertThat(help).isNotBlank().doesNotEndWith("."));
    }
}
