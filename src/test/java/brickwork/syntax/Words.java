package brickwork.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;

/** Writes words in a random layout that means the same as any other: spaces, line ends and comments wherever they may stand. */
final class Words {

    private static final Set<String> GO_ON = Set.of("+", "-", "*", "/", "->", "=", "<", "<=", ">", ">=", "..", ",");
    private static final Set<String> TIGHT = Set.of("+", "*", "/", "->", "=", "<", "<=", ">", ">=", "..", ",");
    private static final String[] LINE_ENDS = {"\n", "\n", "\r\n", "\r", "\n\n", "\n \t\n\n"};

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private String last = "";
    private boolean statementIsOver = true;

    Words(Random random) {
        this.random = random;
    }

    String text() {
        return text.toString();
    }

    /** Now and then a byte order mark. */
    void perhapsMark() {
        if (random.nextInt(20) == 0) {
            text.append('\uFEFF');
        }
    }

    void put(String... words) {
        for (var word : words) {
            gap(word);
            text.append(word);
            last = word;
            statementIsOver = false;
        }
    }

    void open(String bracket) {
        var kind = bracket.equals("[") && last.equals("rows") ? "rows" : bracket;
        put(bracket);
        open.push(kind);
        statementIsOver = bracket.equals("{");
    }

    void close(String bracket) {
        if (!bracket.equals("}")) {
            gap(bracket);
        } else {
            perhapsLineEnd();
        }
        open.pop();
        text.append(bracket);
        last = bracket;
        statementIsOver = false;
    }

    void perhapsComma() {
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "," : " ,");
            last = ",";
        }
    }

    /** The end of a statement; the last one of a block or a text may go without. */
    void end() {
        switch (random.nextInt(3)) {
            case 0 -> text.append(random.nextBoolean() ? ";" : " ; ");
            case 1 -> lineEnd();
            default -> {
                text.append(" ;");
                lineEnd();
            }
        }
        last = "";
        statementIsOver = true;
    }

    void endRow() {
        switch (random.nextInt(3)) {
            case 0 -> text.append(";");
            case 1 -> lineEnd();
            default -> {
                text.append(" ; ");
                lineEnd();
            }
        }
        last = "";
    }

    private void gap(String word) {
        var isInBrackets = !open.isEmpty() && Set.of("(", "[").contains(open.element());
        var isInList = !open.isEmpty() && Set.of("rows", "[").contains(open.element());
        var mayBreak = !statementIsOver && !last.isEmpty()
                && (isInBrackets || GO_ON.contains(last) || word.equals("->") || word.equals("+"));
        if (last.isEmpty()) {
            perhapsLineEnd();
        } else if (mayBreak && random.nextInt(4) == 0) {
            lineEnd();
        } else if (isInList || !isTight(word) || random.nextBoolean()) {
            text.append(random.nextInt(6) == 0 ? "\t \u00A0" : " ");
        }
    }

    /** Whether no space is needed: beside operators and inside brackets. A minus keeps its distance, lest it form an arrow. */
    private boolean isTight(String word) {
        return TIGHT.contains(word) || TIGHT.contains(last) || Set.of("(", "[").contains(last) || Set.of(")", "]", "(", "[").contains(word);
    }

    private void perhapsLineEnd() {
        if (random.nextInt(4) == 0) {
            lineEnd();
        }
    }

    private void lineEnd() {
        if (random.nextInt(5) == 0) {
            text.append(random.nextBoolean() ? "# größe; layer -> [ \"" : "  # loss mse  ");
        }
        text.append(LINE_ENDS[random.nextInt(LINE_ENDS.length)]);
        if (random.nextInt(6) == 0) {
            text.append("   # a line of its own\n\t");
        }
    }
}
