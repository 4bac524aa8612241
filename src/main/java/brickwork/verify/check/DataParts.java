package brickwork.verify.check;

import brickwork.data.Dataset;
import brickwork.data.Samples;
import brickwork.model.DatasetPart;
import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Requirement;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is in the parts of the data. */
public sealed interface DataParts extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case Has(var part, var samples) -> "the " + part.word() + " part has " + NumberVerdicts.samples(samples);
            case HaveTogether(var samples) -> "the data has " + NumberVerdicts.samples(samples);
            case ShareNoSample _ -> "the parts share no sample";
            case KeepShares(var within) -> "the class shares in each part differ by at most " + DecimalText.of(within) + " samples";
            case InputHas(var input, var part, var first, var firstValue, var second, var secondValue, var within) ->
                    "input " + input + " of the " + part.word() + " part has " + first.word() + " " + DecimalText.of(firstValue) + " and "
                            + second.word() + " " + DecimalText.of(secondValue) + " within " + DecimalText.of(within);
        };
    }

    /** Judges samples that are there. */
    Verdict judge(Dataset dataset);

    @Override
    default Verdict judge(Trial trial) {
        return trial.withSamples(this::judge);
    }

    /** One part has that number of samples; 0 where the split does not make it. */
    record Has(DatasetPart part, int samples) implements DataParts {

        @Override
        public Verdict judge(Dataset dataset) {
            var count = dataset.part(part).map(Samples::count).orElse(0);
            var evidence = Evidence.of("the {place} part has " + NumberVerdicts.samples(count)).at(part.word()).measured(count)
                    .required(Requirement.of(Relation.EQUAL, samples));
            return count == samples ? new Verdict.Passed(evidence) : new Verdict.Failed(evidence.and(", not {negated}"));
        }
    }

    /** All parts together have that number of samples. */
    record HaveTogether(int samples) implements DataParts {

        @Override
        public Verdict judge(Dataset dataset) {
            var count = Arrays.stream(DatasetPart.values()).mapToInt(part -> dataset.part(part).map(Samples::count).orElse(0)).sum();
            var evidence = Evidence.of("the parts have " + NumberVerdicts.samples(count) + " together").measured(count)
                    .required(Requirement.of(Relation.EQUAL, samples));
            return count == samples ? new Verdict.Passed(evidence) : new Verdict.Failed(evidence.and(", not {negated}"));
        }
    }

    /** No sample of the source is in two places, and none is left out. */
    record ShareNoSample() implements DataParts {

        @Override
        public Verdict judge(Dataset dataset) {
            var places = new HashMap<Integer, String>();
            for (var part : DatasetPart.values()) {
                var samples = dataset.part(part);
                for (var row = 0; row < samples.map(Samples::count).orElse(0); row++) {
                    var place = "row " + row + " of " + part.word();
                    var source = samples.orElseThrow().sourceRow(row);
                    var before = places.put(source, place);
                    if (before != null) {
                        return new Verdict.Failed(Evidence.of("sample {sample} of the data is {before} and {place}").sample(source)
                                .with("before", before).at(place));
                    }
                }
            }
            for (var sample = 0; sample < places.size(); sample++) {
                if (!places.containsKey(sample)) {
                    return new Verdict.Failed(Evidence.of("sample {sample} of the data is in no part, though there are samples after it")
                            .sample(sample));
                }
            }
            return Verdict.passed("each of " + NumberVerdicts.samples(places.size()) + " is in one place of one part");
        }
    }

    /** In each part each class has its share of the samples, give or take {@code within} samples. */
    record KeepShares(double within) implements DataParts {

        @Override
        public Verdict judge(Dataset dataset) {
            if (!dataset.train().hasClasses()) {
                return Verdict.inconclusive("the targets are not classes");
            }
            var whole = new double[dataset.train().classes()];
            var counts = new EnumMap<DatasetPart, int[]>(DatasetPart.class);
            for (var part : DatasetPart.values()) {
                dataset.part(part).ifPresent(samples -> counts.put(part, counted(samples, whole)));
            }
            var all = Arrays.stream(whole).sum();
            for (var part : counts.keySet()) {
                var of = counts.get(part);
                for (var c = 0; c < of.length; c++) {
                    var share = whole[c] / all * Arrays.stream(of).sum();
                    if (Math.abs(of[c] - share) > within) {
                        return new Verdict.Failed(Evidence.of("class {class} has " + NumberVerdicts.samples(of[c])
                                + " in the {place} part, where its share of the data makes it {share}").measured(of[c])
                                .with("class", dataset.classNames().get(c)).at(part.word()).with("share", share));
                    }
                }
            }
            return new Verdict.Passed(Evidence.of("every class has its share of every part to within {within}").with("within", within));
        }

        private static int[] counted(Samples samples, double[] whole) {
            var counts = new int[whole.length];
            for (var row = 0; row < samples.count(); row++) {
                counts[samples.label(row)]++;
                whole[samples.label(row)]++;
            }
            return counts;
        }
    }

    /** A figure of the values of one input. */
    enum Figure {
        MEAN(values -> Arrays.stream(values).sum() / values.length),
        /** Of the population. */
        DEVIATION(Figure::deviation),
        MINIMUM(values -> Arrays.stream(values).min().orElseThrow()),
        MAXIMUM(values -> Arrays.stream(values).max().orElseThrow());

        private final ToDoubleFunction<double[]> of;

        Figure(ToDoubleFunction<double[]> of) {
            this.of = of;
        }

        double of(double[] values) {
            return of.applyAsDouble(values);
        }

        private static double deviation(double[] values) {
            var mean = MEAN.of(values);
            return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An input, counted from 1, has two such figures, as the network takes it: scaled. */
    record InputHas(int input, DatasetPart part, Figure first, double firstValue, Figure second, double secondValue, double within)
            implements
                DataParts {

        @Override
        public Verdict judge(Dataset dataset) {
            if (input < 1 || input > dataset.train().inputs()) {
                return Verdict.inconclusive(
                        "there is no input " + input + ": the network takes " + dataset.train().inputs() + ", counted from 1");
            }
            if (dataset.part(part).isEmpty()) {
                return Verdict.inconclusive("the spec makes no " + part.word() + " part");
            }
            var values = values(dataset.part(part).get());
            var firstVerdict = near(first, firstValue, values);
            return firstVerdict.passed() ? near(second, secondValue, values) : firstVerdict;
        }

        private Verdict near(Figure figure, double stated, double[] values) {
            var found = figure.of(values);
            var evidence = Evidence.of("the {figure} of {place} is {found}, which is {off} off {stated}").measured(found)
                    .with("figure", figure.word()).at("input " + input + " of " + part.word()).with("found", String.valueOf(found))
                    .with("off", String.valueOf(Math.abs(found - stated))).with("stated", String.valueOf(stated));
            return Verdict.of(Math.abs(found - stated) <= within, evidence);
        }

        private double[] values(Samples samples) {
            var row = new double[samples.inputs()];
            var values = new double[samples.count()];
            for (var i = 0; i < values.length; i++) {
                samples.input(i, row, 0);
                values[i] = row[input - 1];
            }
            return values;
        }
    }
}
