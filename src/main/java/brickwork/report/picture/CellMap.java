package brickwork.report.picture;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/** A rectangle of equal cells, each in one of a few shades; neighbours of one shade become one box, so that the text stays short. */
final class CellMap {

    /** Shades of a colour, 0 the ground and this the fullest. */
    static final int SHADES = 10;

    private CellMap() {}

    /**
     * Draws it.
     *
     * @param shade of the cell at (row, column), rows downwards: 0 for none, a positive one for that look of {@code colours}, counted
     *              {@code colour · SHADES + shade}, shade from 1
     */
    static void draw(Drawing drawing, double x, double y, double cell, int rows, int columns, IntBinaryOperator shade) {
        draw(drawing, x, y, cell, cell, rows, columns, shade);
    }

    static void draw(Drawing drawing, double x, double y, double wide, double high, int rows, int columns, IntBinaryOperator shade) {
        Map<Integer, StringBuilder> paths = new TreeMap<>();
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns;) {
                var of = shade.applyAsInt(row, column);
                var end = column + 1;
                while (end < columns && shade.applyAsInt(row, end) == of) {
                    end++;
                }
                if (of > 0) {
                    paths.computeIfAbsent(of, _ -> new StringBuilder()).append('M').append(column).append(' ').append(row).append('h')
                            .append(end - column).append("v1h").append(column - end).append('z');
                }
                column = end;
            }
        }
        drawing.open("class=\"cells\" transform=\"translate(" + Drawing.number(x) + " " + Drawing.number(y) + ")scale("
                + exact(wide) + " " + exact(high) + ")\"");
        paths.forEach((of, path) -> {
            var colour = (of - 1) / SHADES;
            drawing.path("f" + colour % Styles.looks(), path.toString(), " fill-opacity=\"" + opacity((of - 1) % SHADES + 1) + "\"");
        });
        drawing.close();
    }

    private static String exact(double cell) {
        return Double.toString(Math.round(cell * 1e5) / 1e5);
    }

    private static String opacity(int shade) {
        return shade == SHADES ? "1" : "." + shade;
    }

    /** The shade of a share from 0 to 1; 0 only for 0. */
    static int shade(double share) {
        return share <= 0 ? 0 : Math.clamp((int) Math.ceil(share * SHADES), 1, SHADES);
    }
}
