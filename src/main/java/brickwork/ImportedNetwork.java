package brickwork;

import brickwork.data.Dataset;
import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.engine.Parameters;
import brickwork.model.Scaling;
import brickwork.source.Outcome;
import brickwork.store.ModelFile;
import java.util.List;

/**
 * A network of another program.
 *
 * @param spec    a text that says its layers; their numbers and the scaling of its inputs are in the network
 * @param network ready to predict, to be saved, and to be exported again
 * @param notes   what a user should know of how it was made; often none
 */
public record ImportedNetwork(String spec, TrainedNetwork network, List<String> notes) {

    public ImportedNetwork {
        notes = List.copyOf(notes);
    }

    /**
     * The network of a spec with parameters from elsewhere. Where the spec says how inputs are scaled, the scaling is fitted on its data,
     * as a training does.
     *
     * @param parameters of the spec's network, such as {@link NeuralSpec#readWeights} gives
     * @return the faults of the data, where it is needed; also where the scaling has to be fitted and the spec names no data
     */
    public static Outcome<ImportedNetwork> of(NeuralSpec spec, Parameters parameters) {
        if (spec.network().data().source().isPresent()) {
            return switch (spec.data()) {
                case Outcome.Success<Dataset>(var data, var warnings) ->
                        new Outcome.Success<>(of(spec, parameters, data.preparation()), warnings);
                case Outcome.Failure<Dataset>(var faults) -> new Outcome.Failure<>(faults);
            };
        }
        return switch (spec.network().data().scaling().orElse(null)) {
            case null -> unfitted(spec, parameters, FittedScaling.NONE);
            case Scaling.By(var divisor) -> unfitted(spec, parameters, FittedScaling.by(divisor));
            case Scaling.Standard _, Scaling.MinMax _ -> new Outcome.Failure<>(List.of(TrainingNeeds.missing(spec.network(),
                    "`scale " + spec.network().data().scaling().get().text() + "` is fitted on data, and the spec names none",
                    "add the data statement, or scale by a number")));
        };
    }

    private static Outcome<ImportedNetwork> unfitted(NeuralSpec spec, Parameters parameters, FittedScaling scaling) {
        return new Outcome.Success<>(of(spec, parameters, FittedPreparation.of(scaling, List.of())), List.of());
    }

    private static ImportedNetwork of(NeuralSpec spec, Parameters parameters, FittedPreparation preparation) {
        var model = ModelFile.of(spec.network(), preparation, parameters);
        return new ImportedNetwork(spec.text().text(), new TrainedNetwork(model, spec.engines()), List.of());
    }
}
