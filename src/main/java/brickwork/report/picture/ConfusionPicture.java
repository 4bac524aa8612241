package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Which classes are taken for which. Each cell has its count, so that the shade is an addition.
 *
 * @param title   what it shows
 * @param classes their names
 * @param counts  [true class][class it is taken for]
 * @param notes   what a reader should know, a sentence each
 */
public record ConfusionPicture(String title, List<String> classes, int[][] counts, List<String> notes) {

    private static final int NUMBERED = 24;
    private static final int NAME = 14;

    public ConfusionPicture {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
        if (counts.length != classes.size()) {
            throw new IllegalArgumentException("a row a class is needed, got " + counts.length + " for " + classes.size() + " classes");
        }
    }

    /** Draws it. */
    public Picture picture() {
        var n = classes.size();
        var cell = n <= 4 ? 84.0 : n <= 12 ? 46.0 : Math.max(14, 560.0 / n);
        var names = classes.stream().map(name -> Drawing.shortened(name, NAME)).toList();
        var longest = names.stream().mapToInt(String::length).max().orElse(0);
        var left = 44 + 7.2 * longest;
        var slanted = longest * 7.2 > cell;
        var width = Math.max(left + n * cell + 24, 400);
        var told = new ArrayList<>(notes);
        told.addFirst(summary());
        var lines = Frame.lines(told, width);
        var top = Frame.below(lines) + 14;
        var drawing = new Drawing(width, top + n * cell + (slanted ? 7.2 * longest : 22) + 34);
        Frame.head(drawing, title, lines);
        CellMap.draw(drawing, left, top, cell, n, n, (row, column) -> {
            var share = share(row, column);
            return share == 0 ? 0 : (row == column ? 0 : CellMap.SHADES) + CellMap.shade(share);
        });
        for (var row = 0; row < n; row++) {
            drawing.text("e", left - 8, top + (row + 0.5) * cell + 4, names.get(row));
            if (slanted) {
                drawing.upright("e", left + (row + 0.5) * cell + 4, top + n * cell + 8, names.get(row));
            } else {
                drawing.text("m", left + (row + 0.5) * cell, top + n * cell + 18, names.get(row));
            }
            for (var column = 0; column < n && n <= NUMBERED; column++) {
                number(drawing, row, column, left + (column + 0.5) * cell, top + (row + 0.5) * cell, cell);
            }
        }
        for (var i = 0; i <= n; i++) {
            drawing.line("grid", left, top + i * cell, left + n * cell, top + i * cell);
            drawing.line("grid", left + i * cell, top, left + i * cell, top + n * cell);
        }
        drawing.upright("s m", 20, top + n * cell / 2, "true class");
        drawing.text("s m", left + n * cell / 2, drawing.height() - 10, "taken for");
        return drawing.finish(title, String.join(" ", told) + mistakes());
    }

    private void number(Drawing drawing, int row, int column, double x, double y, double cell) {
        var share = share(row, column);
        var look = share > 0.6 ? "m on" : "m";
        drawing.text(cell > 80 ? look + " h" : look, x, y + 4, String.valueOf(counts[row][column]));
        if (cell > 80) {
            drawing.text(share > 0.6 ? "s m on" : "s m", x, y + 24, String.format(Locale.ROOT, "%.1f%%", 100 * share));
        }
    }

    private double share(int row, int column) {
        var all = IntStream.of(counts[row]).sum();
        return all == 0 ? 0 : (double) counts[row][column] / all;
    }

    private String summary() {
        var all = IntStream.range(0, counts.length).map(row -> IntStream.of(counts[row]).sum()).sum();
        var right = IntStream.range(0, counts.length).map(row -> counts[row][row]).sum();
        return right + " of " + all + " right; shades are shares of a row.";
    }

    private String mistakes() {
        var out = new StringBuilder();
        for (var row = 0; row < counts.length; row++) {
            for (var column = 0; column < counts.length; column++) {
                if (row != column && counts[row][column] > 0) {
                    out.append(out.isEmpty() ? " Mistakes: " : "; ").append(counts[row][column]).append(" of ").append(classes.get(row))
                            .append(" taken for ").append(classes.get(column));
                }
            }
        }
        return out.isEmpty() ? " No mistakes." : out.append('.').toString();
    }
}
