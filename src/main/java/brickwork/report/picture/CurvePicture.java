package brickwork.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Curves over the epochs of a training.
 *
 * @param title    what they show
 * @param quantity the name of the upright axis
 * @param curves   in the order of the legend; what is not finite leaves a gap
 * @param share    whether the numbers are shares, shown as percent; else they are shown by powers of ten where all are above 0 and the
 *                 greatest is above 50 times the least
 * @param notes    what a reader should know, a sentence each
 * @param diverged the epoch, from 0, in which training met a number that is not finite
 */
public record CurvePicture(String title, String quantity, List<Curve> curves, boolean share, List<String> notes, OptionalInt diverged) {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 300;
    private static final double LOG_FROM = 50;

    public CurvePicture {
        curves = List.copyOf(curves);
        notes = List.copyOf(notes);
    }

    /** Draws them. */
    public Picture picture() {
        var told = new ArrayList<>(notes);
        diverged.ifPresent(epoch -> told.add("Training diverged in epoch " + epoch + ": the curve ends there."));
        gaps().ifPresent(told::add);
        var lines = Frame.lines(told, WIDTH);
        var top = Frame.below(lines) + 22;
        var drawing = new Drawing(WIDTH, top + HEIGHT + 52);
        Frame.head(drawing, title, lines);
        var frame = Frame.of(drawing, 70, top, WIDTH - 24, top + HEIGHT);
        var last = Math.max(curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.xs())).max().orElse(1),
                diverged.orElse(0));
        var across = new Axis(0, Math.max(last, 1), false, frame.left(), frame.right());
        var up = upwards(frame);
        frame.left(up, quantity + (up.log() ? " (logarithmic)" : ""), share ? CurvePicture::percent : Axis::label);
        frame.below(across, "epoch", Axis::label);
        diverged.ifPresent(epoch -> divergence(drawing, frame, across.at(epoch), epoch));
        drawing.open(String.format(Locale.ROOT, "class=\"plot\" data-left=\"%s\" data-right=\"%s\" data-top=\"%s\" data-bottom=\"%s\" "
                + "data-last=\"%s\"", Drawing.number(frame.left()), Drawing.number(frame.right()), Drawing.number(frame.top()),
                Drawing.number(frame.bottom()), Drawing.number(across.high())));
        for (var i = 0; i < curves.size(); i++) {
            curve(drawing, i, across, up);
        }
        drawing.close();
        frame.outline();
        legend(drawing, frame);
        return drawing.finish(title, description(told));
    }

    private Axis upwards(Frame frame) {
        var all = curves.stream().flatMapToDouble(Curve::finite).summaryStatistics();
        if (share) {
            return new Axis(Math.min(Math.floor(all.getMin() * 10) / 10, 0.9), 1, false, frame.bottom(), frame.top());
        }
        var log = all.getCount() > 0 && all.getMin() > 0 && all.getMax() > LOG_FROM * all.getMin();
        return frame.upwards(all.getMin(), all.getMax(), log);
    }

    private static String percent(double value) {
        return Axis.label(Math.round(value * 1e6) / 1e4) + "%";
    }

    private static void divergence(Drawing drawing, Frame frame, double x, int epoch) {
        drawing.line("mark", x, frame.top(), x, frame.bottom());
        var left = x > (frame.left() + frame.right()) / 2;
        drawing.text(left ? "bad e" : "bad", x + (left ? -6 : 6), frame.top() + 14, "diverged in epoch " + epoch);
    }

    private void curve(Drawing drawing, int number, Axis across, Axis up) {
        var curve = curves.get(number);
        var shown = curve.shown();
        var course = new StringBuilder();
        var pen = false;
        for (var place : shown) {
            var y = curve.ys()[place];
            if (!Double.isFinite(y)) {
                pen = false;
                continue;
            }
            course.append(pen ? 'L' : 'M').append(Drawing.number(across.at(curve.xs()[place]))).append(' ')
                    .append(Drawing.number(up.at(y)));
            pen = true;
        }
        var data = " data-name=\"" + Drawing.escaped(curve.name()) + "\" data-xs=\"" + numbers(shown, curve.xs()) + "\" data-ys=\""
                + numbers(shown, curve.ys()) + "\"";
        drawing.path("l" + number % Styles.looks(), course.toString(), data);
        var signs = Math.max(1, shown.size() / 6);
        for (var i = shown.size() == 1 ? 0 : signs / 2; i < shown.size(); i += signs) {
            var place = shown.get(i);
            if (Double.isFinite(curve.ys()[place])) {
                drawing.sign(number, "f" + number % Styles.looks(), across.at(curve.xs()[place]), up.at(curve.ys()[place]), 3.4);
            }
        }
    }

    private static String numbers(List<Integer> places, double[] values) {
        DoubleFunction<String> five = value -> !Double.isFinite(value) ? "" : value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.5g", value);
        return places.stream().map(place -> five.apply(values[place])).collect(Collectors.joining(","));
    }

    private void legend(Drawing drawing, Frame frame) {
        var x = frame.left();
        for (var i = 0; i < curves.size(); i++) {
            var look = i % Styles.looks();
            drawing.line("l" + look, x, frame.top() - 14, x + 30, frame.top() - 14);
            drawing.sign(i, "f" + look, x + 15, frame.top() - 14, 3.4);
            drawing.text("", x + 36, frame.top() - 10, curves.get(i).name());
            x += 60 + 7.4 * curves.get(i).name().length();
        }
    }

    /** Only numbers within a curve can be missing; where a curve ends is told by its divergence. */
    private Optional<String> gaps() {
        var missing = curves.stream().mapToLong(curve -> curve.ys().length - curve.finite().count()).sum();
        return missing == 0 ? Optional.empty()
                : Optional.of((missing == 1 ? "1 number is" : missing + " numbers are") + " not finite and left out: a gap.");
    }

    private String description(List<String> told) {
        var each = curves.stream().map(curve -> {
            var finite = curve.finite().toArray();
            return finite.length == 0 ? curve.name() + ": no number"
                    : curve.name() + ": from " + shown(finite[0]) + " in epoch " + Axis.label(curve.xs()[0]) + " to "
                            + shown(finite[finite.length - 1]) + " in epoch " + Axis.label(curve.xs()[curve.xs().length - 1]) + ", least "
                            + shown(DoubleStream.of(finite).min().orElseThrow()) + ", greatest "
                            + shown(DoubleStream.of(finite).max().orElseThrow());
        });
        return each.collect(Collectors.joining("; ", "", ".")) + told.stream().map(note -> " " + note).collect(Collectors.joining());
    }

    private String shown(double value) {
        return share ? percent(value) : Axis.label(value);
    }
}
