package brickwork;

import brickwork.check.Claims;
import brickwork.model.Metric;
import brickwork.report.picture.Picture;
import brickwork.report.picture.SpreadPicture;
import brickwork.report.picture.WeightsPicture;
import brickwork.verify.ExpectationResult;
import brickwork.verify.Trial;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What helps to see why a statement does not hold: of classes the confusion, of a gradient check the tensor with its worst entry, of many
 * seeds how many of them held. Nothing is trained for it.
 */
public final class StatementPictures {

    private static final Set<Metric> OF_CLASSES = EnumSet.of(Metric.ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.F1);

    private StatementPictures() {}

    /**
     * The pictures of a statement that does not hold; none of one that holds, or where no picture helps.
     *
     * @param trial on which it was judged
     */
    public static List<Picture> of(Trial trial, ExpectationResult result) {
        if (result.verdict().passed()) {
            return List.of();
        }
        return (switch (Claims.of(result.expectation())) {
            case Claims.OfMetric(var metric, _, _, _, var scope) when scope.seeds().isEmpty() && OF_CLASSES.contains(metric) ->
                    confusion(trial);
            case Claims.OfMetric _, Claims.OfHealth _ -> spread(result);
            case Claims.Confusion _ -> confusion(trial);
            case Claims.Gradcheck _ -> worst(trial);
            case Claims.InitialLoss _, Claims.OfLossCourse _, Claims.Output _, Claims.Fingerprint _ -> Optional.<Picture>empty();
        }).stream().toList();
    }

    private static Optional<Picture> confusion(Trial trial) {
        if (!trial.isTrained()) {
            return Optional.empty();
        }
        var pictures = Pictures.of(TrainingOutcome.of(trial));
        return pictures.obstacle(PictureKind.CONFUSION).isPresent() ? Optional.empty() : Optional.of(pictures.draw(PictureKind.CONFUSION));
    }

    private static Optional<Picture> worst(Trial trial) {
        return trial.gradients().worst().map(worst -> {
            var at = worst.parameter();
            var tensor = trial.initial().tensors().stream().filter(each -> each.name().equals(at.tensor())
                    || each.name().equals("layer" + at.layer() + "." + at.tensor())).findFirst().orElseThrow();
            return new WeightsPicture("The worst entry of the gradient check: " + worst.place(), List.of(tensor), Optional.of(
                    new WeightsPicture.Marked(tensor.name(), at.row(), Math.max(0, at.column())))).picture();
        });
    }

    private static Optional<Picture> spread(ExpectationResult result) {
        var figures = result.verdict().evidence().figures();
        return figures.get("held") instanceof Long held && figures.get("tried") instanceof Long tried && figures.get(
                "needed") instanceof Long needed && figures.get("seeds") instanceof Long seeds && figures.get("low") instanceof Double low
                && figures.get("high") instanceof Double high
                        ? Optional.of(new SpreadPicture(result.expectation().text(), held, tried, needed, seeds, low, high).picture())
                        : Optional.empty();
    }
}
