package brickwork.report.picture;

import java.util.Locale;

/**
 * The look of all pictures. Series are told apart by colour, dash and shape at once. Colours: Okabe and Ito, Color Universal Design (2008),
 * darkened where lines or letters on white need more contrast.
 */
final class Styles {

    private static final String[] LIGHT = {"#0072b2", "#d55e00", "#007d5c", "#a8487f", "#8a6100", "#1b7fb5", "#5b5b5b", "#6b5f00"};
    private static final String[] DARK = {"#56b4e9", "#ff9a4d", "#2fc79b", "#e39ac4", "#e69f00", "#9ad2f2", "#b8b8b8", "#f0e442"};
    private static final String[] DASHES = {"none", "7 4", "2 3", "9 3 2 3", "12 4", "1 4", "5 2 1 2 1 2", "3 6"};

    static final String SHEET = sheet();

    private Styles() {}

    /** How many series have a look of their own; more begin again. */
    static int looks() {
        return LIGHT.length;
    }

    private static String sheet() {
        var out = new StringBuilder("""
                svg.nn{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;max-width:100%;height:auto}
                svg.nn text{fill:#1c2128;stroke:none}svg.nn .h{font-size:16px;font-weight:600}svg.nn .s{fill:#4b535d;font-size:12px}
                svg.nn .m{text-anchor:middle}svg.nn .e{text-anchor:end}svg.nn .on{fill:#fff}
                svg.nn .ground{fill:#fff;stroke:none}svg.nn .grid{stroke:#dde1e6;stroke-width:1;fill:none}
                svg.nn .axis{stroke:#4b535d;stroke-width:1;fill:none}svg.nn .edge{stroke:#1c2128;stroke-width:1.6;fill:none}
                svg.nn .mark{stroke:#b00020;stroke-width:1.5;stroke-dasharray:4 3;fill:none}svg.nn .bad{fill:#b00020}
                svg.nn .cells{shape-rendering:crispEdges;stroke:none}svg.nn .hole{fill:#fff}
                svg.nn .halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
                """);
        for (var i = 0; i < LIGHT.length; i++) {
            series(out, i, LIGHT[i]);
            out.append(String.format(Locale.ROOT, "svg.nn .l%d{stroke-dasharray:%s}", i, DASHES[i]));
        }
        out.append("\n@media screen and (prefers-color-scheme:dark){").append("""
                svg.nn text{fill:#e8ebef}svg.nn .s{fill:#aab3bd}svg.nn .on{fill:#10141a}svg.nn .ground,svg.nn .hole{fill:#14181d}
                svg.nn .grid{stroke:#2d343c}svg.nn .axis{stroke:#aab3bd}svg.nn .edge{stroke:#e8ebef}
                svg.nn .mark{stroke:#ff8a80}svg.nn .bad{fill:#ff8a80}svg.nn .halo{stroke:#14181d}
                """);
        for (var i = 0; i < DARK.length; i++) {
            series(out, i, DARK[i]);
        }
        return out.append("}\n").toString();
    }

    private static void series(StringBuilder out, int i, String colour) {
        out.append(String.format(Locale.ROOT, "svg.nn .l%d{stroke:%s;fill:none;stroke-width:2;stroke-linejoin:round}"
                + "svg.nn .f%d{fill:%s}svg.nn .o%d{stroke:%s;stroke-width:1.5}", i, colour, i, colour, i, colour));
    }
}
