package brickwork.verify.check;

import brickwork.model.Flatness;
import brickwork.model.Language;
import brickwork.source.DecimalText;
import brickwork.source.Listing;
import brickwork.verify.TrainingCheck;
import brickwork.verify.Evidence;
import brickwork.verify.Stage;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.health.AbnormalNumber;
import brickwork.verify.health.Health;
import brickwork.verify.health.LayerHealth;
import brickwork.verify.health.Moment;
import brickwork.verify.health.TensorChange;
import java.util.Optional;
import java.util.function.Function;

/** What is stated of the health of a training, beside its figures: units, numbers, and what changes. */
public sealed interface HealthChecks extends TrainingCheck {

    @Override
    default String sentence() {
        return switch (this) {
            case FewAreDead(_, var share) -> "at most " + DecimalText.of(share) + " of units are dead";
            case NumbersAreFinite(_, var subnormalToo) ->
                    subnormalToo ? "no number is NaN, infinite or subnormal" : "no number is NaN or infinite";
            case EveryParameterChanges _ -> "every parameter changes";
            case LayerKeepsItsBits(var layer) -> "layer " + layer + " keeps its bits";
        };
    }

    /** In each layer of the relu family at most this share of the units is dead; see {@link LayerHealth#dead}. */
    record FewAreDead(Stage stage, double share) implements HealthChecks {

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, _ -> {
                var layers = trial.health(stage).latest().layers().stream().filter(layer -> layer.dead().isPresent()).toList();
                if (layers.isEmpty()) {
                    return Verdict.inconclusive("units of " + Listing.and(Language.activationsOf(Flatness.Figure.DEAD))
                            + " can be dead, and no layer has any");
                }
                var most = layers.stream().filter(layer -> layer.deadUnits() > share * layer.units()).findFirst();
                return most.<Verdict>map(layer -> new Verdict.Failed(Evidence.of("{place}: {dead}").at("layer " + layer.layer())
                        .with("dead", layer.deadText()).with("units", layer.dead().orElseThrow())))
                        .orElseGet(() -> new Verdict.Passed(Evidence.of("in none of {layers} layers is a greater share of the units dead")
                                .with("layers", layers.size())));
            });
        }
    }

    /** Parameters, pre-activations, outputs and gradients at the start and at the end are finite, and not subnormal where that is asked. */
    record NumbersAreFinite(Stage stage, boolean subnormalToo) implements HealthChecks {

        @Override
        public Verdict judge(Trial trial) {
            return trial.when(stage, _ -> {
                var health = trial.health(stage);
                return found(health, Moment::notFinite).or(() -> subnormalToo ? found(health, Moment::subnormal) : Optional.empty())
                        .<Verdict>map(Verdict.Failed::new)
                        .orElseGet(() -> Verdict.passed("all parameters, pre-activations, outputs and gradients are finite"
                                + (subnormalToo ? " and normal" : "")));
            });
        }

        private static Optional<Evidence> found(Health health, Function<Moment, Optional<AbnormalNumber>> which) {
            return which.apply(health.start()).map(number -> evidence("start", number))
                    .or(() -> health.end().flatMap(which).map(number -> evidence("end", number)));
        }

        private static Evidence evidence(String when, AbnormalNumber number) {
            return Evidence.of("at the " + when + " {number}").with("number", number.text()).with("layer", number.layer())
                    .with("tensor", number.tensor()).measured(number.value());
        }
    }

    /** Training changes every number that is trained. */
    record EveryParameterChanges() implements HealthChecks {

        @Override
        public Verdict judge(Trial trial) {
            return trial.whenTrained(_ -> {
                var trained = trial.health(Stage.TRAINED).changes().stream().filter(TensorChange::trained).toList();
                if (trained.isEmpty()) {
                    return Verdict.inconclusive("no parameter is trained");
                }
                return trained.stream().filter(change -> !change.kept().isEmpty()).findFirst()
                        .<Verdict>map(change -> new Verdict.Failed(
                                Evidence.of("{kept} of {elements} numbers of {tensor} are as they started, the first is {place}")
                                        .with("kept", change.kept().size()).with("elements", change.elements())
                                        .with("tensor", change.tensor()).at(change.place(change.kept().getFirst()))))
                        .orElseGet(() -> new Verdict.Passed(Evidence.of("every number of {tensors} trained tensors changed")
                                .with("tensors", trained.size())));
            });
        }
    }

    /** Every tensor of a layer, counted from 1, ends bit for bit as it starts, running values too. */
    record LayerKeepsItsBits(int layer) implements HealthChecks {

        @Override
        public Verdict judge(Trial trial) {
            var layers = trial.specification().feedForward().layers().size();
            if (layer < 1 || layer > layers) {
                return Verdict.inconclusive("there is no layer " + layer + ": the network has " + layers);
            }
            return trial.whenTrained(_ -> trial.health(Stage.TRAINED).changes().stream()
                    .filter(change -> change.layer() == layer && !change.keptAll()).findFirst()
                    .<Verdict>map(change -> new Verdict.Failed(Evidence.of("{changed} of {elements} numbers of {tensor} changed")
                            .with("changed", change.elements() - change.kept().size()).with("elements", change.elements())
                            .with("tensor", change.tensor())))
                    .orElseGet(() -> Verdict.passed("layer " + layer + " is as it started")));
        }
    }
}
