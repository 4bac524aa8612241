package brickwork.report.trace;

import brickwork.engine.Tensor;
import brickwork.verify.trace.Agreement;
import brickwork.verify.trace.LayerTrace;
import brickwork.verify.trace.LossTrace;
import brickwork.verify.trace.SampleTrace;
import brickwork.verify.trace.StepTrace;
import brickwork.verify.trace.TensorTrace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A traced step as the JSON object of {@code nn trace --json}, with all digits. What a part does not have is null or left out.
 * <ul>
 * <li>{@code batch}: samples the step takes; {@code drawn}: whether they were drawn from the seed; {@code seed}; {@code rate}
 * <li>{@code samples}: the first of them, each {@code sample} and {@code row} (both from 1), {@code inputs}, {@code targets},
 * {@code layers} and {@code loss} (a row for each data term, a number for each output)
 * <li>{@code layers}: each {@code layer} (from 1), {@code inputs}, {@code z}, {@code a}, {@code mask} and {@code passed} (with dropout),
 * {@code da} (dL/da), {@code slope} (f'(z), null for softmax), {@code direct} (the part of delta given by bce and cross_entropy, last layer
 * only), {@code delta} (dL/dz)
 * <li>{@code loss}: {@code terms}, {@code penalties}, {@code data_loss}, {@code penalty}, {@code loss} before the step;
 * {@code loss_after} likewise
 * <li>{@code gradients}: for each trained tensor {@code data}, {@code penalties} (one each), {@code total}, {@code clipped}
 * <li>{@code clip}: {@code norm} and {@code factor}, or null
 * <li>{@code updated}: for each tensor {@code trained}, {@code before}, the numbers of the optimizer ({@code v}, {@code m},
 * {@code s}, …), {@code after}
 * <li>{@code engine}: {@code agrees}, {@code difference} (relative), {@code digits}
 * </ul>
 * A weight matrix is a row of rows, one an output unit; a bias is one row.
 */
public final class TraceObject {

    private TraceObject() {}

    /** The object; keys keep their order. */
    public static Map<String, Object> of(StepTrace trace) {
        var object = new LinkedHashMap<String, Object>();
        object.put("batch", trace.batch());
        object.put("drawn", trace.drawn());
        object.put("seed", trace.network().seed());
        object.put("rate", trace.rate());
        object.put("samples", trace.samples().stream().map(TraceObject::sample).toList());
        object.put("loss", loss(trace.before()));
        object.put("gradients", gradients(trace));
        object.put("clip", trace.clip().map(clip -> {
            var numbers = new LinkedHashMap<String, Object>();
            numbers.put("norm", clip.norm());
            numbers.put("factor", clip.factor());
            return numbers;
        }));
        object.put("updated", updated(trace));
        object.put("loss_after", loss(trace.after()));
        object.put("engine", engine(trace.engine()));
        return object;
    }

    private static Map<String, Object> sample(SampleTrace sample) {
        var object = new LinkedHashMap<String, Object>();
        object.put("sample", sample.number());
        object.put("row", sample.row());
        object.put("inputs", sample.inputs());
        object.put("targets", sample.targets());
        object.put("layers", sample.layers().stream().map(TraceObject::layer).toList());
        object.put("loss", sample.shares());
        return object;
    }

    private static Map<String, Object> layer(LayerTrace layer) {
        var object = new LinkedHashMap<String, Object>();
        object.put("layer", layer.layer().number());
        object.put("inputs", layer.inputs());
        object.put("z", layer.sums());
        object.put("a", layer.outputs());
        if (layer.masks().length > 0) {
            object.put("mask", layer.masks());
            object.put("passed", layer.passed());
        }
        object.put("da", layer.outputGradients());
        object.put("slope", layer.slopes().length == 0 ? null : layer.slopes());
        if (layer.direct().length > 0) {
            object.put("direct", layer.direct());
        }
        object.put("delta", layer.deltas());
        return object;
    }

    private static Map<String, Object> loss(LossTrace loss) {
        var object = new LinkedHashMap<String, Object>();
        object.put("terms", loss.terms());
        object.put("penalties", loss.penalties());
        object.put("data_loss", loss.data());
        object.put("penalty", loss.penalty());
        object.put("loss", loss.total());
        return object;
    }

    private static Map<String, Object> gradients(StepTrace trace) {
        var object = new LinkedHashMap<String, Object>();
        trace.tensors().stream().filter(TensorTrace::trained).forEach(tensor -> {
            var parts = new LinkedHashMap<String, Object>();
            parts.put("data", shaped(tensor.tensor(), tensor.data()));
            parts.put("penalties", tensor.penalties().stream().map(penalty -> shaped(tensor.tensor(), penalty)).toList());
            parts.put("total", shaped(tensor.tensor(), tensor.gradient()));
            parts.put("clipped", shaped(tensor.tensor(), tensor.clipped()));
            object.put(tensor.tensor().name(), parts);
        });
        return object;
    }

    private static Map<String, Object> updated(StepTrace trace) {
        var object = new LinkedHashMap<String, Object>();
        for (var tensor : trace.tensors()) {
            var parts = new LinkedHashMap<String, Object>();
            parts.put("trained", tensor.trained());
            parts.put("before", shaped(tensor.tensor(), tensor.tensor().values()));
            tensor.workings().forEach((name, values) -> parts.put(name, shaped(tensor.tensor(), values)));
            parts.put("after", shaped(tensor.tensor(), tensor.after()));
            object.put(tensor.tensor().name(), parts);
        }
        return object;
    }

    private static Object shaped(Tensor tensor, double[] values) {
        return tensor.bias() ? values : IntStream.range(0, tensor.rows())
                .mapToObj(row -> Arrays.copyOfRange(values, row * tensor.columns(), (row + 1) * tensor.columns())).toList();
    }

    private static Map<String, Object> engine(Agreement agreement) {
        var object = new LinkedHashMap<String, Object>();
        object.put("agrees", agreement instanceof Agreement.Same);
        object.put("difference", switch (agreement) {
            case Agreement.Same(var difference, _) -> difference;
            case Agreement.Different different -> different.difference();
            case Agreement.Stopped _ -> null;
        });
        object.put("digits", agreement instanceof Agreement.Same(_, var digits) ? digits : null);
        return object;
    }
}
