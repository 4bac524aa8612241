package brickwork.verify.health;

import brickwork.data.Dataset;
import brickwork.engine.EngineOptions;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.train.LayerUpdate;
import brickwork.train.TrainingResult;
import java.util.List;
import java.util.Optional;

/**
 * The health of a training, on its training part.
 *
 * @param constantInputs inputs with one value throughout
 * @param start          the network at its initial parameters
 * @param end            the network at its final parameters, or the last finite ones; absent where nothing was trained
 * @param lastUpdate     what the last update of training did to each layer whose weights are trained; empty where training diverged or made
 *                       none
 * @param changes        what training made of every tensor; empty where nothing was trained
 * @param diverged       where training met a number that is not finite, if it did
 * @param findings       what of all this is worth saying
 */
public record Health(List<ConstantInput> constantInputs, Moment start, Optional<Moment> end, List<LayerUpdate> lastUpdate,
        List<TensorChange> changes, Optional<TrainingResult.Diverged> diverged, List<Finding> findings) {

    public Health {
        constantInputs = List.copyOf(constantInputs);
        lastUpdate = List.copyOf(lastUpdate);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** The network before any training. */
    public static Health before(Specification network, Dataset dataset, Parameters initial, EngineOptions engines) {
        return of(network, dataset, initial, Optional.empty(), engines);
    }

    /** A training that began at {@code initial}. */
    public static Health after(Specification network, Dataset dataset, Parameters initial, TrainingResult result, EngineOptions engines) {
        return of(network, dataset, initial, Optional.of(result), engines);
    }

    private static Health of(Specification network, Dataset dataset, Parameters initial, Optional<TrainingResult> result,
            EngineOptions engines) {
        try (var exam = new HealthExam(network, dataset.train(), engines)) {
            var figures = new Health(ConstantInput.of(dataset.train()), exam.at(initial), result.map(r -> exam.at(r.parameters())),
                    result.map(r -> r.report().lastUpdate()).orElse(List.of()),
                    result.map(r -> TensorChange.between(network, initial, r.parameters())).orElse(List.of()),
                    result.filter(TrainingResult.Diverged.class::isInstance).map(TrainingResult.Diverged.class::cast), List.of());
            return new Health(figures.constantInputs, figures.start, figures.end, figures.lastUpdate, figures.changes, figures.diverged,
                    new Findings(network, figures).all());
        }
    }

    /** The network as training left it or, where nothing was trained, as it starts. */
    public Moment latest() {
        return end.orElse(start);
    }
}
