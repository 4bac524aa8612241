package brickwork;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.report.picture.BoundaryPicture;
import brickwork.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a network tells in a plane of its inputs, and the samples as they lie over it. */
final class DecisionPlane {

    private static final int CELLS = 120;
    private static final int MOST_SAMPLES = 1000;
    private static final double MARGIN = 0.08;

    private final TrainedNetwork network;
    private final Dataset dataset;
    private final InputPlane plane;
    private final List<String> notes = new ArrayList<>();

    DecisionPlane(TrainedNetwork network, Dataset dataset, InputPlane plane) {
        this.network = network;
        this.dataset = dataset;
        this.plane = plane;
        notes.addAll(plane.notes());
    }

    Picture picture(String name) {
        var samples = samples();
        var across = samples.stream().mapToDouble(BoundaryPicture.Sample::across).summaryStatistics();
        var up = samples.stream().mapToDouble(BoundaryPicture.Sample::up).summaryStatistics();
        var wide = margin(across.getMin(), across.getMax());
        var high = margin(up.getMin(), up.getMax());
        var drawn = new BoundaryPicture.Plane(plane.across(), plane.upwards(), across.getMin() - wide, across.getMax() + wide,
                up.getMin() - high, up.getMax() + high);
        var scores = scores(drawn);
        return new BoundaryPicture("Decision boundary of " + name, drawn, Scoring.classes(dataset), scores, samples, notes).picture();
    }

    private static double margin(double least, double greatest) {
        return least == greatest ? 1 : MARGIN * (greatest - least);
    }

    private double[][][] scores(BoundaryPicture.Plane drawn) {
        var inputs = network.network().inputs();
        var outputs = network.network().outputs();
        var classes = Scoring.classes(dataset).size();
        var scores = new double[classes][CELLS][CELLS];
        var rows = new double[CELLS * inputs];
        var told = new double[CELLS * outputs];
        var broken = 0;
        for (var row = 0; row < CELLS; row++) {
            var y = drawn.low() + (row + 0.5) / CELLS * (drawn.high() - drawn.low());
            for (var column = 0; column < CELLS; column++) {
                plane.point(drawn.left() + (column + 0.5) / CELLS * (drawn.right() - drawn.left()), y, rows, column * inputs);
            }
            network.predictAll(rows, told);
            for (var column = 0; column < CELLS; column++) {
                for (var number = 0; number < classes; number++) {
                    var score = outputs > 1 ? told[column * outputs + number] : number == 1 ? told[column] : 1 - told[column];
                    scores[number][row][column] = score;
                    broken += Double.isFinite(score) ? 0 : 1;
                }
            }
        }
        if (broken > 0) {
            notes.add(broken + " outputs are not finite; no boundary is drawn beside them.");
        }
        return scores;
    }

    private List<BoundaryPicture.Sample> samples() {
        var shown = new ArrayList<BoundaryPicture.Sample>();
        var all = 0;
        for (var part : DatasetPart.values()) {
            all += dataset.part(part).map(Samples::count).orElse(0);
        }
        for (var part : DatasetPart.values()) {
            var of = dataset.part(part);
            if (of.isPresent()) {
                add(shown, of.get(), part != DatasetPart.TRAIN, Math.max(1, (all + MOST_SAMPLES - 1) / MOST_SAMPLES));
            }
        }
        if (shown.size() < all) {
            notes.add(String.format(Locale.ROOT, "%,d of %,d samples are drawn, evenly chosen.", shown.size(), all));
        }
        return shown;
    }

    private void add(List<BoundaryPicture.Sample> shown, Samples samples, boolean hollow, int every) {
        var raw = new double[samples.inputs()];
        for (var row = 0; row < samples.count(); row += every) {
            samples.rawInput(row, raw, 0);
            var place = plane.place(raw);
            shown.add(new BoundaryPicture.Sample(place[0], place[1], samples.label(row), hollow));
        }
    }
}
