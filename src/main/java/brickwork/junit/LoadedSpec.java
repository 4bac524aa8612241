package brickwork.junit;

import brickwork.InvalidSpecException;
import brickwork.NeuralSpec;
import brickwork.TrainingOutcome;
import brickwork.verify.ExpectationResult;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A spec a test class speaks of, with what came of it; trained and judged once, when it is first asked for. */
final class LoadedSpec {

    private static final Namespace NAMESPACE = Namespace.create(LoadedSpec.class);

    private final SpecReference reference;
    private final NeuralSpec spec;
    private TrainingOutcome outcome;
    private List<ExpectationResult> judgements;

    private LoadedSpec(SpecReference reference) {
        this.reference = reference;
        this.spec = reference.load();
    }

    /** The spec as the outermost test class around {@code context} keeps it. */
    static LoadedSpec in(ExtensionContext context, SpecReference reference) {
        var outermost = context;
        while (outermost.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost.getStore(NAMESPACE).getOrComputeIfAbsent(reference, LoadedSpec::new, LoadedSpec.class);
    }

    NeuralSpec spec() {
        return spec;
    }

    synchronized TrainingOutcome outcome() {
        if (outcome == null) {
            try {
                outcome = spec.train();
            } catch (IllegalStateException | InvalidSpecException untrainable) {
                throw new ExtensionConfigurationException("\"" + reference.file() + "\" cannot be trained: " + untrainable.getMessage(),
                        untrainable);
            }
        }
        return outcome;
    }

    synchronized List<ExpectationResult> judgements() {
        if (judgements == null) {
            judgements = spec.verify();
        }
        return judgements;
    }
}
