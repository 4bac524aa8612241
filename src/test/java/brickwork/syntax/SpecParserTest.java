package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecParserTest {

    @TestFactory
    Stream<DynamicTest> textsGiveTheirTrees() {
        return Table.tests("trees.txt", TreeText::of);
    }

    @Test
    void layersStandWhereTheyAreWritten() {
        var source = new SourceText("spec.nn", "layer n -> 3 relu dropout 20% -> 4 tanh init [[1]], as last ; loss mse");
        var layers = (Statement.Layers) SpecParser.parse(source).tree().statements().getFirst();

        assertThat(source.text(layers.span())).isEqualTo("layer n -> 3 relu dropout 20% -> 4 tanh init [[1]], as last");
        assertThat(source.text(layers.keyword())).isEqualTo("layer");
        assertThat(layers.layers()).map(layer -> source.text(layer.span()))
                .containsExactly("n -> 3 relu dropout 20%", "4 tanh init [[1]], as last");
        assertThat(layers.layers().getFirst().inputs().map(Expression::span).map(source::text)).contains("n");
        assertThat(source.text(layers.layers().getFirst().activation().span())).isEqualTo("relu");
        assertThat(layers.layers().get(1).options()).map(option -> source.text(option.span())).containsExactly("init [[1]]", "as last");
    }

    @Test
    void partsStandWhereTheyAreWritten() {
        var text = """
                optimizer sgd rate 2 * a decay step (1 - 2) every -3 epochs
                data rows [ 0 -1, -> 2 ; 3 4 -> 5 ]
                loss 0.5 * mse + l2 1/2
                expect loss on test >= 3 within 5 epochs
                data csv "a" target "b c", 3
                """;
        var source = new SourceText("spec.nn", text);
        var places = TreeText.nodes(SpecParser.parse(source).tree()).stream().map(node -> source.text(span(node))).toList();

        assertThat(places).contains("optimizer sgd rate 2 * a decay step (1 - 2) every -3 epochs", "rate 2 * a", "2 * a",
                "decay step (1 - 2) every -3 epochs", "(1 - 2)", "1 - 2", "-3", "rows [ 0 -1, -> 2 ; 3 4 -> 5 ]", "0 -1, -> 2", "-1",
                "3 4 -> 5", "0.5 * mse", "l2 1/2", "1/2", "loss on test >= 3 within 5 epochs", ">=", "test", "\"b c\"");
    }

    private static Span span(Record node) {
        return switch (node) {
            case Statement statement -> statement.span();
            case Clause clause -> clause.span();
            case Conditions.Condition condition -> condition.span();
            case Expression expression -> expression.span();
            default -> throw new IllegalArgumentException("a node was expected, got " + node);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsAStatement(String lineEnd) {
        var text = String.join(lineEnd, "\uFEFF# größe", "layer 2 ->", "  3\trelu", "  -> 1 sigmoid", "loss mse", "banana");

        assertThat(TreeText.of(text)).isEqualTo("""
                Layers([Layer(2, 3, relu, -, []) Layer(-, 1, sigmoid, -, [])])
                Loss([Term(-, mse, -)])
                Broken(banana)""");
        assertThat(faults(text)).singleElement().extracting(Diagnostic::line, Diagnostic::column).containsExactly(6, 1);
    }

    @ParameterizedTest
    @CsvSource({
            "'\tlayer\t2 @', 1, 10", // a tab is one character
            "'let größe = 1 @', 1, 15",
            "'let 𝒳 = 1 @', 1, 11", // two units, one character
            "'data csv \"🙂🙂\" @', 1, 15",
            "'# 🙂\r\n\r\n @', 3, 2",
            "'\uFEFF@', 1, 2",
            "'let a\u00A0= 1 @', 1, 11", // other spaces part words as well
            "'let a\u0308b = 1 @', 1, 13" // a mark belongs to its letter, but counts
    })
    void columnsCountCodePoints(String text, int line, int column) {
        assertThat(faults(text)).extracting(Diagnostic::line, Diagnostic::column).contains(tuple(line, column));
    }

    @Test
    void aFaultAtTheEndOfALinePointsBehindItsLastWord() {
        for (var text : List.of("layer 2 -> 3", "layer 2 -> 3\n", "layer 2 -> 3   # then\r\nloss mse", "layer 2 -> 3 \t\n\n\nloss mse")) {
            assertThat(faults(text)).singleElement().satisfies(fault -> assertThat(fault.span()).isEqualTo(new Span(12, 12)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only\r# comments", " \t ", ";;;", "\uFEFF"})
    void aTextMayHoldNothing(String text) {
        var parsed = SpecParser.parse(new SourceText("empty.nn", text));

        assertThat(parsed.tree().statements()).isEmpty();
        assertThat(parsed.faults()).isEmpty();
    }

    private static List<Diagnostic> faults(String text) {
        return SpecParser.parse(new SourceText("spec.nn", text)).faults();
    }

    @Test
    void manyFaultsAreCounted() {
        var faults = faults("banana\n".repeat(250));

        assertThat(faults).hasSize(SyntaxDiagnostics.LIMIT + 1);
        assertThat(faults.getLast()).satisfies(last -> {
            assertThat(last.code()).isEqualTo(Code.NN093);
            assertThat(last.message()).isEqualTo("there are 150 more faults from here on");
            assertThat(last.line()).isEqualTo(SyntaxDiagnostics.LIMIT + 1);
        });
        assertThat(faults("banana\n".repeat(100))).hasSize(100);
        assertThat(faults("@\n.5\nlayer 2 -> 3 relu x\n".repeat(40))).hasSize(SyntaxDiagnostics.LIMIT + 1).last()
                .extracting(Diagnostic::message).isEqualTo("there are 20 more faults from here on");
    }
}
