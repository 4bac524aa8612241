package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Norms layer by layer, by powers of ten.
 *
 * @param title  what it shows
 * @param layers names below the axis, in order
 * @param series what was measured; each has a number a layer, NaN where there is none
 * @param notes  what a reader should know, a sentence each
 */
public record NormsPicture(String title, List<String> layers, List<Curve> series, List<String> notes) {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 280;

    public NormsPicture {
        layers = List.copyOf(layers);
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    /** Draws them. */
    public Picture picture() {
        var told = new ArrayList<>(notes);
        var zeros = series.stream().flatMapToDouble(Curve::finite).filter(value -> value == 0).count();
        if (zeros > 0) {
            told.add("Norms of 0 have no place among powers of ten and stand on the axis below.");
        }
        var lines = Frame.lines(told, WIDTH);
        var legend = 20 * series.size();
        var top = Frame.below(lines) + legend;
        var drawing = new Drawing(WIDTH, top + HEIGHT + 52);
        Frame.head(drawing, title, lines);
        var frame = Frame.of(drawing, 78, top, WIDTH - 24, top + HEIGHT);
        var all = series.stream().flatMapToDouble(Curve::finite).filter(value -> value > 0).summaryStatistics();
        var up = frame.upwards(all.getMin(), all.getMax(), true);
        frame.left(up, "L2 norm (logarithmic)", Axis::label);
        var column = (frame.right() - frame.left()) / layers.size();
        var every = Math.max(1, (layers.size() + 11) / 12);
        for (var layer = 0; layer < layers.size(); layer += every) {
            drawing.text("s m", frame.left() + (layer + 0.5) * column, frame.bottom() + 18, Drawing.shortened(layers.get(layer), 12));
        }
        for (var i = 0; i < series.size(); i++) {
            one(drawing, frame, up, i);
            var y = Frame.below(lines) + 6 + 20 * i;
            drawing.line("l" + i % Styles.looks(), frame.left(), y - 4, frame.left() + 30, y - 4);
            drawing.sign(i, "f" + i % Styles.looks(), frame.left() + 15, y - 4, 4.5);
            drawing.text("", frame.left() + 38, y, series.get(i).name());
        }
        frame.outline();
        drawing.text("s m", (frame.left() + frame.right()) / 2, frame.bottom() + 38, "layer, from the inputs to the outputs");
        return drawing.finish(title, description(told));
    }

    private void one(Drawing drawing, Frame frame, Axis up, int number) {
        var column = (frame.right() - frame.left()) / layers.size();
        var ys = series.get(number).ys();
        var course = new StringBuilder();
        var pen = false;
        for (var layer = 0; layer < ys.length; layer++) {
            if (!Double.isFinite(ys[layer])) {
                pen = false;
                continue;
            }
            var x = frame.left() + (layer + 0.5) * column;
            var y = ys[layer] > 0 ? up.at(ys[layer]) : frame.bottom();
            course.append(pen ? 'L' : 'M').append(Drawing.number(x)).append(' ').append(Drawing.number(y));
            drawing.sign(number, "f" + number % Styles.looks(), x, y, 4.5);
            pen = true;
        }
        drawing.path("l" + number % Styles.looks(), course.toString());
    }

    private String description(List<String> told) {
        return series.stream().map(curve -> curve.name() + ": " + DoubleStream.of(curve.ys())
                .mapToObj(value -> Double.isFinite(value) ? Axis.label(value) : "none").collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "By layer. ", ".")) + told.stream().map(note -> " " + note).collect(Collectors.joining());
    }
}
