package brickwork.cucumber;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The steps there are, to name the nearest where a feature holds one that is not among them. */
final class StepList {

    private static final int NAMED = 3;

    /** The share of words that near sentences have in common. */
    private static final double NEAR = 0.4;

    private final Set<String> patterns = new TreeSet<>();

    void add(String pattern) {
        patterns.add(pattern);
    }

    /** {@code "; near it are: …"}, or nothing where no step has much in common with {@code text}. */
    String near(String text) {
        var words = words(text);
        record Candidate(String pattern, double likeness) {}
        var nearest = patterns.stream().map(pattern -> new Candidate(pattern, likeness(words, words(pattern))))
                .filter(candidate -> candidate.likeness() >= NEAR)
                .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                .limit(NAMED).map(candidate -> "\n  " + candidate.pattern()).collect(Collectors.joining());
        return nearest.isEmpty() ? "" : "; near it are:" + nearest;
    }

    /** The Dice coefficient of two sets of words. */
    private static double likeness(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return 2.0 * common.size() / (one.size() + other.size());
    }

    /** Without parameters, numbers, strings and articles. */
    private static Set<String> words(String sentence) {
        var plain = sentence.replaceAll("\\{\\w*}|\"[^\"]*\"|[-+]?\\d[\\w.%+-]*|\\b(the|a|an)\\b", " ");
        return Arrays.stream(plain.split("[^\\p{Alpha}]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
