package brickwork;

import brickwork.data.FittedPreparation;
import brickwork.data.FittedScaling;
import brickwork.engine.ClassDecision;
import brickwork.engine.Parameters;
import brickwork.model.Specification;
import brickwork.report.TextReport;
import brickwork.source.Plural;
import brickwork.store.ModelFile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Models whose parts a host program gives, held against their network. */
final class GivenModel {

    private GivenModel() {}

    static ModelFile of(Specification network, Parameters parameters) {
        Objects.requireNonNull(network, "a specification is needed, got null");
        Objects.requireNonNull(parameters, "parameters are needed, got null");
        return ModelFile.of(network, FittedPreparation.NONE, FittingParameters.of(network, parameters));
    }

    /** @throws IllegalArgumentException where the scaling is of rows of another width */
    static ModelFile withScaling(ModelFile model, FittedScaling scaling) {
        Objects.requireNonNull(scaling, "a scaling is needed, got null: FittedScaling.NONE leaves inputs as they are");
        var inputs = model.network().inputs();
        if (scaling.width().orElse(inputs) != inputs) {
            throw new IllegalArgumentException("the network takes " + inputs + " inputs, got a scaling of " + scaling.width().getAsInt());
        }
        return model.withPreparation(model.preparation().withScaling(scaling));
    }

    /** @throws IllegalArgumentException where there are other than one name an output, or two for one output */
    static ModelFile withClassNames(ModelFile model, List<String> names) {
        Objects.requireNonNull(names, "names of classes are needed, got null: an empty list says there are none");
        var outputs = model.network().outputs();
        if (!names.isEmpty() && names.size() != Math.max(2, outputs)) {
            throw new IllegalArgumentException("the network gives " + outputs + " outputs, got names of " + names.size() + " classes");
        }
        return model.withPreparation(model.preparation().withClassNames(names));
    }

    static List<String> outputNames(ModelFile model) {
        var outputs = model.network().outputs();
        var classes = model.classNames();
        var targets = model.preparation().targetNames();
        if (!classes.isEmpty()) {
            return outputs == 1 ? List.of(classes.get(1)) : classes;
        }
        return targets.size() == outputs ? targets
                : outputs == 1 ? List.of("output") : IntStream.rangeClosed(1, outputs).mapToObj(i -> "output" + i).toList();
    }

    static Optional<String> classOf(ModelFile model, double[] outputs) {
        Objects.requireNonNull(outputs, "a row of outputs is needed, got null");
        if (outputs.length != model.network().outputs() || Arrays.stream(outputs).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException(
                    "a class is told of " + model.network().outputs() + " numbers, got " + Arrays.toString(outputs));
        }
        if (model.classNames().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(model.classNames().get(ClassDecision.classOf(outputs)));
    }

    /** The model in one line. */
    static String line(ModelFile model) {
        return "network " + TextReport.network(model.network()) + (model.scaling().equals(FittedScaling.NONE) ? "" : ", inputs scaled")
                + (model.classNames().isEmpty() ? "" : ", " + Plural.of(model.classNames().size(), "class", "classes"));
    }
}
