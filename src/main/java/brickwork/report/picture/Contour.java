package brickwork.report.picture;

/** The line on which a grid of numbers is 0, straight within a cell (marching squares; Lorensen and Cline's cubes in the plane). */
final class Contour {

    private Contour() {}

    /**
     * The course of a path.
     *
     * @param values [row][column]; not finite ones have no line beside them
     * @param x      of column 0
     * @param y      of row 0
     * @param wide   from the first column to the last
     * @param high   from the first row to the last, below 0 where rows go up
     */
    static String of(double[][] values, double x, double y, double wide, double high) {
        var out = new StringBuilder();
        var across = wide / (values[0].length - 1);
        var up = high / (values.length - 1);
        for (var row = 0; row + 1 < values.length; row++) {
            for (var column = 0; column + 1 < values[row].length; column++) {
                cell(out, new double[] {values[row][column], values[row][column + 1], values[row + 1][column + 1], values[row + 1][column]},
                        x + column * across, y + row * up, across, up);
            }
        }
        return out.toString();
    }

    /** The corners in order around the cell: each side between neighbours of unlike sign is crossed once; crossings are joined in pairs. */
    private static void cell(StringBuilder out, double[] corners, double x, double y, double across, double up) {
        var crossings = new double[8];
        var found = 0;
        for (var side = 0; side < 4; side++) {
            var a = corners[side];
            var b = corners[(side + 1) % 4];
            if (!Double.isFinite(a) || !Double.isFinite(b)) {
                return;
            }
            if (a > 0 == b > 0) {
                continue;
            }
            var share = a / (a - b);
            crossings[2 * found] = x + across * switch (side) {
                case 0 -> share;
                case 1 -> 1;
                case 2 -> 1 - share;
                default -> 0;
            };
            crossings[2 * found++ + 1] = y + up * switch (side) {
                case 0 -> 0;
                case 1 -> share;
                case 2 -> 1;
                default -> 1 - share;
            };
        }
        for (var i = 0; i + 1 < found; i += 2) {
            out.append('M').append(Drawing.number(crossings[2 * i])).append(' ').append(Drawing.number(crossings[2 * i + 1])).append('L')
                    .append(Drawing.number(crossings[2 * i + 2])).append(' ').append(Drawing.number(crossings[2 * i + 3]));
        }
    }
}
