package brickwork.report.picture;

import java.util.Locale;

/** An SVG element under way. Lengths are in pixels of a picture shown at its own size, y downwards. */
final class Drawing {

    private final double width;
    private final double height;
    private final StringBuilder out = new StringBuilder();

    Drawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Drawing line(String look, double x1, double y1, double x2, double y2) {
        return path(look, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    /** {@code look} are classes of {@link Styles}; {@code course} is the path's data. */
    Drawing path(String look, String course) {
        return path(look, course, "");
    }

    /** The same with more attributes, which are written as they are. */
    Drawing path(String look, String course, String attributes) {
        out.append("<path class=\"").append(look).append("\" d=\"").append(course).append('"').append(attributes).append("/>");
        return this;
    }

    Drawing box(String look, double x, double y, double w, double h) {
        return path(look, "M" + number(x) + " " + number(y) + "h" + number(w) + "v" + number(h) + "h" + number(-w) + "z");
    }

    /** A line of text on the base line {@code y}. */
    Drawing text(String look, double x, double y, String text) {
        out.append("<text class=\"").append(look).append("\" x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\">")
                .append(escaped(text)).append("</text>");
        return this;
    }

    /** A line of text that is read from below, centred at {@code y}. */
    Drawing upright(String look, double x, double y, String text) {
        out.append("<text class=\"").append(look).append("\" transform=\"translate(").append(number(x)).append(' ').append(number(y))
                .append(")rotate(-90)\">").append(escaped(text)).append("</text>");
        return this;
    }

    /** Begins a group with these attributes, which are written as they are; ended by {@link #close}. */
    Drawing open(String attributes) {
        out.append("<g ").append(attributes).append('>');
        return this;
    }

    Drawing close() {
        out.append("</g>");
        return this;
    }

    /** A sign for a sample or a point of a curve: the shape tells the series, also without colour. */
    Drawing sign(int series, String look, double x, double y, double r) {
        return path(look, shape(series, x, y, r));
    }

    private static final int SHAPES = 8;

    /** The outline of a series' sign around a place. */
    static String shape(int series, double x, double y, double r) {
        return switch (series % SHAPES) {
            case 0 -> "M" + number(x - r) + " " + number(y) + "a" + number(r) + " " + number(r) + " 0 1 0 " + number(2 * r) + " 0a"
                    + number(r) + " " + number(r) + " 0 1 0" + number(-2 * r) + " 0z";
            case 1 -> polygon(x, y, r, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9, -0.9, -0.9);
            case 2 -> polygon(x, y, r, 0, -1.2, 1.1, 0.8, -1.1, 0.8);
            case 3 -> polygon(x, y, r, 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
            case 4 -> polygon(x, y, r, 0, 1.2, 1.1, -0.8, -1.1, -0.8);
            case 5 -> polygon(x, y, r, -0.4, -1.2, 0.4, -1.2, 0.4, -0.4, 1.2, -0.4, 1.2, 0.4, 0.4, 0.4, 0.4, 1.2, -0.4, 1.2, -0.4, 0.4,
                    -1.2, 0.4, -1.2, -0.4, -0.4, -0.4);
            case 6 -> polygon(x, y, r, 1.2, 0, 0.6, 1.05, -0.6, 1.05, -1.2, 0, -0.6, -1.05, 0.6, -1.05);
            default -> polygon(x, y, r, 0, -1.3, 0.35, -0.35, 1.3, 0, 0.35, 0.35, 0, 1.3, -0.35, 0.35, -1.3, 0, -0.35, -0.35);
        };
    }

    private static String polygon(double x, double y, double r, double... corners) {
        var path = new StringBuilder();
        for (var i = 0; i < corners.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(number(x + r * corners[i])).append(' ').append(number(y + r * corners[i + 1]));
        }
        return path.append('z').toString();
    }

    Picture finish(String title, String description) {
        var head = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nn\" viewBox=\"0 0 " + number(width) + " " + number(height)
                + "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" role=\"img\" aria-label=\""
                + escaped(title + ". " + description) + "\">";
        return new Picture(title, description, head + "<title>" + escaped(title) + "</title><desc>" + escaped(description)
                + "</desc><path class=\"ground\" d=\"M0 0h" + number(width) + "v" + number(height) + "h" + number(-width) + "z\"/>" + out
                + "</svg>");
    }

    /** At most two decimals, which is finer than a screen shows. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a place in a picture is a finite number, got " + value);
        }
        var hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        var text = String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
        return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }

    /** Characters XML 1.0 cannot hold become U+FFFD. */
    static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE || c > 0xFFFF || c == '\n' || c == '\t'
                        ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    /** The text, or its beginning where it is longer than so many characters. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
