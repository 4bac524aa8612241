package brickwork.source;

/**
 * Text as a terminal shows it: tabs as spaces, what would move the cursor or reorder the line as a sign that stands for it, and the number
 * of cells it takes (Unicode Standard Annex 11: two for wide characters, none for marks on the character before).
 */
final class DisplayText {

    private static final int TAB = 4;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    /** First and last code points of the blocks whose characters take two cells. */
    private static final int[][] WIDE = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},
            {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6},
            {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

    private final StringBuilder shown = new StringBuilder();
    private int cells;

    /** The whole of a text. */
    static String of(String text) {
        var display = new DisplayText();
        display.append(text);
        return display.toString();
    }

    void append(String text) {
        text.codePoints().forEach(this::append);
    }

    private void append(int codePoint) {
        if (codePoint == '\t') {
            var spaces = TAB - cells % TAB;
            shown.repeat(' ', spaces);
            cells += spaces;
        } else {
            var visible = visible(codePoint);
            shown.appendCodePoint(visible);
            cells += width(visible);
        }
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint < 0x20 ? 0x2400 + codePoint : codePoint == 0x7F ? 0x2421 : REPLACEMENT;
            case Character.FORMAT -> codePoint == JOINER || codePoint == NON_JOINER ? codePoint : REPLACEMENT;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> codePoint;
        };
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        for (var block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return true;
            }
        }
        return false;
    }

    /** Cells taken so far. */
    int cells() {
        return cells;
    }

    @Override
    public String toString() {
        return shown.toString();
    }
}
