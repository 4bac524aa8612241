package brickwork.report.picture;

/**
 * A picture in SVG 1.1.
 *
 * @param title       what it shows, in a few words
 * @param description what there is to see, for those who do not see it
 * @param inline      the {@code <svg>} element without its style sheet, for a page that has {@link #STYLE}
 */
public record Picture(String title, String description, String inline) {

    /** The style sheet of all pictures, light and dark; on paper always light. Its rules touch nothing outside an element of class nn. */
    public static final String STYLE = Styles.SHEET;

    /** The whole document, as a file of its own: the same values give the same text. */
    public String svg() {
        var head = inline.indexOf('>') + 1;
        return inline.substring(0, head) + "<style>" + STYLE + "</style>" + inline.substring(head) + "\n";
    }

    @Override
    public String toString() {
        return title + ": " + description;
    }
}
