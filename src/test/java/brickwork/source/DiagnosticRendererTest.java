package brickwork.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    private static String render(String text, Span span, String help, Diagnostic.Note... notes) {
        return DiagnosticRenderer.render(List.of(diagnostic(Code.NN012, text, span, help, notes)));
    }

    private static Diagnostic diagnostic(Code code, String text, Span span, String help, Diagnostic.Note... notes) {
        return new Diagnostic(code, "these do not fit", new SourceText("specs/x.nn", text), span, List.of(notes),
                Optional.ofNullable(help));
    }

    /** The line and its carets. */
    private static List<String> shown(String text, Span span) {
        return render(text, span, null).lines().skip(3).toList();
    }

    @Test
    void showsThePlaceTheLineTheNotesAndTheHelp() {
        var text = "layer 2 -> 3 relu\nlayer 4 -> 1 sigmoid\n";
        assertThat(render(text, new Span(24, 25), "write `3`", new Diagnostic.Note("layer 1 gives 3", new Span(11, 12)))).isEqualTo("""
                error[NN012]: these do not fit
                  --> specs/x.nn:2:7
                   |
                 2 | layer 4 -> 1 sigmoid
                   |       ^
                   note: layer 1 gives 3
                   |
                 1 | layer 2 -> 3 relu
                   |            ^
                   help: write `3`
                """);
    }

    @Test
    void anEmptyLineStandsBetweenTwo() {
        var one = diagnostic(Code.NN012, "a b", new Span(0, 1), null);
        var two = diagnostic(Code.NN105, "a b", new Span(2, 3), null);
        assertThat(DiagnosticRenderer.render(List.of(one, two))).isEqualTo("""
                error[NN012]: these do not fit
                  --> specs/x.nn:1:1
                   |
                 1 | a b
                   | ^

                warning[NN105]: these do not fit
                  --> specs/x.nn:1:3
                   |
                 1 | a b
                   |   ^
                """);
        assertThat(DiagnosticRenderer.render(List.of())).isEmpty();
    }

    @Test
    void theGutterIsAsWideAsTheLargestLineNumber() {
        var text = "a\n".repeat(9) + "b c\n";
        assertThat(render(text, new Span(20, 21), "help", new Diagnostic.Note("first", new Span(0, 1)))).isEqualTo("""
                error[NN012]: these do not fit
                   --> specs/x.nn:10:3
                    |
                 10 | b c
                    |   ^
                    note: first
                    |
                  1 | a
                    | ^
                    help: help
                """);
    }

    @Test
    void tabsBecomeSpacesUpToTheNextStop() {
        assertThat(shown("\ta\tbc", new Span(3, 5))).containsExactly(" 1 |     a   bc", "   |         ^^");
        assertThat(shown("ab\tc", new Span(2, 3))).containsExactly(" 1 | ab  c", "   |   ^^");
    }

    @Test
    void wideCharactersTakeTwoCellsAndMarksNone() {
        assertThat(shown("層 x", new Span(2, 3))).containsExactly(" 1 | 層 x", "   |    ^");
        assertThat(shown("a 層層 x", new Span(2, 4))).containsExactly(" 1 | a 層層 x", "   |   ^^^^");
        assertThat(shown("cafe\u0301 x", new Span(6, 7))).containsExactly(" 1 | cafe\u0301 x", "   |      ^");
        assertThat(shown("\uD83D\uDE00 x", new Span(3, 4))).containsExactly(" 1 | \uD83D\uDE00 x", "   |    ^");
    }

    @Test
    void whatCouldMoveTheCursorOrHideTextIsShownAsASign() {
        assertThat(shown("a\u001b[31m x", new Span(7, 8))).containsExactly(" 1 | a\u241b[31m x", "   |        ^");
        assertThat(shown("a\u202e x", new Span(3, 4))).containsExactly(" 1 | a\uFFFD x", "   |    ^");
        assertThat(shown("a\uD800 x", new Span(3, 4))).containsExactly(" 1 | a\uFFFD x", "   |    ^");
    }

    @Test
    void theColumnCountsCodePoints() {
        assertThat(render("\uD83D\uDE00 x", new Span(3, 4), null)).contains("specs/x.nn:1:3");
    }

    @Test
    void aLongLineIsCutRoundTheSpan() {
        var text = "0123456789".repeat(50);
        assertThat(shown(text, new Span(200, 203))).containsExactly(
                " 1 | …" + "0123456789".repeat(11) + "…",
                "   |  " + " ".repeat(40) + "^^^");
        assertThat(shown(text, new Span(0, 2))).containsExactly(" 1 | " + "0123456789".repeat(7) + "…", "   | ^^");
        assertThat(shown(text, new Span(490, 500))).containsExactly(
                " 1 | …" + "0123456789".repeat(5), "   |  " + " ".repeat(40) + "^".repeat(10));
        assertThat(shown(text, new Span(0, 500))).containsExactly(" 1 | " + "0123456789".repeat(7) + "…", "   | " + "^".repeat(70));
    }

    @Test
    void aCutPartsNoCharacter() {
        var text = "\uD83D\uDE00".repeat(100);
        assertThat(shown(text, new Span(101, 102)).getFirst()).doesNotContain("\uFFFD");
    }

    @Test
    void aSpanOverLinesShowsItsFirstAndItsLast() {
        var text = "init [[1 2]  \n  [3 4]\n  [5 6]] x\n";
        assertThat(shown(text, new Span(5, 30))).containsExactly(
                " 1 | init [[1 2]", "   |      ^^^^^^", " …", " 3 |   [5 6]] x", "   |   ^^^^^^");
        assertThat(shown("ab [1\n 2] c", new Span(3, 9))).containsExactly(" 1 | ab [1", "   |    ^^", " 2 |  2] c", "   |  ^^");
    }

    @Test
    void aPlaceBetweenCharactersHasOneCaret() {
        assertThat(shown("ab", new Span(2, 2))).containsExactly(" 1 | ab", "   |   ^");
        assertThat(shown("", new Span(0, 0))).containsExactly(" 1 |", "   | ^");
        assertThat(shown("ab\n", new Span(3, 3))).containsExactly(" 2 |", "   | ^");
        assertThat(shown("ab\ncd", new Span(2, 3))).containsExactly(" 1 | ab", "   |   ^");
    }

    @Test
    void coloursOnlyWhereTheyAreWanted() {
        var one = diagnostic(Code.NN012, "a b", new Span(0, 1), "help");
        var coloured = DiagnosticRenderer.render(List.of(one), true);
        assertThat(coloured).contains("\u001b[1;31merror[NN012]\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").lines().map(String::stripTrailing))
                .containsExactlyElementsOf(DiagnosticRenderer.render(List.of(one)).lines().toList());
        assertThat(DiagnosticRenderer.render(List.of(diagnostic(Code.NN105, "a", new Span(0, 1), null)), true))
                .contains("\u001b[1;33mwarning");
    }
}
