package brickwork.check;

import brickwork.model.Definition;
import brickwork.model.Flatness;
import brickwork.model.HealthMetric;
import brickwork.model.Language;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.source.Listing;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Conditions;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What can be expected of a training's health, and of what.
 *
 * @param layers absent, like {@code loss}, where not all of them is known; then nothing that depends on them is checked
 */
record HealthRules(Statements statements, Optional<List<Layer>> layers, Optional<Loss> loss, NumberRules quantities,
        DiagnosticCollector faults) {

    /** The figure a word names; empty where it names none. */
    static Optional<HealthMetric> figure(Word word) {
        return Language.HEALTH.find(word.text()).map(Definition::example);
    }

    /** Whether a condition can be judged only where something is trained. */
    static boolean needsTraining(Conditions.Measured condition) {
        return condition.initial().isEmpty() && !figure(condition.metric()).filter(HealthMetric.CONSTANT_INPUTS::equals).isPresent();
    }

    /** A metric is of the whole network and of a trained one. */
    void checkMetric(Conditions.Measured condition) {
        condition.place().layer().ifPresent(
                layer -> refuse(layer.span(), condition.metric().text() + " is of the whole network, not of a layer", "of layer"));
        condition.initial()
                .ifPresent(initial -> refuse(initial.span(), condition.metric().text() + " is of the trained network", "initial"));
    }

    /** Reports where the figure cannot be measured so. */
    void check(Conditions.Measured condition, HealthMetric figure) {
        if (!figure.isOfLayers()) {
            condition.place().layer()
                    .ifPresent(layer -> refuse(layer.span(), figure.word() + " is of the whole network, not of a layer", "of layer"));
        }
        if (!figure.isOfParameters()) {
            condition.initial().ifPresent(initial -> refuse(initial.span(), figure == HealthMetric.UPDATE_RATIO
                    ? "update_ratio is of an update, and at the start there was none"
                    : "constant_inputs is of the data, at the start and later", "initial"));
        }
        if (figure == HealthMetric.UPDATE_RATIO) {
            condition.place().part().ifPresent(part -> refuse(part.span(), "update_ratio is of an update, which is made on train",
                    "on " + part.text()));
        }
        condition.scope().epochs().filter(_ -> !needsTraining(condition)).ifPresent(epochs -> refuse(epochs.span(),
                "no epoch changes " + condition.initial().map(_ -> "initial ").orElse("") + figure.word(), "within"));
        checkCount(condition.claim().value(), figure);
        if (layers.isPresent() && loss.isPresent() && condition.place().layer().isEmpty()) {
            checkExists(condition.metric(), figure);
        }
    }

    private void refuse(Span place, String message, String words) {
        faults.add(Code.NN081, place, message).help("leave `" + words + "` out");
    }

    private void checkCount(Expression value, HealthMetric figure) {
        var number = quantities.number(value);
        if (figure.counts() && number.isPresent()
                && (number.getAsDouble() < 0 || number.getAsDouble() != Math.rint(number.getAsDouble()))) {
            faults.add(Code.NN082, value.span(),
                    figure.word() + " is a whole number, not " + DecimalText.of(number.getAsDouble()))
                    .help("it counts " + (figure == HealthMetric.DEAD_UNITS ? "the units of a layer" : "inputs")
                            + "; write a whole number from 0");
        }
    }

    private void checkExists(Word word, HealthMetric figure) {
        var having = figure.layers(layers.get(), loss.get());
        switch (figure) {
            case DEAD_UNITS, SATURATED_UNITS, GRADIENT_NORM, UPDATE_RATIO -> {
                if (having.isEmpty()) {
                    faults.add(Code.NN079, word.span(), "no layer has " + figure.word()).help(cure(figure));
                }
            }
            case GRADIENT_RATIO -> {
                if (having.size() < 2) {
                    faults.add(Code.NN079, word.span(), "gradient_ratio compares two trained layers, but the network has "
                            + (having.isEmpty() ? "none" : "one")).help("state a bound of `gradient_norm`");
                }
            }
            case CONSTANT_INPUTS -> {}
        }
    }

    private static String cure(HealthMetric figure) {
        return switch (figure) {
            case DEAD_UNITS -> "units of " + units(Flatness.Figure.DEAD) + " can be dead; for others write `saturated_units`";
            case SATURATED_UNITS -> "units of " + units(Flatness.Figure.SATURATED) + " can be saturated, the last layer's not under "
                    + Listing.or(Language.lossesOfPreActivations()) + "; for others write `dead_units`";
            case GRADIENT_NORM, UPDATE_RATIO, GRADIENT_RATIO, CONSTANT_INPUTS -> "it is of layers that are trained: leave `frozen` out";
        };
    }

    private static String units(Flatness.Figure figure) {
        return Listing.and(Language.activationsOf(figure));
    }

    /** The number after {@code of layer}; empty where it names no layer that has the figure, which is reported. */
    OptionalInt layer(Expression written, HealthMetric figure) {
        var named = layers.stream().flatMap(List::stream)
                .filter(layer -> written instanceof Expression.Constant(_, var name) && layer.name().equals(Optional.of(name))).findFirst();
        if (named.isPresent() && !isConstant(named.get().name().orElseThrow())) {
            faults.add(Code.NN080, written.span(), "a layer is told by its number here, not by its name")
                    .help("write `of layer " + named.get().number() + "`");
            return OptionalInt.empty();
        }
        var number = quantities.count(written, "the number of a layer");
        if (number.isEmpty() || layers.isEmpty()) {
            return number;
        }
        if (number.getAsInt() > layers.get().size()) {
            faults.add(Code.NN080, written.span(), "there is no layer " + number.getAsInt() + ": the network has "
                    + Plural.of(layers.get().size(), "layer"))
                    .help("layers count from 1, each copy of a repeated one too");
            return OptionalInt.empty();
        }
        if (figure.isOfLayers() && loss.isPresent()
                && figure.layers(layers.get(), loss.get()).stream().noneMatch(layer -> layer.number() == number.getAsInt())) {
            var layer = layers.get().get(number.getAsInt() - 1);
            faults.add(Code.NN079, written.span(), layer.title() + ", " + layer.activation().word() + (layer.frozen() ? " and frozen" : "")
                    + ", has no " + figure.word()).help(others(figure));
            return OptionalInt.empty();
        }
        return number;
    }

    private boolean isConstant(String name) {
        return statements.all(Statement.Let.class).stream().anyMatch(let -> let.name().text().equals(name));
    }

    private String others(HealthMetric figure) {
        var having = figure.layers(layers.get(), loss.get());
        return having.isEmpty() ? cure(figure)
                : having.stream().map(layer -> String.valueOf(layer.number())).collect(Collectors.joining(", ",
                        having.size() == 1 ? "only layer " : "layers that have it: ", having.size() == 1 ? " has it" : ""));
    }
}
