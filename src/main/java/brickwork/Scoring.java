package brickwork;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.report.picture.ConfusionPicture;
import brickwork.report.picture.Picture;
import brickwork.report.picture.RocPicture;
import brickwork.train.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a network says of the classes of the part that is judged, as pictures. */
record Scoring(TrainedNetwork network, Dataset dataset, String name) {

    private static final int CURVES = 8;

    private Samples part() {
        return dataset.part(dataset.defaultPart()).orElseThrow();
    }

    private double[] outputs(Samples samples) {
        var inputs = new double[samples.count() * samples.inputs()];
        for (var row = 0; row < samples.count(); row++) {
            samples.rawInput(row, inputs, row * samples.inputs());
        }
        var outputs = new double[samples.count() * samples.targets()];
        network.predictAll(inputs, outputs);
        return outputs;
    }

    /** The names of the classes, or their numbers from 0 where they have none. */
    static List<String> classes(Dataset dataset) {
        var classes = dataset.train().classes();
        return dataset.classNames().size() == classes ? dataset.classNames()
                : IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    }

    /** Classes of the judged part that have samples there, beside samples of others. */
    static List<Integer> rankable(Dataset dataset) {
        var samples = dataset.part(dataset.defaultPart()).orElseThrow();
        var present = IntStream.range(0, samples.count()).map(samples::label).distinct().sorted().boxed().toList();
        return present.size() < 2 ? List.of() : present;
    }

    private String where() {
        return "Over the " + dataset.defaultPart().word() + " part, " + part().count() + " samples.";
    }

    Picture confusion() {
        var samples = part();
        var counted = ConfusionMatrix.of(samples, outputs(samples));
        var classes = classes(dataset);
        var counts = new int[classes.size()][classes.size()];
        for (var truth = 0; truth < counts.length; truth++) {
            for (var taken = 0; taken < counts.length; taken++) {
                counts[truth][taken] = counted.count(truth, taken);
            }
        }
        return new ConfusionPicture("Confusion of " + name, classes, counts, List.of(where())).picture();
    }

    /** With one output the class it speaks for; with more each against the rest. */
    Picture roc() {
        var samples = part();
        var outputs = outputs(samples);
        var width = samples.targets();
        var classes = classes(dataset);
        var notes = new ArrayList<>(List.of(where()));
        var curves = rankable(dataset).stream().filter(number -> width > 1 || number == 1).map(number -> {
            var scores = new double[samples.count()];
            var positive = new boolean[samples.count()];
            for (var row = 0; row < scores.length; row++) {
                scores[row] = outputs[row * width + (width == 1 ? 0 : number)];
                positive[row] = samples.label(row) == number;
            }
            return new RocPicture.Scores(classes.get(number), scores, positive);
        }).toList();
        if (curves.size() > CURVES) {
            notes.add("Each class against the rest; of " + curves.size() + " the " + CURVES + " with the smallest area are drawn.");
            curves = curves.stream().sorted(Comparator.comparingDouble(RocPicture.Scores::area)).limit(CURVES).toList();
        } else if (width > 1) {
            notes.add("Each class against the rest.");
        }
        return new RocPicture("ROC of " + name, curves, notes).picture();
    }
}
