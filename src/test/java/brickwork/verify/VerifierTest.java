package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.model.GradientDescent;
import brickwork.model.Learning;
import brickwork.model.FeedForward;
import brickwork.data.Dataset;
import brickwork.engine.Initializer;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.DatasetPart;
import brickwork.model.Expectation;
import brickwork.model.Layer;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.verify.gradient.EngineBackward;
import brickwork.verify.reference.ReferenceNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class VerifierTest {

    private static final Dataset XOR = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    private static final Replay REPLAY = new Replay(Optional.of("specs/xor.nn"), List.of("a=1"), OptionalLong.empty());
    private static final Verifier.Settings SETTINGS = Verifier.Settings.standard(REPLAY);

    private static Specification xor(int epochs, double rate, Expectation... expectations) {
        return network(List.of(RandomNetworks.layer(1, 2, 3, new Activation.Tanh(), Bias.zeros(), false),
                RandomNetworks.layer(2, 3, 1, new Activation.Sigmoid(), Bias.zeros(), false)), new LossTerm.BinaryCrossEntropy(),
                Optional.of(new Training(epochs, new Training.Batch.Full(), false, Origin.NONE)), rate, expectations);
    }

    private static Specification network(List<Layer> layers, LossTerm.Kind kind, Optional<Training> training, double rate,
            Expectation... expectations) {
        var optimizer = new Optimizer(new Optimizer.Sgd(0, false), rate, Schedule.constant(), Origin.NONE);
        var model = new FeedForward(layers, new Loss(List.of(new LossTerm(1, kind, Origin.NONE)), List.of()));
        return Specification.of(model, Learning.by(new GradientDescent(optimizer, Optional.empty())).withTraining(training))
                .withPrecision(Precision.F64).withExpectations(List.of(expectations));
    }

    private static Expectation.OfMetric accuracy(Relation relation, double value, OptionalInt within, Optional<Expectation.Seeds> seeds) {
        return new Expectation.OfMetric("accuracy", Metric.ACCURACY, Optional.empty(), relation, value, OptionalDouble.empty(), within,
                seeds, Origin.NONE);
    }

    private static Verdict verdict(Specification network) {
        return Verifier.verify(network, SampleSupply.always(XOR), SETTINGS).getFirst().verdict();
    }

    @Test
    void passesAMetricThatHolds() {
        assertThat(verdict(xor(300, 1, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty()))))
                .isEqualTo(new Verdict.Passed("accuracy on train is 1 (= 1)"));
    }

    @Test
    void failsAMetricThatDoesNotAndSaysHowToSeeIt() {
        var verdict = verdict(xor(1, 0.01, accuracy(Relation.GREATER_OR_EQUAL, 1, OptionalInt.empty(), Optional.empty())));

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict.evidence()).startsWith("accuracy on train is 0.")
                .endsWith(", not >= 1; replay: nn train specs/xor.nn --set a=1");
    }

    @Test
    void measuresEqualityWithinATolerance() {
        var network = xor(1, 0.01, new Expectation.OfMetric("mse", Metric.MSE, Optional.of(DatasetPart.TRAIN), Relation.EQUAL, 0.25,
                OptionalDouble.of(0.2), OptionalInt.empty(), Optional.empty(), Origin.NONE));

        assertThat(verdict(network).evidence()).endsWith("(= 0.25 within 0.2)");
        assertThat(verdict(network).passed()).isTrue();
    }

    @Test
    void cannotDecideOverAPartThatIsNotThere() {
        var network = xor(1, 0.01, new Expectation.OfMetric("mse", Metric.MSE, Optional.of(DatasetPart.VALIDATION), Relation.LESS, 0.25,
                OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), Origin.NONE));

        assertThat(verdict(network)).isEqualTo(new Verdict.Inconclusive("the data has no validation part"));
    }

    @Test
    void cannotDecideAccuracyWithoutClasses() {
        var sine = Dataset.of(new double[][] {{0, 1}, {1, 2}}, new double[][] {{0.3}, {0.7}});

        var judgement = Verifier.verify(xor(1, 0.01, accuracy(Relation.LESS, 1, OptionalInt.empty(), Optional.empty())),
                SampleSupply.always(sine), SETTINGS).getFirst();

        assertThat(judgement.verdict()).isEqualTo(new Verdict.Inconclusive("accuracy on train has no value: the targets are not classes"));
    }

    @Test
    void watchesTheEpochs() {
        var held = verdict(xor(300, 1, accuracy(Relation.EQUAL, 1, OptionalInt.of(250), Optional.empty())));
        var never = verdict(xor(300, 1, accuracy(Relation.GREATER, 1, OptionalInt.of(7), Optional.empty())));

        assertThat(held.evidence()).matches("accuracy on train was 1 \\(= 1\\) after \\d+ epochs");
        assertThat(held.passed()).isTrue();
        assertThat(never.evidence())
                .startsWith("accuracy on train was not > 1 at the end of any epoch up to 7; after 300 epochs it is 1; replay: ");
    }

    @Test
    void judgesTheCourseOfTheLoss() {
        var falls = verdict(xor(300, 1, new Expectation.LossDecreases("loss decreases every epoch", true, Origin.NONE)));
        var single = verdict(xor(1, 1, new Expectation.LossDecreases("loss decreases", false, Origin.NONE)));
        var rises = verdict(xor(300, 60, new Expectation.LossDecreases("loss decreases every epoch", true, Origin.NONE)));

        assertThat(falls.evidence()).matches("the loss went from 0\\.\\d+ to 0\\.\\d+ in 300 epochs");
        assertThat(falls.passed()).isTrue();
        assertThat(single.passed()).as("one row is not below itself").isFalse();
        assertThat(rises.evidence()).matches("the loss went from .* to .* in epoch \\d+, counted from 0; replay: .*");
    }

    @Test
    void judgesOutputsOfUnscaledInputs() {
        var network = network(List.of(RandomNetworks.layer(1, 2, 1, new Activation.Linear(), Bias.zeros(), false)),
                new LossTerm.MeanSquaredError(), Optional.of(new Training(2000, new Training.Batch.Full(), false, Origin.NONE)), 0.1,
                new Expectation.Output("output", List.of(0.5, 2.0), List.of(4.5), 1e-6, Origin.NONE),
                new Expectation.Output("output", List.of(0.5, 2.0), List.of(4.4), 1e-3, Origin.NONE));
        var plane = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {2}, {1}, {3}});

        var judgements = Verifier.verify(network, SampleSupply.always(plane), SETTINGS);

        assertThat(judgements.getFirst().verdict().passed()).as(judgements.getFirst().verdict().evidence()).isTrue();
        assertThat(judgements.getLast().verdict().evidence()).startsWith("the output is [4.")
                .contains(" off where 0.001 is allowed; replay: ");
    }

    @Test
    void judgesTheInitialLoss() {
        var bare = xor(1, 1);
        var loss = new ReferenceNetwork(bare).dataLoss(Initializer.parameters(bare), XOR.train());
        var network = xor(1, 1, new Expectation.InitialLoss("initial", loss, 1e-12, Origin.NONE),
                new Expectation.InitialLoss("initial", loss + 1, 0.5, Origin.NONE));

        var judgements = Verifier.verify(network, SampleSupply.always(XOR), SETTINGS);

        assertThat(judgements.getFirst().verdict().passed()).isTrue();
        assertThat(judgements.getLast().verdict().evidence()).contains("off where 0.5 is allowed");
    }

    @Test
    void judgesTheFingerprint() {
        var failed = verdict(xor(3, 1, new Expectation.Fingerprint("fingerprint", "ab", Origin.NONE)));
        var measured = failed.evidence().replaceAll("the fingerprint is ([0-9a-f]{64}), not ab; replay.*", "$1");

        assertThat(measured).hasSize(64);
        assertThat(verdict(xor(3, 1, new Expectation.Fingerprint("fingerprint", measured, Origin.NONE))).passed()).isTrue();
    }

    @Test
    void checksGradientsWithoutDataAndWithoutTraining() {
        var network = network(List.of(RandomNetworks.layer(1, 2, 3, new Activation.Sigmoid(), Bias.zeros(), false)),
                new LossTerm.MeanSquaredError(), Optional.empty(), 1,
                new Expectation.Gradcheck("gradcheck < 1e-7", false, Relation.LESS, 1e-7, Origin.NONE),
                new Expectation.Gradcheck("gradcheck norm < 1e-9", true, Relation.LESS, 1e-9, Origin.NONE),
                accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty()));

        var judgements = Verifier.verify(network, SampleSupply.NONE, SETTINGS);

        assertThat(judgements.get(0).verdict().evidence()).matches("diff .*e-1\\d over 9 parameters and 16 samples \\(< 1e-7\\)");
        assertThat(judgements.get(1).verdict().evidence()).matches("norm .*e-1\\d over 9 parameters and 16 samples \\(< 1e-9\\)");
        assertThat(judgements).extracting(judgement -> judgement.verdict().word()).containsExactly("passed", "passed", "inconclusive");
    }

    @Test
    void failsAWrongGradientAndNamesIt() {
        var settings = new Verifier.Settings(KernelChoice.best(), 1, (network, parameters, rows) -> {
            var gradients = EngineBackward.standard().gradients(network, parameters, rows);
            gradients.tensor("layer1.weight").values()[3] += 1e-3;
            return gradients;
        }, REPLAY);
        var network = xor(1, 1, new Expectation.Gradcheck("gradcheck < 1e-7", false, Relation.LESS, 1e-7, Origin.NONE));

        var verdict = Verifier.verify(network, SampleSupply.always(XOR), settings).getFirst().verdict();

        assertThat(verdict.evidence()).contains(", not < 1e-7; worst at layer1.weight[1][1]: backward ").contains("; apart: data loss ")
                .endsWith("; replay: nn gradcheck specs/xor.nn --set a=1");
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void failsWhatIsStatedOfATrainingThatDiverged() {
        var layers = List.of(RandomNetworks.layer(1, 2, 1, new Activation.Linear(), Bias.zeros(), false));
        var training = Optional.of(new Training(2000, new Training.Batch.Full(), false, Origin.NONE));
        var network = network(layers, new LossTerm.MeanSquaredError(), training, 1e6,
                new Expectation.LossDecreases("loss decreases", false, Origin.NONE),
                accuracy(Relation.LESS, 2, OptionalInt.empty(), Optional.empty()),
                accuracy(Relation.LESS, 2, OptionalInt.empty(), Optional.of(new Expectation.Seeds.Every(3, 5))));

        var judgements = Verifier.verify(network, SampleSupply.always(XOR), SETTINGS);

        assertThat(judgements).allSatisfy(judgement -> {
            assertThat(judgement.verdict()).isInstanceOf(Verdict.Failed.class);
            assertThat(judgement.verdict().evidence()).contains("training diverged in epoch");
        });
    }

    @Test
    void cannotDecideWithoutSamples() {
        var network = xor(1, 1, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty()),
                new Expectation.Gradcheck("gradcheck < 1e-7", false, Relation.LESS, 1e-7, Origin.NONE),
                accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.of(new Expectation.Seeds.AtLeast(1, 3))));
        var fault = new Outcome.Failure<Dataset>(List.of(new Diagnostic(Code.values()[0], "the file is gone",
                new SourceText("x.nn", "data"), new Span(0, 4), List.of(), Optional.empty())));

        var judgements = Verifier.verify(network, _ -> Optional.of(fault), SETTINGS);

        assertThat(judgements).allSatisfy(judgement -> {
            assertThat(judgement.verdict()).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(judgement.verdict().evidence()).contains("the file is gone");
        });
    }

    @Test
    void countsSeeds() {
        var seeds = Optional.<Expectation.Seeds>of(new Expectation.Seeds.AtLeast(0.5, 20));
        var every = Optional.<Expectation.Seeds>of(new Expectation.Seeds.Every(100, 102));
        var network = xor(400, 1, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), seeds),
                accuracy(Relation.GREATER, 1, OptionalInt.empty(), seeds), accuracy(Relation.LESS_OR_EQUAL, 1, OptionalInt.empty(), every));

        var judgements = Verifier.verify(network, SampleSupply.always(XOR), SETTINGS);

        assertThat(judgements.get(0).verdict().evidence()).startsWith("held for 10 of the first ")
                .contains("(10 of 20 needed; 95% interval");
        assertThat(judgements.get(0).verdict().passed()).isTrue();
        assertThat(judgements.get(1).verdict().evidence())
                .startsWith("held for 0 of the first 11 seeds, which decides it: seeds 11 to 19 were not tried (10 of 20 needed; "
                        + "95% interval of the share 0.000 to 0.285); not for seeds 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 1 more; "
                        + "seed 0: accuracy on train is ")
                .endsWith("; replay: nn train specs/xor.nn --set a=1 --seed 0");
        assertThat(judgements.get(2).verdict().evidence()).startsWith("held for 3 of 3 seeds (3 of 3 needed; ");
    }

    @Test
    void givesTheSameEvidenceOnOneThreadAndOnMany() {
        var seeds = Optional.<Expectation.Seeds>of(new Expectation.Seeds.AtLeast(0.8, 30));
        var network = xor(200, 0.5, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), seeds),
                accuracy(Relation.EQUAL, 1, OptionalInt.of(150), seeds));

        var alone = Verifier.verify(network, SampleSupply.always(XOR),
                new Verifier.Settings(KernelChoice.best(), 1, SETTINGS.backward(), REPLAY));
        var many = Verifier.verify(network, SampleSupply.always(XOR),
                new Verifier.Settings(KernelChoice.best(), 7, SETTINGS.backward(), REPLAY));

        assertThat(many).isEqualTo(alone);
    }

    @Test
    void drawsDataAndStartFromTheSeed() {
        var seen = new ConcurrentSkipListSet<Long>();
        var network = xor(1, 1, accuracy(Relation.LESS_OR_EQUAL, 1, OptionalInt.empty(), Optional.of(new Expectation.Seeds.Every(7, 9))));

        Verifier.verify(network, seeded -> {
            seen.add(seeded.seed());
            return Optional.of(new Outcome.Success<>(XOR, List.of()));
        }, SETTINGS);

        assertThat(seen).containsExactly(7L, 8L, 9L);
    }
}
