package brickwork.verify.health;

import brickwork.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What of the figures is worth saying, and what usually helps. */
final class Findings {

    private static final double MANY_SATURATED = 0.5;
    private static final double VANISHING = 1e-3;
    private static final double EXPLODING = 1e3;
    private static final double LARGE_UPDATE = 0.1;
    private static final int LISTED = 8;

    private final Specification network;
    private final Health health;
    private final List<Finding> findings = new ArrayList<>();

    Findings(Specification network, Health health) {
        this.network = network;
        this.health = health;
    }

    List<Finding> all() {
        checkNumbers();
        checkGradients();
        health.latest().layers().forEach(this::checkUnits);
        checkUpdates();
        checkInputs();
        return findings;
    }

    private void add(Finding.Kind kind, int layer, String message, String cure) {
        findings.add(new Finding(kind, layer, message, cure));
    }

    private String title(int layer) {
        return network.feedForward().layers().get(layer - 1).title();
    }

    private void checkNumbers() {
        health.diverged()
                .ifPresent(diverged -> add(Finding.Kind.NOT_FINITE, diverged.fault().layer(), diverged.message(), diverged.cure()));
        health.start().notFinite().ifPresent(number -> add(Finding.Kind.NOT_FINITE, number.layer(), "at the start " + number.text(),
                "scale the inputs, or begin with smaller weights"));
        health.end().flatMap(Moment::notFinite).ifPresent(number -> add(Finding.Kind.NOT_FINITE, number.layer(),
                "at the end " + number.text(), "lower the rate, or add `clip norm 1`"));
    }

    private void checkGradients() {
        var start = health.start();
        var without = start.trained().stream().filter(layer -> layer.gradientNorm().getAsDouble() == 0).toList();
        without.forEach(layer -> add(Finding.Kind.NO_GRADIENT, layer.layer(),
                title(layer.layer()) + " has no gradient at the start, so that no update moves it",
                "begin with random weights in every layer (xavier, he), and see that the units above it are not dead"));
        if (!without.isEmpty() || start.gradientRatio().isEmpty()) {
            return;
        }
        var ratio = start.gradientRatio().getAsDouble();
        var lowest = start.trained().getFirst();
        var highest = start.trained().getLast();
        var figures = String.format(Locale.ROOT, "at the start the gradient of %s is %.2g times that of %s (norms %.2g and %.2g)",
                title(lowest.layer()), ratio, title(highest.layer()), lowest.gradientNorm().getAsDouble(),
                highest.gradientNorm().getAsDouble());
        if (ratio < VANISHING) {
            add(Finding.Kind.VANISHING, lowest.layer(), "gradients vanish: " + figures,
                    "use relu with he, or fewer layers, or begin with larger weights");
        } else if (ratio > EXPLODING) {
            add(Finding.Kind.EXPLODING, lowest.layer(), "gradients explode: " + figures,
                    "begin with smaller weights (xavier, he), or add `clip norm 1`");
        }
    }

    private void checkUnits(LayerHealth layer) {
        if (layer.deadUnits() > 0 && health.latest().samples() > 1) {
            var all = layer.deadUnits() == layer.units();
            add(Finding.Kind.DEAD_UNITS, layer.layer(), title(layer.layer()) + ": " + layer.deadText() + " on train",
                    all ? "nothing passes this layer; lower the rate, scale the inputs, or use leaky_relu, which cannot die"
                            : "lower the rate, scale the inputs, or use leaky_relu, which cannot die");
        }
        if (layer.saturated().orElse(0) > MANY_SATURATED) {
            add(Finding.Kind.SATURATED, layer.layer(), title(layer.layer()) + ": " + percent(layer.saturated().getAsDouble())
                    + " of its outputs are saturated on train", "scale the inputs, begin with smaller weights, or lower the rate");
        }
    }

    private void checkUpdates() {
        for (var update : health.lastUpdate()) {
            if (update.ratio() > LARGE_UPDATE && update.weights() > 0) {
                add(Finding.Kind.LARGE_UPDATES, update.layer(), "the last update moved the weights of " + title(update.layer()) + " by "
                        + percent(update.ratio()) + " of their norm", "lower the rate, or let it decay");
            }
        }
        for (var change : health.changes()) {
            if (change.trained() && change.keptAll() && health.diverged().isEmpty()) {
                add(Finding.Kind.UNCHANGED, change.layer(), change.tensor() + " is, bit for bit, as it started",
                        "its gradient is 0, or too small a change for " + network.precision().word()
                                + ": raise the rate, or see its gradient norm");
            }
        }
    }

    private void checkInputs() {
        var constant = health.constantInputs();
        if (constant.isEmpty()) {
            return;
        }
        var columns = constant.stream().limit(LISTED).map(input -> String.valueOf(input.column())).collect(Collectors.joining(", "));
        var one = constant.size() == 1;
        add(Finding.Kind.CONSTANT_INPUTS, 0, (one ? "input " : constant.size() + " inputs (") + columns
                + (constant.size() > LISTED ? ", …" : "") + (one ? " has" : ", counted from 0) have") + " one value in all "
                + health.start().samples() + " samples of train",
                "nothing can be learned from " + (one ? "it" : "them") + ": leave " + (one ? "it" : "them")
                        + " out, or see that the data was read as meant");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }
}
