package brickwork.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses which known name a writer meant. Case counts for nothing; a letter too many, missing, wrong or exchanged with its neighbour
 * counts one (the Damerau-Levenshtein distance in its restricted form, Damerau 1964). The longer the name, the more slips it may hold.
 */
public final class NearestName {

    private static final int SHORTEST_BEGINNING = 3;

    /** Letters of the Cyrillic and the Greek alphabet, and the Latin ones below that they are taken for. */
    private static final String FOREIGN = "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d\u043a"
            + "\u03bf\u03b1\u03bd\u03c1\u03c5\u03b9\u03ba";
    private static final String OURS = "aeopcyxijshdqwkoavpuik";

    private NearestName() {}

    /**
     * The known name nearest to {@code written}, if one is near enough: with the fewest slips, first in the alphabet where several have as
     * many. Where none is near, the one known name that begins with {@code written} (at least three letters).
     */
    public static Optional<String> of(String written, Collection<String> known) {
        var lower = written.toLowerCase(Locale.ROOT);
        record Candidate(String name, int slips) {}
        var nearest = known.stream()
                .filter(name -> Math.abs(name.length() - lower.length()) <= slipsAllowed(name))
                .map(name -> new Candidate(name, slips(lower, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.slips() <= slipsAllowed(candidate.name()))
                .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::name))
                .map(Candidate::name);
        return nearest.isPresent() ? nearest : onlyOneBeginningWith(lower, known);
    }

    /** {@code its letter 2 is U+0430, which only looks like `a`}, of the first letter of another alphabet that looks like one of ours. */
    public static Optional<String> lookAlike(String written) {
        for (var i = 0; i < written.length(); i++) {
            var at = FOREIGN.indexOf(written.charAt(i));
            if (at >= 0) {
                return Optional.of(String.format(Locale.ROOT, "its letter %d is U+%04X, which only looks like `%s`", i + 1,
                        (int) written.charAt(i), OURS.charAt(at)));
            }
        }
        return Optional.empty();
    }

    private static int slipsAllowed(String name) {
        var length = name.length();
        return length < 2 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3;
    }

    private static Optional<String> onlyOneBeginningWith(String beginning, Collection<String> known) {
        if (beginning.length() < SHORTEST_BEGINNING) {
            return Optional.empty();
        }
        var longer = known.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning)).distinct().toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    /** Row by row over the matrix of distances between beginnings of both words; a swap of neighbours looks two rows back. */
    private static int slips(String a, String b) {
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + wrong, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
