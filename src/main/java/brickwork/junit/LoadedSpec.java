package brickwork.junit;

import brickwork.NeuralSpec;
import brickwork.TrainingOutcome;
import brickwork.source.InvalidSpecException;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Trial;
import brickwork.verify.Verifier;
import brickwork.verify.check.ExpectationChecks;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A spec that a test class is about, and the trial that its tests share: trained and judged once, when that is first needed. */
final class LoadedSpec {

    private static final Namespace NAMESPACE = Namespace.create(LoadedSpec.class);

    private final SpecReference reference;
    private final NeuralSpec spec;
    private final Trial trial;
    private TrainingOutcome outcome;
    private List<ExpectationResult> results;

    private LoadedSpec(SpecReference reference) {
        this.reference = reference;
        this.spec = reference.load();
        this.trial = spec.trial();
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

    /** What the checks of the class share. */
    Trial trial() {
        return trial;
    }

    synchronized TrainingOutcome outcome() {
        try {
            outcome = outcome == null ? TrainingOutcome.of(trial) : outcome;
            return outcome;
        } catch (InvalidSpecException untrainable) {
            throw new ExtensionConfigurationException("\"" + reference.file() + "\" cannot be trained:\n" + untrainable.getMessage(),
                    untrainable);
        }
    }

    synchronized List<ExpectationResult> results() {
        if (results == null) {
            results = Verifier.verify(trial, ExpectationChecks::of);
        }
        return results;
    }
}
