package brickwork.check;

import brickwork.model.Limits;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays the layers of a text in their order, those of a repeat as often as it says. A place that could not be read is an empty link. */
final class LayerExpansion {

    private static final int DEEPEST = 100;

    /** First words of statements that hold no layers, readable or not. */
    private static final Set<String> OTHERS = Set.of("nn", "network", "let", "seed", "precision", "data", "split", "scale", "loss",
            "optimizer", "clip", "train", "stop", "checkpoint", "expect");

    private final LayerRules rules;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;
    private boolean full;

    LayerExpansion(LayerRules rules, NumberRules quantities, DiagnosticCollector faults) {
        this.rules = rules;
        this.quantities = quantities;
        this.faults = faults;
    }

    List<Optional<LayerDraft>> lay(List<Statement> statements) {
        return lay(statements, Limits.LAYERS, 0);
    }

    /** At most {@code room} links. */
    private List<Optional<LayerDraft>> lay(List<Statement> statements, int room, int depth) {
        var laid = new ArrayList<Optional<LayerDraft>>();
        for (var statement : statements) {
            switch (statement) {
                case Statement.Layers layers -> layers.layers().forEach(layer -> add(layer, laid, room));
                case Statement.Repeat repeat -> laid.addAll(repeated(repeat, room - laid.size(), depth));
                case Statement.Broken broken -> {
                    if (mayHoldLayers(broken) && laid.size() < room) {
                        laid.add(Optional.empty());
                    }
                }
                case Statement other -> {
                    if (depth > 0) {
                        faults.add(Code.NN025, other.keyword(), "only layers may stand in a repeat")
                                .help("move this statement out of the braces");
                    }
                }
            }
        }
        return laid;
    }

    private void add(Clause.Layer layer, List<Optional<LayerDraft>> laid, int room) {
        var draft = rules.draft(layer);
        if (laid.size() < room) {
            laid.add(Optional.of(draft));
        } else if (!full) {
            full = true;
            faults.add(Code.NN036, layer.span(), "a network may have " + Limits.text(Limits.LAYERS) + " layers at most");
        }
    }

    private static boolean mayHoldLayers(Statement.Broken broken) {
        return broken.word().map(word -> !OTHERS.contains(word.text())).orElse(true);
    }

    private List<Optional<LayerDraft>> repeated(Statement.Repeat repeat, int room, int depth) {
        if (depth == DEEPEST) {
            faults.add(Code.NN036, repeat.keyword(), "repeats may stand " + DEEPEST + " deep in one another at most");
            return List.of(Optional.empty());
        }
        var count = quantities.count(repeat.count(), "the number of repeats");
        var once = lay(repeat.body(), room, depth + 1);
        if (once.isEmpty() && repeat.body().stream().allMatch(Statement.Layers.class::isInstance)) {
            faults.add(Code.NN025, repeat.keyword(), "this repeat holds no layers").help("`repeat 3 { layer 8 relu }` lays three");
        }
        var copies = count.orElse(1);
        var total = (long) once.size() * copies;
        if (total > room && copies > 1) {
            faults.add(Code.NN036, repeat.count().span(), "this makes " + Limits.text(total) + " layers here; a network may have "
                    + Limits.text(Limits.LAYERS) + " at most");
            return once;
        }
        var laid = new ArrayList<Optional<LayerDraft>>();
        for (var i = 0; i < copies && !once.isEmpty(); i++) {
            laid.addAll(once);
        }
        return laid;
    }
}
