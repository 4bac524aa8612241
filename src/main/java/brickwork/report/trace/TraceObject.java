package brickwork.report.trace;

import brickwork.report.JsonObject;
import brickwork.verify.trace.Agreement;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.LossTrace;
import brickwork.verify.trace.NormalizationTrace;
import brickwork.verify.trace.SampleTrace;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A traced step as the JSON object of {@code nn trace --json}, with all digits. What a part does not have is null or left out.
 * <ul>
 * <li>{@code batch}: samples the step takes; {@code drawn}: whether they were drawn from the seed; {@code seed}; {@code rate}
 * <li>{@code samples}: the first of them, each {@code sample} and {@code row} (both from 1), {@code inputs}, {@code targets},
 * {@code layers} and {@code loss} (a row for each data term, a number for each output)
 * <li>{@code layers}: each {@code layer} (from 1), {@code inputs}, {@code h} and {@code x} (where it normalises: h = W·i, and what becomes
 * of it before gamma and beta), {@code z}, {@code a}, {@code mask} and {@code passed} (with dropout),
 * {@code da} (dL/da), {@code slope} (f'(z), null for softmax), {@code direct} (the part of delta given by bce and cross_entropy, last layer
 * only), {@code delta} (dL/dz), {@code dh} (dL/dh, where it normalises)
 * <li>{@code norms}: for each layer that normalises {@code layer}, {@code momentum}, {@code epsilon}, and over the whole batch {@code mean}
 * and {@code variance} of h, and the means {@code delta} and {@code delta_x} of delta and of delta·x
 * <li>{@code loss}: {@code terms}, {@code penalties}, {@code data_loss}, {@code penalty}, {@code loss} before the step;
 * {@code loss_after} likewise
 * <li>{@code gradients}: for each trained tensor {@code data}, {@code penalties} (one each), {@code total}, {@code clipped}
 * <li>{@code clip}: {@code norm} and {@code factor}, or null
 * <li>{@code updated}: for each tensor {@code trained}, {@code before}, the numbers of the optimizer ({@code v}, {@code m},
 * {@code s}, …; of a running mean or variance {@code seen}, what it follows), {@code after}
 * <li>{@code engine}: {@code agrees}, {@code difference} (relative), {@code digits}
 * </ul>
 * A weight matrix is a row of rows, one an output unit; all others are one row.
 */
public final class TraceObject {

    private TraceObject() {}

    /** The object; keys keep their order. */
    public static JsonObject of(StepTrace trace) {
        var object = new JsonObject()
                .put("batch", trace.batch())
                .put("drawn", trace.drawn())
                .put("seed", trace.network().seed())
                .put("rate", trace.rate())
                .put("samples", trace.samples().stream().map(TraceObject::sample).toList());
        if (!trace.norms().isEmpty()) {
            object.put("norms", trace.norms().stream().map(TraceObject::norm).toList());
        }
        return object
                .put("loss", loss(trace.before()))
                .put("gradients", gradients(trace))
                .put("clip", trace.clip().map(clip -> new JsonObject().put("norm", clip.norm()).put("factor", clip.factor())))
                .put("updated", updated(trace))
                .put("loss_after", loss(trace.after()))
                .put("engine", engine(trace.engine()));
    }

    private static JsonObject sample(SampleTrace sample) {
        return new JsonObject()
                .put("sample", sample.number())
                .put("row", sample.row())
                .put("inputs", sample.inputs())
                .put("targets", sample.targets())
                .put("layers", sample.layers().stream().map(TraceObject::layer).toList())
                .put("loss", sample.shares());
    }

    private static JsonObject layer(LayerTrace layer) {
        var object = new JsonObject()
                .put("layer", layer.layer().number())
                .put("inputs", layer.inputs());
        layer.normalized().ifPresent(normalized -> object.put("h", normalized.products()).put("x", normalized.values()));
        object.put("z", layer.sums()).put("a", layer.outputs());
        if (layer.masks().length > 0) {
            object.put("mask", layer.masks()).put("passed", layer.passed());
        }
        object.put("da", layer.outputGradients()).put("slope", layer.slopes().length == 0 ? null : layer.slopes());
        if (layer.direct().length > 0) {
            object.put("direct", layer.direct());
        }
        object.put("delta", layer.deltas());
        layer.normalized().ifPresent(normalized -> object.put("dh", normalized.productGradients()));
        return object;
    }

    private static JsonObject norm(NormalizationTrace norm) {
        return new JsonObject()
                .put("layer", norm.layer().number())
                .put("momentum", norm.norm().momentum())
                .put("epsilon", norm.norm().epsilon())
                .put("mean", norm.mean().mean())
                .put("variance", norm.variance().mean())
                .put("delta", norm.delta().mean())
                .put("delta_x", norm.deltaByNormal().mean());
    }

    private static JsonObject loss(LossTrace loss) {
        return new JsonObject()
                .put("terms", loss.terms())
                .put("penalties", loss.penalties())
                .put("data_loss", loss.data())
                .put("penalty", loss.penalty())
                .put("loss", loss.total());
    }

    private static JsonObject gradients(StepTrace trace) {
        var object = new JsonObject();
        trace.tensors().stream().filter(TensorTrace::trained).forEach(tensor -> object.put(tensor.tensor().name(), new JsonObject()
                .put("data", shaped(tensor, tensor.data()))
                .put("penalties", tensor.penalties().stream().map(penalty -> shaped(tensor, penalty)).toList())
                .put("total", shaped(tensor, tensor.gradient()))
                .put("clipped", shaped(tensor, tensor.clipped()))));
        return object;
    }

    private static JsonObject updated(StepTrace trace) {
        var object = new JsonObject();
        for (var tensor : trace.tensors()) {
            var parts = new JsonObject()
                    .put("trained", tensor.trained())
                    .put("before", shaped(tensor, tensor.tensor().values()));
            tensor.workings().forEach((name, values) -> parts.put(name, shaped(tensor, values)));
            object.put(tensor.tensor().name(), parts.put("after", shaped(tensor, tensor.after())));
        }
        return object;
    }

    private static Object shaped(TensorTrace tensor, double[] values) {
        var shape = tensor.place().spec();
        return shape.isVector() ? values : IntStream.range(0, shape.rows())
                .mapToObj(row -> Arrays.copyOfRange(values, row * shape.columns(), (row + 1) * shape.columns())).toList();
    }

    private static JsonObject engine(Agreement agreement) {
        return new JsonObject()
                .put("agrees", agreement instanceof Agreement.Same)
                .put("difference", switch (agreement) {
                    case Agreement.Same(var difference, _) -> difference;
                    case Agreement.Different different -> different.difference();
                    case Agreement.Stopped _ -> null;
                })
                .put("digits", agreement instanceof Agreement.Same(_, var digits) ? digits : null);
    }
}
