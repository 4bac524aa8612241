package brickwork.report.picture;

import brickwork.engine.Parameters;
import brickwork.model.Layer;
import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A network as circles and lines: a line as wide as the magnitude of its weight, a share of the layer's greatest, dashed below 0.
 *
 * @param title      what it shows
 * @param network    whose layers they are
 * @param parameters of the network
 * @param inputs     names of the inputs, or none
 * @param outputs    names of the outputs, or none
 */
public record NetworkPicture(String title, Specification network, Parameters parameters, List<String> inputs, List<String> outputs) {

    /** Of larger layers the first are shown. */
    private static final int MOST = 12;
    private static final double GAP = 34;
    private static final double RADIUS = 9;
    private static final int WIDTHS = 10;

    public NetworkPicture {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Draws it. */
    public Picture picture() {
        var layers = network.feedForward().layers();
        var widths = new ArrayList<>(List.of(network.inputs()));
        layers.forEach(layer -> widths.add(layer.units()));
        var names = inputs.stream().limit(MOST).mapToInt(String::length).max().orElse(0);
        var left = 40 + 7.2 * Math.min(names, 16);
        var right = 40 + 7.2 * Math.min(outputs.stream().limit(MOST).mapToInt(String::length).max().orElse(0), 16);
        var step = Math.clamp(520.0 / layers.size(), 90, 170);
        var width = Math.max(left + right + step * layers.size(), 420);
        var notes = Frame.lines(notes(widths), width);
        var top = Frame.below(notes) + 10;
        var tallest = widths.stream().mapToInt(NetworkPicture::shown).max().orElse(1);
        var height = tallest * GAP;
        var drawing = new Drawing(width, top + height + 58);
        Frame.head(drawing, title, notes);
        for (var i = 0; i < layers.size(); i++) {
            lines(drawing, layers.get(i), left + i * step, left + (i + 1) * step, top + height / 2);
        }
        for (var i = 0; i < widths.size(); i++) {
            units(drawing, widths.get(i), left + i * step, top + height / 2);
            var x = left + i * step;
            drawing.text("s m", x, top + height + 30, i == 0 ? "inputs" : "layer " + i);
            drawing.text("s m", x, top + height + 46, i == 0 ? String.valueOf(network.inputs())
                    : widths.get(i) + " " + Drawing.shortened(layers.get(i - 1).activation().word(), 12));
        }
        labels(drawing, inputs, network.inputs(), left - RADIUS - 6, top + height / 2, "e");
        labels(drawing, outputs, widths.getLast(), left + layers.size() * step + RADIUS + 6, top + height / 2, "");
        return drawing.finish(title, String.join(" ", notes) + " Greatest weights: " + layers.stream().map(this::greatest)
                .collect(Collectors.joining("; ")) + ".");
    }

    private static List<String> notes(List<Integer> widths) {
        var notes = new ArrayList<>(List.of("Wider lines: greater magnitude within a layer. Dashed blue: below 0. Biases are not drawn."));
        if (widths.stream().anyMatch(width -> width > MOST)) {
            notes.add("Of layers with more than " + MOST + " units the first " + (MOST - 1) + " are drawn; the number of the others stands "
                    + "below them.");
        }
        return notes;
    }

    private String greatest(Layer layer) {
        var tensor = parameters.tensor(layer.weightName());
        var at = IntStream.range(0, tensor.values().length).reduce(0,
                (a, b) -> Math.abs(tensor.values()[b]) > Math.abs(tensor.values()[a]) ? b : a);
        return tensor.name() + "[" + at / tensor.columns() + ", " + at % tensor.columns() + "] is " + Axis.label(tensor.values()[at]);
    }

    private static int shown(int width) {
        return Math.min(width, MOST);
    }

    /** How many of them have a circle of their own; a further place says how many have not. */
    private static int circles(int width) {
        return width <= MOST ? width : MOST - 1;
    }

    private static double y(int unit, int width, double middle) {
        return middle + (unit - (shown(width) - 1) / 2.0) * GAP;
    }

    private void lines(Drawing drawing, Layer layer, double from, double to, double middle) {
        var tensor = parameters.tensor(layer.weightName());
        var greatest = Arrays.stream(tensor.values()).map(Math::abs).max().orElse(0);
        var courses = new TreeMap<Integer, StringBuilder>(); // by width, so that the widest are drawn last; below 0 apart
        for (var unit = 0; unit < circles(tensor.rows()); unit++) {
            for (var input = 0; input < circles(tensor.columns()); input++) {
                var weight = tensor.at(unit, input);
                var width = greatest == 0 ? 0 : (int) Math.ceil(WIDTHS * Math.abs(weight) / greatest);
                if (width > 0) {
                    courses.computeIfAbsent(2 * width + (weight < 0 ? 0 : 1), _ -> new StringBuilder()).append('M')
                            .append(Drawing.number(from)).append(' ').append(Drawing.number(y(input, tensor.columns(), middle))).append('L')
                            .append(Drawing.number(to)).append(' ').append(Drawing.number(y(unit, tensor.rows(), middle)));
                }
            }
        }
        courses.forEach((key, course) -> drawing.path("l" + key % 2, course.toString(), String.format(Locale.ROOT,
                " style=\"stroke-width:%.1f;stroke-dasharray:%s;stroke-opacity:%.2f\"", 0.3 + 4.2 * (key / 2) / WIDTHS,
                key % 2 == 0 ? "6 3" : "none", 0.3 + 0.6 * (key / 2) / WIDTHS)));
    }

    private static void units(Drawing drawing, int width, double x, double middle) {
        for (var unit = 0; unit < circles(width); unit++) {
            drawing.sign(0, "edge hole", x, y(unit, width, middle), RADIUS);
        }
        if (width > MOST) {
            drawing.text("s m halo", x, y(MOST - 1, width, middle) + 4, "+ " + (width - circles(width)));
        }
    }

    private static void labels(Drawing drawing, List<String> names, int width, double x, double middle, String look) {
        for (var unit = 0; unit < Math.min(names.size(), circles(width)); unit++) {
            drawing.text(("s " + look).strip(), x, y(unit, width, middle) + 4, Drawing.shortened(names.get(unit), 16));
        }
    }
}
