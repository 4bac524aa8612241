package brickwork.cli;

import java.util.List;
import java.util.Locale;

/** How one text becomes another, line by line: what goes after {@code -}, what comes after {@code +}, each with its number. */
final class LineDifference {

    /** Pairs of lines that are compared at most; where there are more, all lines between the first and the last difference change. */
    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder out = new StringBuilder();

    private LineDifference(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** Lines that are equal in both are left out; an empty text where nothing differs. */
    static String of(String before, String after) {
        var difference = new LineDifference(before.lines().toList(), after.lines().toList());
        difference.write();
        var ends = before.isEmpty() || before.endsWith("\n");
        if (difference.out.isEmpty() && !before.equals(after)) {
            difference.out.append(ends ? "  the line ends differ\n" : "  the last line has no line end\n");
        }
        return difference.out.toString();
    }

    private void write() {
        var first = 0;
        while (first < Math.min(before.size(), after.size()) && before.get(first).equals(after.get(first))) {
            first++;
        }
        var equalEnd = 0;
        while (equalEnd < Math.min(before.size(), after.size()) - first
                && before.get(before.size() - 1 - equalEnd).equals(after.get(after.size() - 1 - equalEnd))) {
            equalEnd++;
        }
        between(first, before.size() - equalEnd, first, after.size() - equalEnd);
    }

    /** By the longest common subsequence of lines. */
    private void between(int from, int to, int afterFrom, int afterTo) {
        var rows = to - from;
        var columns = afterTo - afterFrom;
        var small = (long) rows * columns <= MOST_PAIRS;
        var common = small ? common(from, rows, afterFrom, columns) : new int[0][];
        var i = 0;
        var j = 0;
        while (i < rows || j < columns) {
            if (small && i < rows && j < columns && before.get(from + i).equals(after.get(afterFrom + j))) {
                i++;
                j++;
            } else if (i < rows && (!small || j == columns || common[i + 1][j] >= common[i][j + 1])) {
                line('-', from + i, before.get(from + i++));
            } else {
                line('+', afterFrom + j, after.get(afterFrom + j++));
            }
        }
    }

    private int[][] common(int from, int rows, int afterFrom, int columns) {
        var common = new int[rows + 1][columns + 1];
        for (var i = rows - 1; i >= 0; i--) {
            for (var j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(from + i).equals(after.get(afterFrom + j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void line(char sign, int number, String text) {
        out.append("  ").append(sign).append(String.format(Locale.ROOT, "%4d", number + 1)).append(" | ").append(text).append('\n');
    }
}
