package brickwork.report.picture;

import java.util.List;
import java.util.Locale;

/**
 * For how many seeds a statement held, and what that says of all seeds.
 *
 * @param title  what was stated
 * @param held   seeds for which it held
 * @param tried  seeds that were tried
 * @param needed seeds for which it has to hold
 * @param seeds  all that it is about
 * @param low    of the interval of the share that holds among all seeds, from 0 to 1
 * @param high   of the same
 */
public record SpreadPicture(String title, long held, long tried, long needed, long seeds, double low, double high) {

    private static final double WIDTH = 680;

    /** Draws it. */
    public Picture picture() {
        var summary = held + " of " + tried + " seeds held; " + needed + " of " + seeds + " are needed.";
        var lines = Frame.lines(List.of(summary, String.format(Locale.ROOT, "The line with ends is the 95%% interval of the share: %.1f%% "
                + "to %.1f%%.", 100 * low, 100 * high)), WIDTH);
        var top = Frame.below(lines) + 16;
        var drawing = new Drawing(WIDTH, top + 110);
        Frame.head(drawing, Drawing.shortened(title, 70), lines);
        var across = new Axis(0, 1, false, 40, WIDTH - 40);
        var y = top + 16;
        drawing.box("f0", across.at(0), y - 10, across.at((double) held / tried) - across.at(0), 20);
        drawing.box("axis", across.at(0), y - 10, across.at(1) - across.at(0), 20);
        drawing.path("edge", "M" + Drawing.number(across.at(low)) + " " + Drawing.number(y + 16) + "v12m0-6H"
                + Drawing.number(across.at(high)) + "m0-6v12");
        var mark = across.at((double) needed / seeds);
        drawing.line("mark", mark, y - 18, mark, y + 18);
        drawing.text((mark > WIDTH / 2 ? "bad e" : "bad"), mark + (mark > WIDTH / 2 ? -5 : 5), y - 14, "needed");
        for (var tick : across.ticks(5)) {
            drawing.text("s m", across.at(tick), y + 50, Axis.label(100 * tick) + "%");
        }
        drawing.text("s m", WIDTH / 2, y + 72, "share of seeds for which it held");
        return drawing.finish(title, summary);
    }
}
