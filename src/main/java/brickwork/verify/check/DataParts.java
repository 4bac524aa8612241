package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is in the parts of the data. */
public final class DataParts {

    private DataParts() {}

    /** The part has so many samples; 0 where the split does not make it. */
    public static Verdict has(Dataset dataset, DatasetPart part, int samples) {
        var count = dataset.part(part).map(Samples::count).orElse(0);
        var sentence = "the " + part.word() + " part has " + count(count);
        return count == samples ? new Verdict.Passed(sentence) : new Verdict.Failed(sentence + ", not " + samples);
    }

    /** All parts together have so many samples. */
    public static Verdict have(Dataset dataset, int samples) {
        var count = total(dataset);
        return count == samples ? new Verdict.Passed("the data has " + count(count))
                : new Verdict.Failed("the parts have " + count(count) + " together, not " + samples);
    }

    /** No sample of the source stands in two places, and none is left out. */
    public static Verdict shareNothing(Dataset dataset) {
        var places = new HashMap<Integer, String>();
        for (var part : DatasetPart.values()) {
            var samples = dataset.part(part);
            for (var row = 0; row < samples.map(Samples::count).orElse(0); row++) {
                var place = "row " + row + " of " + part.word();
                var before = places.put(samples.orElseThrow().sourceRow(row), place);
                if (before != null) {
                    return new Verdict.Failed(
                            "sample " + samples.orElseThrow().sourceRow(row) + " of the data is " + before + " and " + place);
                }
            }
        }
        for (var sample = 0; sample < places.size(); sample++) {
            if (!places.containsKey(sample)) {
                return new Verdict.Failed("sample " + sample + " of the data is in no part, though there are samples after it");
            }
        }
        return new Verdict.Passed("each of " + count(places.size()) + " is in one place of one part");
    }

    /** In each part each class has its share of the samples, to within so many. */
    public static Verdict keepShares(Dataset dataset, double within) {
        if (!dataset.train().hasClasses()) {
            return new Verdict.Inconclusive("the targets are not classes");
        }
        var whole = new double[dataset.train().classes()];
        var counts = new HashMap<DatasetPart, int[]>();
        for (var part : DatasetPart.values()) {
            dataset.part(part).ifPresent(samples -> counts.put(part, counted(samples, whole)));
        }
        var all = Arrays.stream(whole).sum();
        for (var part : DatasetPart.values()) {
            var of = counts.getOrDefault(part, new int[0]);
            for (var c = 0; c < of.length; c++) {
                var share = whole[c] / all * Arrays.stream(of).sum();
                if (Math.abs(of[c] - share) > within) {
                    return new Verdict.Failed("class " + dataset.classNames().get(c) + " has " + count(of[c]) + " in the " + part.word()
                            + " part, where its share of the data makes it " + share);
                }
            }
        }
        return new Verdict.Passed("every class has its share of every part to within " + within);
    }

    /** Mean, population deviation, least and greatest number of an input, counted from 0, as the network takes it. */
    public static Optional<Map<String, Double>> figures(Dataset dataset, DatasetPart part, int input) {
        return dataset.part(part).map(samples -> {
            var row = new double[samples.inputs()];
            var values = new double[samples.count()];
            for (var i = 0; i < values.length; i++) {
                samples.input(i, row, 0);
                values[i] = row[input];
            }
            var mean = Arrays.stream(values).sum() / values.length;
            var variance = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length;
            return Map.of("mean", mean, "deviation", Math.sqrt(variance), "minimum", Arrays.stream(values).min().orElseThrow(),
                    "maximum", Arrays.stream(values).max().orElseThrow());
        });
    }

    private static int[] counted(Samples samples, double[] whole) {
        var counts = new int[whole.length];
        for (var row = 0; row < samples.count(); row++) {
            counts[samples.label(row)]++;
            whole[samples.label(row)]++;
        }
        return counts;
    }

    private static int total(Dataset dataset) {
        return Arrays.stream(DatasetPart.values()).mapToInt(part -> dataset.part(part).map(Samples::count).orElse(0)).sum();
    }

    private static String count(int samples) {
        return samples + (samples == 1 ? " sample" : " samples");
    }
}
