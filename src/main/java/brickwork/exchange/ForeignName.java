package brickwork.exchange;

import brickwork.source.JsonText;

/** Names that another program gave, as messages show them. */
final class ForeignName {

    private static final int LONGEST = 60;

    private ForeignName() {}

    /** In quotes, escaped, cut where it is long. */
    static String shown(String name) {
        return JsonText.quoted(name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…");
    }
}
