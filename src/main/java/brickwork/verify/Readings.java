package brickwork.verify;

import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.source.DecimalText;
import brickwork.train.LayerUpdate;
import brickwork.verify.health.ConstantInput;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What was measured of a figure of health: a value for each layer the statement is about, or one. Empty where the figure has no value. */
record Readings(Expectation.OfHealth statement, List<Reading> all) {

    /**
     * One value.
     *
     * @param layer  counted from 1; 0 where the figure is of none
     * @param detail what else is known; empty where nothing is
     */
    record Reading(int layer, double value, String detail) {}

    /**
     * Measures.
     *
     * @param moment  the network examined on the part meant; asked only where it is needed
     * @param updates what the last update did
     */
    static Readings of(Expectation.OfHealth statement, Moments moments, Supplier<Moment> moment, List<LayerUpdate> updates) {
        var all = switch (statement.figure()) {
            case DEAD_UNITS -> layers(moment, layer -> layer.dead().stream()
                    .map(_ -> new Reading(layer.layer(), layer.deadUnits(), "layer " + layer.layer() + ": " + layer.deadText())));
            case SATURATED_UNITS -> layers(moment, layer -> reading(layer, layer.saturated()));
            case GRADIENT_NORM -> layers(moment, layer -> reading(layer, layer.gradientNorm()));
            case GRADIENT_RATIO -> moment.get().gradientRatio().stream().mapToObj(ratio -> new Reading(0, ratio, ""));
            case UPDATE_RATIO -> updates.stream().map(update -> new Reading(update.layer(), update.ratio(), ""));
            case CONSTANT_INPUTS -> {
                var constant = ConstantInput.of(moments.dataset().part(part(statement)).orElseThrow());
                yield Stream.of(new Reading(0, constant.size(), constant.isEmpty() ? "" : "the first is input "
                        + constant.getFirst().column() + ", counted from 0, always " + DecimalText.of(constant.getFirst().value())));
            }
        };
        return new Readings(statement, all.filter(r -> r.layer == 0 || statement.layer().orElse(r.layer) == r.layer).toList());
    }

    private static Stream<Reading> layers(Supplier<Moment> moment, Function<LayerHealth, Stream<Reading>> read) {
        return moment.get().layers().stream().flatMap(read);
    }

    private static Stream<Reading> reading(LayerHealth layer, OptionalDouble value) {
        return value.stream().mapToObj(v -> new Reading(layer.layer(), v, ""));
    }

    /** The part a statement is about. */
    static DatasetPart part(Expectation.OfHealth statement) {
        return statement.part().orElse(DatasetPart.TRAIN);
    }

    boolean hold() {
        return all.stream().allMatch(reading -> statement.holds(reading.value()));
    }

    /** The one on which the statement stands or falls; the lowest of several layers. */
    Reading worst() {
        Comparator<Reading> order = switch (statement.relation()) {
            case LESS, LESS_OR_EQUAL -> Comparator.comparingDouble(reading -> -reading.value());
            case GREATER, GREATER_OR_EQUAL -> Comparator.comparingDouble(Reading::value);
            case EQUAL -> Comparator.comparingDouble(reading -> -Math.abs(reading.value() - statement.value()));
        };
        return all.stream().filter(reading -> Double.isNaN(reading.value())).findFirst()
                .orElseGet(() -> all.stream().min(order).orElseThrow());
    }

    /** {@code gradient_norm on train is 3e-9 in layer 1, the least of 3 layers}. */
    String measured(String verb) {
        var worst = worst();
        var extreme = switch (statement.relation()) {
            case LESS, LESS_OR_EQUAL -> ", the most of ";
            case GREATER, GREATER_OR_EQUAL -> ", the least of ";
            case EQUAL -> ", the farthest off of ";
        };
        return subject() + " " + verb + " " + DecimalText.of(worst.value()) + (worst.layer() == 0 ? "" : " in layer " + worst.layer())
                + (all.size() > 1 ? extreme + all.size() + " layers" : "");
    }

    /** {@code initial gradient_norm on train}. */
    String subject() {
        return (statement.initial() ? "initial " : "") + statement.word()
                + (statement.figure().isOfParameters() || !statement.needsTraining() ? " on " + part(statement).word() : "");
    }
}
