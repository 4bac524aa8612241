package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import brickwork.syntax.Parsed;
import brickwork.syntax.SpecTree;
import brickwork.syntax.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileTextsTest {

    private static final List<String> PIECES = List.of("0", "-1", "1e9", "2.5", "1e308 * 10", "50%", "width", "nope", "[", "]", "(", ")",
            "{", "}",
            "->", "+", "*", "/", "=", "<", "..", ";", "\n", ",", "\"x\"", "layer", "loss", "data", "repeat 3", "let", "seed", "softmax",
            "sigmoid",
            "relu", "bce", "mse", "l2", "dropout", "as a", "init", "bias", "none", "xor", "rows", "csv", "train", "epochs", "expect",
            "accuracy",
            "on test", "within", "for every seed in", "stop when", "split test", "nn", "sgd", "adam", "momentum 2", "nesterov", "decay",
            "é", "\t");

    /** Any text gives a network or errors in the order of their places, each told once, and all of it can be shown. */
    @Test
    void mutatedTextsNeverBreakTheChecker() {
        var generator = new SpecGenerator(7);
        var random = new Random(11);
        for (var i = 0; i < Integer.getInteger("texts", 150); i++) {
            var text = mutated(generator.spec(), random);
            var outcome = Specs.check(text);
            assertThat(outcome.diagnostics()).as(text).isSortedAccordingTo((a, b) -> Integer.compare(a.span().start(), b.span().start()));
            assertThat(new HashSet<>(Specs.places(outcome.diagnostics()))).as(text).hasSameSizeAs(outcome.diagnostics());
            if (outcome instanceof Outcome.Failure<?>) {
                assertThat(outcome.errors()).isNotEmpty();
            }
            assertThat(DiagnosticRenderer.render(outcome.diagnostics())).doesNotContain("NaN");
        }
    }

    private static String mutated(String text, Random random) {
        var words = new ArrayList<>(Arrays.asList(text.split("(?<=[ \n])")));
        for (var changes = 1 + random.nextInt(4); changes > 0 && !words.isEmpty(); changes--) {
            var place = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(place);
                case 1 -> words.add(place, words.get(random.nextInt(words.size())));
                case 2 -> words.set(place, PIECES.get(random.nextInt(PIECES.size())) + " ");
                default -> words.add(place, PIECES.get(random.nextInt(PIECES.size())) + " ");
            }
        }
        return String.join("", words);
    }

    /** One word, one mark and one name a statement, each as long as a text may reasonably be. */
    @Test
    void longTextsTakeTimeInProportion() {
        for (var piece : List.of("é", "\u0301", "= ", "let abcde = bcdef;", "seed qwert;", "1+", "[[1 2] ")) {
            var text = piece.repeat(65_536 / piece.length());
            Assertions.assertTimeout(Duration.ofSeconds(10), () -> DiagnosticRenderer.render(Specs.check(text).diagnostics()), piece);
        }
    }

    private static final Span SPAN = new Span(0, 0);

    private static Outcome<?> checkTree(Statement... statements) {
        return Checker.check(new Parsed(new SpecTree(new SourceText("tree", ""), List.of(statements)), List.of()), new ShapeCatalog());
    }

    @Test
    void anExpressionMayBeOfAnyDepth() {
        Expression deep = new Expression.Literal(SPAN, 1);
        Expression left = deep;
        for (var i = 0; i < 200_000; i++) {
            deep = new Expression.Negation(SPAN, new Expression.Parenthesized(SPAN, deep));
            left = new Expression.Arithmetic(SPAN, Expression.Operator.PLUS, left, new Expression.Literal(SPAN, 1));
        }
        assertThat(checkTree(new Statement.Seed(SPAN, SPAN, deep)).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.NN011);
        assertThat(checkTree(new Statement.Seed(SPAN, SPAN, left)).diagnostics()).extracting(Diagnostic::code).containsExactly(Code.NN011);
    }

    @Test
    void repeatsMayBeNestedToAnyDepth() {
        Statement nested = new Statement.Repeat(SPAN, SPAN, new Expression.Literal(SPAN, 2), List.of());
        for (var i = 0; i < 200_000; i++) {
            nested = new Statement.Repeat(SPAN, SPAN, new Expression.Literal(SPAN, 2), List.of(nested));
        }
        assertThat(checkTree(nested).diagnostics()).extracting(Diagnostic::code).contains(Code.NN036);
    }

    @Test
    void aLiteralThatNoTextHasIsRefused() {
        var outcome = checkTree(new Statement.Seed(SPAN, SPAN, new Expression.Literal(SPAN, Double.POSITIVE_INFINITY)));
        assertThat(outcome.diagnostics()).extracting(Diagnostic::code).contains(Code.NN037);
    }

    @Test
    void anEmptyLossIsAFault() {
        assertThat(checkTree(new Statement.Loss(SPAN, SPAN, List.of())).diagnostics()).extracting(Diagnostic::code).contains(Code.NN042);
    }

    @Test
    void anUnreadableStatementNeedsItsFault() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkTree(new Statement.Broken(SPAN, SPAN, Optional.of(new Word(SPAN, "x")))));
    }
}
