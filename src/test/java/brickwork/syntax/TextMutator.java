package brickwork.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What goes wrong in texts: pieces dropped, doubled, exchanged, misspelt, and things that belong elsewhere or nowhere. */
public final class TextMutator {

    private static final List<String> STRANGERS = List.of("layer", "->", "[", "]", "(", ")", "{", "}", ";", "\n", ",", "+", "-", "*", "/",
            "=", "<=", "..", ".", "%", "\"", "#", "@", "3", "0.5", "1e400", ".5", "5.", "x", "relu", "epochs", "rows", "repeat 2 {",
            "init", "loss", "seed", "\\", "é", "\ud83d\ude00", "\ud800", "\u0000", "\t", "\r");

    private TextMutator() {}

    public static String to(String text, int times, Random random) {
        var pieces = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
        for (var i = 0; i < times && !pieces.isEmpty(); i++) {
            var place = random.nextInt(pieces.size());
            var stranger = STRANGERS.get(random.nextInt(STRANGERS.size()));
            switch (random.nextInt(6)) {
                case 0 -> pieces.remove(place);
                case 1 -> pieces.add(place, pieces.get(place));
                case 2 -> pieces.set(place, stranger);
                case 3 -> pieces.add(place, stranger);
                case 4 -> pieces.set(place, pieces.set(random.nextInt(pieces.size()), pieces.get(place)));
                default -> pieces.set(place, misspelt(pieces.get(place), random));
            }
        }
        return String.join("", pieces);
    }

    private static String misspelt(String piece, Random random) {
        var i = random.nextInt(piece.length() + 1);
        var rest = piece.substring(Math.min(piece.length(), i + random.nextInt(2)));
        return piece.substring(0, i) + (char) ('a' + random.nextInt(26)) + rest;
    }
}
