package brickwork;

import brickwork.report.picture.Curve;
import brickwork.report.picture.CurvePicture;
import brickwork.report.picture.Picture;
import brickwork.train.History;
import brickwork.train.TrainingResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** How a training went, epoch by epoch, as curves. */
record Course(String name, TrainingResult result, List<ValidationHistory.Row> validation) {

    private static final String TRAINING = "Training: mean over the batches of an epoch, each before its update.";
    private static final String VALIDATION = " Validation: after the epoch, dropout off.";

    Picture loss() {
        var loss = column("loss");
        var data = column("data_loss");
        var curves = new ArrayList<>(List.of(Curve.ofEpochs("training", loss)));
        if (!Arrays.equals(loss, data)) {
            curves.add(Curve.ofEpochs("training without penalty", data));
        }
        return picture("Loss of " + name, "loss", curves, ValidationHistory.Row::loss, false);
    }

    Picture accuracy() {
        return picture("Accuracy of " + name, "accuracy", new ArrayList<>(List.of(Curve.ofEpochs("training", column("accuracy")))),
                ValidationHistory.Row::accuracy, true);
    }

    private Picture picture(String title, String quantity, List<Curve> curves, ToDoubleFunction<ValidationHistory.Row> watched,
            boolean share) {
        if (!validation.isEmpty()) {
            curves.add(new Curve("validation", validation.stream().mapToDouble(ValidationHistory.Row::epoch).toArray(),
                    validation.stream().mapToDouble(watched).toArray()));
        }
        var diverged = switch (result) {
            case TrainingResult.Finished _ -> OptionalInt.empty();
            case TrainingResult.Diverged at -> OptionalInt.of(at.epoch());
        };
        return new CurvePicture(title, quantity, curves, share, List.of(TRAINING + (validation.isEmpty() ? "" : VALIDATION)), diverged)
                .picture();
    }

    private double[] column(String word) {
        return result.report().history().column(History.COLUMNS.indexOf(word));
    }
}
