package brickwork;

import brickwork.check.Claims;
import brickwork.check.DataCatalog;
import brickwork.data.SamplePart;
import brickwork.model.Limits;
import brickwork.model.ResourceLimits;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.InvalidSpecException;
import brickwork.source.Origin;
import brickwork.source.SourceText;
import brickwork.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Holds what a spec asks for against the limits of the host. */
final class ResourceCheck {

    private static final double MEGABYTE = 1e6;

    private final Specification network;
    private final ResourceLimits limits;
    private final SourceText text;
    private final List<Diagnostic> faults = new ArrayList<>();

    private ResourceCheck(Specification network, ResourceLimits limits, SourceText text) {
        this.network = network;
        this.limits = limits;
        this.text = text;
    }

    /**
     * What goes beyond the limits; nothing of that size is made to find it.
     *
     * @param samples rows of the data; 0 where they are not known
     */
    static List<Diagnostic> of(Specification network, long samples, ResourceLimits limits, SourceText text) {
        return of(network, samples, limits, text, () -> MemoryNeed.of(network, samples, expectsGradcheck(network)));
    }

    private static List<Diagnostic> of(Specification network, long samples, ResourceLimits limits, SourceText text,
            Supplier<MemoryNeed> need) {
        var check = new ResourceCheck(network, limits, text);
        check.check(samples, need);
        return List.copyOf(check.faults);
    }

    private static boolean expectsGradcheck(Specification network) {
        return network.expectations().stream().anyMatch(expected -> expected.claim() instanceof Claims.Gradcheck);
    }

    /**
     * The same where samples are streamed.
     *
     * @throws InvalidSpecException where something goes beyond the limits
     */
    static void requireStreamed(Specification network, SamplePart stream, ResourceLimits limits, SourceText text) {
        orThrow(of(network, stream.count(), limits, text, () -> MemoryNeed.ofStream(network, stream)));
    }

    /** @throws InvalidSpecException where something goes beyond the limits */
    static void require(Specification network, long samples, ResourceLimits limits, SourceText text) {
        orThrow(of(network, samples, limits, text));
    }

    private static void orThrow(List<Diagnostic> beyond) {
        if (!beyond.isEmpty()) {
            throw new InvalidSpecException(beyond);
        }
    }

    /** The same, the samples being those of the data that the spec names. */
    static List<Diagnostic> of(Specification network, DataCatalog data, ResourceLimits limits, SourceText text) {
        var samples = network.data().source().map(_ -> data.describe(network.data(), network.seed()))
                .map(answer -> answer instanceof DataCatalog.Answer.Known known ? known.rows() : 0).orElse(0);
        return of(network, samples, limits, text);
    }

    /** What is said of a text of more {@code characters} than may be read. */
    static Diagnostic tooLong(SourceText text, long characters, ResourceLimits limits) {
        return new Diagnostic(Code.NN090, "this text has " + Limits.text(characters) + " characters; " + Limits.text(limits.text())
                + " are allowed", text, new Span(0, 0), List.of(), Optional.empty());
    }

    private void check(long samples, Supplier<MemoryNeed> needed) {
        var epochs = network.learning().training().map(training -> training.epochs()).orElse(0);
        var trained = network.learning().training().map(training -> training.origin()).orElse(Origin.NONE);
        refuse(network.parameters(), limits.parameters(), "parameters", network.feedForward().lastLayer().origin());
        refuse(samples, limits.samples(), "samples", network.data().source().map(source -> source.origin()).orElse(Origin.NONE));
        refuse(epochs, limits.epochs(), "epochs", trained);
        if (!faults.isEmpty()) {
            return;
        }
        var need = needed.get();
        if (need.total() > limits.memory()) {
            add(trained, "this needs " + megabytes(need.total()) + " of memory, and " + megabytes(limits.memory()) + " may be used: "
                    + parts(need), "give Java more memory, for example `-Xmx8g`, raise the limit, or " + cure(need));
        }
    }

    private void refuse(long asked, long limit, String what, Origin origin) {
        if (asked > limit) {
            add(origin, "this spec has " + Limits.text(asked) + " " + what + ", and " + Limits.text(limit) + " are allowed here",
                    "ask for fewer, or let the program that reads the spec raise its limit");
        }
    }

    private void add(Origin origin, String message, String help) {
        faults.add(new Diagnostic(Code.NN212, message, origin.source().orElse(text), origin.span().orElse(new Span(0, 0)), List.of(),
                Optional.of(help)));
    }

    private static String parts(MemoryNeed need) {
        return "training " + megabytes(need.training()) + ", data " + megabytes(need.data()) + ", history " + megabytes(need.history())
                + (need.gradcheck() > 0 ? ", gradient check " + megabytes(need.gradcheck()) : "");
    }

    /** What makes the largest part smaller. */
    private static String cure(MemoryNeed need) {
        var largest = Math.max(Math.max(need.training(), need.data()), Math.max(need.history(), need.gradcheck()));
        return largest == need.training() ? "take smaller batches or layers"
                : largest == need.data() ? "take fewer samples, or a smaller window"
                : largest == need.history() ? "train fewer epochs" : "leave `expect gradcheck` to a smaller network";
    }

    private static String megabytes(long bytes) {
        return Limits.text(Math.round(Math.ceil(bytes / MEGABYTE))) + " MB";
    }
}
