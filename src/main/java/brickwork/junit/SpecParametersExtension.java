package brickwork.junit;

import brickwork.DivergedException;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.TrainingOutcome;
import brickwork.verify.Trial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Hands out specs and trained networks, by the nearest annotation that names a spec. */
final class SpecParametersExtension implements ParameterResolver {

    private static final List<Class<?>> TYPES = List.of(NeuralSpec.class, Trial.class, TrainedNetwork.class, TrainingOutcome.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        if (TYPES.contains(type)) {
            return reference(parameter).isPresent();
        }
        parameter.findAnnotation(NeuralSpecSource.class).ifPresent(annotation -> {
            throw new ExtensionConfigurationException("@NeuralSpecSource(\"" + annotation.value()
                    + "\") hands out a NeuralSpec, a Trial, a TrainedNetwork or a TrainingOutcome, but the parameter is a "
                    + type.getSimpleName());
        });
        return false;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var reference = reference(parameter).orElseThrow();
        var loaded = LoadedSpec.in(context, reference);
        var type = parameter.getParameter().getType();
        if (type == NeuralSpec.class) {
            return loaded.spec();
        }
        if (type == Trial.class) {
            return loaded.trial();
        }
        return type == TrainingOutcome.class ? loaded.outcome() : trained(reference, loaded.outcome());
    }

    private static TrainedNetwork trained(SpecReference reference, TrainingOutcome outcome) {
        try {
            return outcome.orThrow();
        } catch (DivergedException diverged) {
            throw new ParameterResolutionException("\"" + reference.file() + "\" diverged: " + diverged.getMessage(), diverged);
        }
    }

    /** What the parameter says itself, else its method or constructor, else its class or one around it. */
    private static Optional<SpecReference> reference(ParameterContext parameter) {
        var owner = parameter.getDeclaringExecutable();
        return parameter.findAnnotation(NeuralSpecSource.class).map(SpecReference::of)
                .or(() -> AnnotationSupport.findAnnotation(owner, NeuralSpecTest.class).map(SpecReference::of))
                .or(() -> AnnotationSupport.findAnnotation(owner, NeuralSpecSource.class).map(SpecReference::of))
                .or(() -> ofClass(owner.getDeclaringClass()));
    }

    private static Optional<SpecReference> ofClass(Class<?> declaring) {
        for (var type = declaring; type != null; type = type.getEnclosingClass()) {
            var annotation = AnnotationSupport.findAnnotation(type, NeuralSpecSource.class);
            if (annotation.isPresent()) {
                return annotation.map(SpecReference::of);
            }
        }
        return Optional.empty();
    }
}
