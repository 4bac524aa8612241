package brickwork.report.picture;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every tensor as a map of its entries: orange above 0, blue below, and each entry below 0 with a stroke through it where cells are large
 * enough. The shade is the share of the greatest magnitude of the tensor.
 *
 * @param title   what it shows
 * @param tensors of the network
 * @param marked  an entry to be framed, such as the worst of a gradient check
 */
public record WeightsPicture(String title, List<Tensor> tensors, Optional<Marked> marked) {

    private static final int MOST_CELLS = 96;
    private static final double WIDTH = 680;

    public WeightsPicture {
        tensors = List.copyOf(tensors);
    }

    /** All tensors of a network. */
    public static WeightsPicture of(String title, Parameters parameters) {
        return new WeightsPicture(title, parameters.tensors(), Optional.empty());
    }

    /** An entry of a tensor, rows and columns from 0. */
    public record Marked(String tensor, int row, int column) {}

    /** A tensor with its place; several entries share a cell where there are too many. */
    private record Placed(Tensor tensor, int rows, int columns, double cell, double x, double y) {

        static Placed of(Tensor tensor, double x, double y) {
            var lying = tensor.columns() == 1 && tensor.rows() > 1; // a bias is written as a row
            var rows = Math.min(lying ? 1 : tensor.rows(), MOST_CELLS);
            var columns = Math.min(lying ? tensor.rows() : tensor.columns(), MOST_CELLS);
            return new Placed(tensor, rows, columns, Math.clamp(Math.min(300.0 / columns, 220.0 / rows), 2.5, 22), x, y);
        }

        boolean lying() {
            return tensor.columns() == 1 && tensor.rows() > 1;
        }

        boolean merged() {
            return rows < (lying() ? 1 : tensor.rows()) || columns < (lying() ? tensor.rows() : tensor.columns());
        }

        double width() {
            return columns * cell;
        }

        double height() {
            return rows * cell;
        }

        /** The entry of the greatest magnitude in a cell. */
        double value(int row, int column) {
            var allRows = lying() ? 1 : tensor.rows();
            var allColumns = lying() ? tensor.rows() : tensor.columns();
            var found = 0.0;
            for (var r = row * allRows / rows; r < (row + 1) * allRows / rows; r++) {
                for (var c = column * allColumns / columns; c < (column + 1) * allColumns / columns; c++) {
                    var entry = tensor.values()[r * allColumns + c];
                    found = Math.abs(entry) > Math.abs(found) ? entry : found;
                }
            }
            return found;
        }
    }

    /** Draws them. */
    public Picture picture() {
        var placed = new ArrayList<Placed>();
        var notes = new ArrayList<>(List.of("Orange: above 0. Blue, with a stroke where there is room: below 0. The fullest shade is the "
                + "greatest magnitude of its tensor. Rows are units, columns what they take."));
        var x = 20.0;
        var y = 0.0;
        var row = 0.0;
        for (var tensor : tensors) {
            var next = Placed.of(tensor, 0, 0);
            var wide = Math.max(next.width(), 7.4 * caption(tensor).length());
            if (x > 20 && x + wide > WIDTH - 20) {
                x = 20;
                y += row + 46;
                row = 0;
            }
            placed.add(Placed.of(tensor, x, y));
            x += wide + 26;
            row = Math.max(row, next.height());
        }
        if (placed.stream().anyMatch(Placed::merged)) {
            notes.add("Where a tensor has more than " + MOST_CELLS + " rows or columns, a cell shows the greatest magnitude of several.");
        }
        var lines = Frame.lines(notes, WIDTH);
        var top = Frame.below(lines) + 24;
        var drawing = new Drawing(WIDTH, top + y + row + 20);
        Frame.head(drawing, title, lines);
        placed.forEach(tensor -> draw(drawing, tensor, top));
        return drawing.finish(title, notes.getFirst() + " " + String.join("; ", tensors.stream().map(WeightsPicture::caption).toList())
                + ".");
    }

    private static String caption(Tensor tensor) {
        return tensor.name() + "  " + Axis.label(least(tensor)) + " … " + Axis.label(greatest(tensor));
    }

    private static double least(Tensor tensor) {
        return Arrays.stream(tensor.values()).min().orElse(0);
    }

    private static double greatest(Tensor tensor) {
        return Arrays.stream(tensor.values()).max().orElse(0);
    }

    private void draw(Drawing drawing, Placed map, double top) {
        var y = top + map.y();
        drawing.text("s", map.x(), y - 8, caption(map.tensor()));
        var scale = Math.max(Math.abs(least(map.tensor())), Math.abs(greatest(map.tensor())));
        CellMap.draw(drawing, map.x(), y, map.cell(), map.rows(), map.columns(), (row, column) -> {
            var value = map.value(row, column);
            var shade = scale == 0 ? 0 : CellMap.shade(Math.abs(value) / scale);
            return shade == 0 ? 0 : (value > 0 ? CellMap.SHADES : 0) + shade;
        });
        drawing.box("axis", map.x(), y, map.width(), map.height());
        if (map.cell() >= 7) {
            strokes(drawing, map, y);
        }
        marked.filter(entry -> entry.tensor().equals(map.tensor().name())).ifPresent(entry -> mark(drawing, map, y, entry));
    }

    private static void strokes(Drawing drawing, Placed map, double y) {
        var strokes = new StringBuilder();
        for (var row = 0; row < map.rows(); row++) {
            for (var column = 0; column < map.columns(); column++) {
                if (map.value(row, column) < 0) {
                    strokes.append('M').append(Drawing.number(map.x() + (column + 0.3) * map.cell())).append(' ')
                            .append(Drawing.number(y + (row + 0.5) * map.cell())).append('h').append(Drawing.number(0.4 * map.cell()));
                }
            }
        }
        if (!strokes.isEmpty()) {
            drawing.path("edge", strokes.toString());
        }
    }

    private static void mark(Drawing drawing, Placed map, double y, Marked entry) {
        var all = map.lying() ? map.tensor().rows() : map.tensor().columns();
        var column = (map.lying() ? entry.row() : entry.column()) * map.columns() / all;
        var row = map.lying() ? 0 : entry.row() * map.rows() / map.tensor().rows();
        drawing.box("edge", map.x() + column * map.cell() - 1.5, y + row * map.cell() - 1.5, map.cell() + 3, map.cell() + 3);
        drawing.sign(3, "bad", map.x() + (column + 0.5) * map.cell(), y + (row + 0.5) * map.cell(), Math.max(3, map.cell() / 5));
    }
}
