package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.model.HealthMetric;
import brickwork.model.Precision;
import brickwork.source.DecimalText;
import brickwork.train.LayerUpdate;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Stage;
import brickwork.verify.health.ConstantInput;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A figure of health, measured: a value for each layer the check is about, or one. Empty where the figure has no value. */
record HealthMeasurement(HealthCheck check, List<Reading> all) {

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
     * @param health  the network examined on the part meant; asked only where it is needed
     * @param updates what the last update did
     */
    static HealthMeasurement of(HealthCheck check, Dataset dataset, Supplier<Moment> health, List<LayerUpdate> updates) {
        var all = switch (check.metric()) {
            case DEAD_UNITS -> layers(health, layer -> layer.dead().stream()
                    .map(_ -> new Reading(layer.layer(), layer.deadUnits(), "layer " + layer.layer() + ": " + layer.deadText())));
            case SATURATED_UNITS -> layers(health, layer -> reading(layer, layer.saturated()));
            case GRADIENT_NORM -> layers(health, layer -> reading(layer, layer.gradientNorm()));
            case GRADIENT_RATIO -> health.get().gradientRatio().stream().mapToObj(ratio -> new Reading(0, ratio, ""));
            case UPDATE_RATIO -> updates.stream().map(update -> new Reading(update.layer(), update.ratio(), ""));
            case CONSTANT_INPUTS -> Stream.of(constantInputs(ConstantInput.of(dataset.part(check.of()).orElseThrow())));
        };
        return new HealthMeasurement(check, all.filter(r -> r.layer == 0 || check.layer().orElse(r.layer) == r.layer).toList());
    }

    private static Reading constantInputs(List<ConstantInput> constant) {
        return new Reading(0, constant.size(), constant.isEmpty() ? "" : "the first is input " + constant.getFirst().column()
                + ", counted from 0, always " + DecimalText.of(constant.getFirst().value()));
    }

    private static Stream<Reading> layers(Supplier<Moment> health, Function<LayerHealth, Stream<Reading>> read) {
        return health.get().layers().stream().flatMap(read);
    }

    private static Stream<Reading> reading(LayerHealth layer, OptionalDouble value) {
        return value.stream().mapToObj(v -> new Reading(layer.layer(), v, ""));
    }

    /** Figures of health are computed in doubles. */
    boolean holds() {
        return all.stream().allMatch(reading -> check.required().holds(reading.value(), Precision.F64));
    }

    /** The reading that decides; of equal ones that of the lowest layer. */
    Reading worst() {
        Comparator<Reading> order = switch (check.required()) {
            case Requirement.Compared compared -> switch (compared.relation()) {
                case LESS, LESS_OR_EQUAL -> Comparator.comparingDouble(reading -> -reading.value());
                case GREATER, GREATER_OR_EQUAL -> Comparator.comparingDouble(Reading::value);
                case EQUAL -> Comparator.comparingDouble(reading -> -Math.abs(reading.value() - compared.value()));
            };
            case Requirement.Between(var low, var high) ->
                    Comparator.comparingDouble(reading -> -Math.max(low - reading.value(), reading.value() - high));
        };
        return all.stream().filter(reading -> Double.isNaN(reading.value())).findFirst()
                .orElseGet(() -> all.stream().min(order).orElseThrow());
    }

    private String extreme() {
        return switch (check.required()) {
            case Requirement.Compared compared -> switch (compared.relation()) {
                case LESS, LESS_OR_EQUAL -> ", the most of ";
                case GREATER, GREATER_OR_EQUAL -> ", the least of ";
                case EQUAL -> ", the farthest off of ";
            };
            case Requirement.Between _ -> ", the farthest off of ";
        };
    }

    /** {@code gradient_norm on train is 3e-9 in layer 1, the least of 3 layers}. */
    Evidence evidence(String verb) {
        var worst = worst();
        var evidence = Evidence.of(subject() + " " + verb + " {measured}" + (worst.layer() == 0 ? "" : " in {place}")
                + (all.size() > 1 ? extreme() + "{layers} layers" : "")).measured(worst.value()).required(check.required())
                .with("layers", all.size());
        return worst.layer() == 0 ? evidence : evidence.at("layer " + worst.layer());
    }

    Evidence withDetail(Evidence evidence) {
        var detail = worst().detail();
        return detail.isEmpty() ? evidence : evidence.and("; {detail}").with("detail", detail);
    }

    /** {@code initial gradient_norm on train}. */
    String subject() {
        var ofInputs = check.metric() == HealthMetric.CONSTANT_INPUTS;
        var initial = check.stage() == Stage.INITIAL && !ofInputs;
        return (initial ? "initial " : "") + check.metric().word()
                + (check.metric().isOfParameters() || initial || ofInputs ? " on " + check.of().word() : "");
    }
}
