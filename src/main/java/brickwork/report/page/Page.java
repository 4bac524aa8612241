package brickwork.report.page;

import brickwork.report.JsonObject;
import brickwork.report.picture.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** An HTML document under way. Whatever text is given is shown as text. */
final class Page {

    private static final String STYLE = read("page.css");
    private static final String SCRIPT = read("page.js");

    private final StringBuilder out = new StringBuilder();

    Page heading(String id, String text) {
        out.append("<h2 id=\"").append(id).append("\">").append(escaped(text)).append("</h2>\n");
        return this;
    }

    Page subheading(String text) {
        out.append("<h3>").append(escaped(text)).append("</h3>\n");
        return this;
    }

    Page paragraph(String look, String text) {
        out.append("<p").append(look.isEmpty() ? "" : " class=\"" + look + "\"").append('>').append(escaped(text)).append("</p>\n");
        return this;
    }

    /** A text whose lines are kept; it can be reached by the keyboard, for it may be wider than the page. */
    Page verbatim(String label, String text) {
        out.append("<pre tabindex=\"0\" role=\"region\" aria-label=\"").append(escaped(label)).append("\"><code>").append(escaped(text))
                .append("</code></pre>\n");
        return this;
    }

    /** A table whose first column names its rows. */
    Page table(String caption, List<String> head, List<List<String>> rows) {
        out.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").append(escaped(caption)).append("\"><table>");
        if (!head.isEmpty()) {
            out.append("<thead><tr>");
            head.forEach(cell -> out.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
            out.append("</tr></thead>");
        }
        out.append("<tbody>\n");
        for (var row : rows) {
            out.append("<tr><th scope=\"row\">").append(escaped(row.getFirst())).append("</th>");
            row.stream().skip(1).forEach(cell -> out.append("<td>").append(escaped(cell)).append("</td>"));
            out.append("</tr>\n");
        }
        out.append("</tbody></table></div>\n");
        return this;
    }

    /** A statement with its verdict in a word and a sign, and what was found. */
    Page statement(String verdict, String statement, String evidence, List<Picture> shown) {
        var sign = switch (verdict) {
            case "passed" -> "✓";
            case "failed" -> "✗";
            default -> "?";
        };
        out.append("<li class=\"").append(verdict).append("\"><p><b>").append(sign).append(' ').append(verdict).append("</b> <code>")
                .append(escaped(statement)).append("</code></p>");
        if (!evidence.isEmpty()) {
            out.append("<p class=\"evidence\">").append(escaped(evidence)).append("</p>");
        }
        if (!shown.isEmpty()) {
            figures(shown);
        }
        out.append("</li>\n");
        return this;
    }

    Page open(String tag) {
        out.append(tag).append('\n');
        return this;
    }

    /** Pictures beside each other, as many as there is room for. */
    Page figures(List<Picture> pictures) {
        out.append("<div class=\"figures\">\n");
        for (var picture : pictures) {
            out.append("<figure tabindex=\"0\" role=\"group\" aria-label=\"").append(escaped(picture.title())).append("\">")
                    .append(picture.inline()).append("</figure>\n");
        }
        out.append("</div>\n");
        return this;
    }

    /** The figures for programs, in an element that browsers do not show. */
    Page data(String id, JsonObject object) {
        out.append("<script type=\"application/json\" id=\"").append(id).append("\">")
                .append(object.write().replace("<", "\\u003c").replace("&", "\\u0026")).append("</script>\n");
        return this;
    }

    /** The whole document. */
    String finish(String title, String summary) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "script-src 'sha256-" + digest(SCRIPT)
                + "'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + escaped(title) + "</title>\n<style>\n" + STYLE + Picture.STYLE + "</style>\n</head>\n<body>\n<header>\n<h1>"
                + escaped(title) + "</h1>\n<p class=\"summary\">" + escaped(summary) + "</p>\n</header>\n<main>\n" + out
                + "</main>\n<script>" + SCRIPT + "</script>\n</body>\n</html>\n";
    }

    /** Characters that HTML does not allow become U+FFFD. */
    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c >= 0xD800 && c < 0xE000
                        ? 0xFFFD : c);
            }
        });
        return safe.toString();
    }

    private static String digest(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }

    private static String read(String resource) {
        try (var stream = Page.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(resource + " cannot be read from the jar", broken);
        }
    }
}
