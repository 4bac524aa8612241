package brickwork.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.data.Dataset;
import brickwork.engine.Differentiator;
import brickwork.engine.Engine;
import brickwork.engine.EngineFactory;
import brickwork.engine.EngineOptions;
import brickwork.engine.Initializer;
import brickwork.engine.Parameters;
import brickwork.kernel.KernelChoice;
import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.DatasetPart;
import brickwork.check.Claims;
import brickwork.model.Expectation;
import brickwork.model.FeedForward;
import brickwork.model.GradientDescent;
import brickwork.model.Layer;
import brickwork.model.Learning;
import brickwork.model.Loss;
import brickwork.model.LossTerm;
import brickwork.model.Metric;
import brickwork.model.Optimizer;
import brickwork.model.Precision;
import brickwork.model.Relation;
import brickwork.model.Schedule;
import brickwork.model.Specification;
import brickwork.model.Training;
import brickwork.plan.ExecutionPlan;
import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.verify.ExpectationResult;
import brickwork.verify.RandomNetworks;
import brickwork.verify.Replay;
import brickwork.verify.Requirement;
import brickwork.verify.SampleSupply;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.Verifier;
import brickwork.verify.reference.ReferenceNetwork;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExpectationChecksTest {

    private static final Dataset XOR = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {1}, {1}, {0}});
    private static final Replay REPLAY = new Replay(Optional.of("specs/xor.nn"), List.of("a=1"), OptionalLong.empty());

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

    private static Expectation accuracy(Relation relation, double value, OptionalInt within, Optional<Expectation.Seeds> seeds) {
        return new Expectation("accuracy",
                new Claims.OfMetric(Metric.ACCURACY, Optional.empty(), Optional.empty(),
                        new Claims.Compared(relation, value, OptionalDouble.empty()), new Claims.Scope(within, seeds)),
                Origin.NONE);
    }

    private static Trial.Options options(int workers, EngineOptions engines) {
        return new Trial.Options(engines, workers, REPLAY);
    }

    private static List<ExpectationResult> results(Specification network, SampleSupply samples) {
        return Verifier.verify(Trial.of(network, samples, Trial.Options.standard(REPLAY)), ExpectationChecks::of);
    }

    /** An engine whose gradient of layer1.weight[1][1] is off by 1e-3. */
    private static Engine withAWrongGradient(Specification network, ExecutionPlan plan, KernelChoice kernels, int threads) {
        var engine = EngineFactory.STANDARD.open(network, plan, kernels, threads);
        var wrong = new Differentiator() {
            @Override
            public double computeGradients(Engine.BoundSamples samples, int[] order, int from, int count) {
                return engine.differentiator().computeGradients(samples, order, from, count);
            }

            @Override
            public Parameters gradients() {
                var gradients = engine.differentiator().gradients();
                gradients.tensor("layer1.weight").values()[3] += 1e-3;
                return gradients;
            }
        };
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class},
                (_, method, arguments) -> method.getName().equals("differentiator") ? wrong : method.invoke(engine, arguments));
    }

    private static Verdict verdict(Specification network) {
        return results(network, SampleSupply.always(XOR)).getFirst().verdict();
    }

    @Test
    void passesAMetricThatHolds() {
        var verdict = verdict(xor(300, 1, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty())));

        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(verdict.text()).isEqualTo("accuracy on train is 1 (= 1)");
        assertThat(verdict.evidence().measured()).hasValue(1);
        assertThat(verdict.evidence().required()).contains(Requirement.of(Relation.EQUAL, 1));
    }

    @Test
    void failsAMetricThatDoesNotAndSaysHowToSeeIt() {
        var verdict = verdict(xor(1, 0.01, accuracy(Relation.GREATER_OR_EQUAL, 1, OptionalInt.empty(), Optional.empty())));

        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict.text()).startsWith("accuracy on train is 0.")
                .endsWith(", not >= 1; replay: nn train specs/xor.nn --set a=1");
    }

    @Test
    void measuresEqualityWithinATolerance() {
        var network = xor(1, 0.01,
                new Expectation("mse",
                        new Claims.OfMetric(Metric.MSE, Optional.empty(), Optional.of(DatasetPart.TRAIN),
                                new Claims.Compared(Relation.EQUAL, 0.25, OptionalDouble.of(0.2)),
                                new Claims.Scope(OptionalInt.empty(), Optional.empty())),
                        Origin.NONE));

        assertThat(verdict(network).text()).endsWith("(= 0.25 within 0.2)");
        assertThat(verdict(network).passed()).isTrue();
    }

    @Test
    void cannotDecideOverAPartThatIsNotThere() {
        var network = xor(1, 0.01,
                new Expectation("mse",
                        new Claims.OfMetric(Metric.MSE, Optional.empty(), Optional.of(DatasetPart.VALIDATION),
                                new Claims.Compared(Relation.LESS, 0.25, OptionalDouble.empty()),
                                new Claims.Scope(OptionalInt.empty(), Optional.empty())),
                        Origin.NONE));

        assertThat(verdict(network)).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict(network).text()).isEqualTo("the data has no validation part");
    }

    @Test
    void cannotDecideAccuracyWithoutClasses() {
        var sine = Dataset.of(new double[][] {{0, 1}, {1, 2}}, new double[][] {{0.3}, {0.7}});

        var verdict = results(xor(1, 0.01, accuracy(Relation.LESS, 1, OptionalInt.empty(), Optional.empty())), SampleSupply.always(sine))
                .getFirst().verdict();

        assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(verdict.text()).isEqualTo("accuracy on train has no value: the targets are not classes");
    }

    @Test
    void cannotDecideAucWhereOneClassDoesNotOccur() {
        var ones = Dataset.of(new double[][] {{0, 1}, {1, 2}}, new double[][] {{1}, {1}});
        var trial = Trial.of(xor(1, 0.01), SampleSupply.always(ones), Trial.Options.standard(REPLAY));

        for (var within : List.of(OptionalInt.empty(), OptionalInt.of(1))) {
            var verdict = new MetricCheck(Metric.AUC, Optional.empty(), Requirement.of(Relation.LESS, 2), within).judge(trial);
            assertThat(verdict).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(verdict.text()).isEqualTo("auc on train has no value: a class has no samples");
        }
    }

    @Test
    void watchesTheEpochs() {
        var held = verdict(xor(300, 1, accuracy(Relation.EQUAL, 1, OptionalInt.of(250), Optional.empty())));
        var never = verdict(xor(300, 1, accuracy(Relation.GREATER, 1, OptionalInt.of(7), Optional.empty())));

        assertThat(held.text()).matches("accuracy on train was 1 \\(= 1\\) after \\d+ epochs");
        assertThat(held.passed()).isTrue();
        assertThat(never.text())
                .startsWith("accuracy on train was not > 1 at the end of any epoch up to 7; after 300 epochs it is 1; replay: ");
    }

    @Test
    void judgesTheCourseOfTheLoss() {
        var falls = verdict(xor(300, 1, new Expectation("loss decreases every epoch", new Claims.LossDecreases(true), Origin.NONE)));
        var single = verdict(xor(1, 1, new Expectation("loss decreases", new Claims.LossDecreases(false), Origin.NONE)));
        var rises = verdict(xor(300, 60, new Expectation("loss decreases every epoch", new Claims.LossDecreases(true), Origin.NONE)));

        assertThat(falls.text()).matches("the loss went from 0\\.\\d+ to 0\\.\\d+ in 300 epochs");
        assertThat(falls.passed()).isTrue();
        assertThat(single.passed()).as("one row is not below itself").isFalse();
        assertThat(rises.text()).matches("the loss did not fall from epoch \\d+ \\(.*\\) to epoch \\d+ \\(.*\\); replay: .*");
    }

    @Test
    void judgesOutputsOfUnscaledInputs() {
        var network = network(List.of(RandomNetworks.layer(1, 2, 1, new Activation.Linear(), Bias.zeros(), false)),
                new LossTerm.MeanSquaredError(), Optional.of(new Training(2000, new Training.Batch.Full(), false, Origin.NONE)), 0.1,
                new Expectation("output", new Claims.Output(List.of(0.5, 2.0), List.of(4.5), 1e-6), Origin.NONE),
                new Expectation("output", new Claims.Output(List.of(0.5, 2.0), List.of(4.4), 1e-3), Origin.NONE));
        var plane = Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[][] {{0}, {2}, {1}, {3}});

        var results = results(network, SampleSupply.always(plane));

        assertThat(results.getFirst().verdict().passed()).as(results.getFirst().verdict().text()).isTrue();
        assertThat(results.getLast().verdict().text()).startsWith("output 0 for row 1 is 4.")
                .contains(", not 4.4 within 0.001 (absolute error 0.100, relative error 0.02").contains("; replay: ");
    }

    @Test
    void judgesTheInitialLoss() {
        var bare = xor(1, 1);
        var loss = new ReferenceNetwork(bare).dataLoss(Initializer.parameters(bare), XOR.train());
        var network = xor(1, 1, new Expectation("initial", new Claims.InitialLoss(loss, 1e-12), Origin.NONE),
                new Expectation("initial", new Claims.InitialLoss(loss + 1, 0.5), Origin.NONE));

        var results = results(network, SampleSupply.always(XOR));

        assertThat(results.getFirst().verdict().passed()).isTrue();
        assertThat(results.getLast().verdict().text()).contains(" within 0.5 (absolute error 1.00, relative error 0.");
    }

    @Test
    void judgesTheFingerprint() {
        var failed = verdict(xor(3, 1, new Expectation("fingerprint", new Claims.Fingerprint("ab"), Origin.NONE)));
        var measured = failed.text().replaceAll("the fingerprint is ([0-9a-f]{64}), not ab; replay.*", "$1");

        assertThat(measured).hasSize(64);
        assertThat(verdict(xor(3, 1, new Expectation("fingerprint", new Claims.Fingerprint(measured), Origin.NONE))).passed()).isTrue();
    }

    @Test
    void checksGradientsWithoutDataAndWithoutTraining() {
        var network = network(List.of(RandomNetworks.layer(1, 2, 3, new Activation.Sigmoid(), Bias.zeros(), false)),
                new LossTerm.MeanSquaredError(), Optional.empty(), 1,
                new Expectation("gradcheck < 1e-7", new Claims.Gradcheck(false, Relation.LESS, 1e-7), Origin.NONE),
                new Expectation("gradcheck norm < 1e-9", new Claims.Gradcheck(true, Relation.LESS, 1e-9), Origin.NONE),
                accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty()));

        var results = results(network, SampleSupply.NONE);

        assertThat(results.get(0).verdict().text()).matches("diff .*e-1\\d over 9 parameters and 16 samples \\(< 1e-7\\)");
        assertThat(results.get(1).verdict().text()).matches("norm .*e-1\\d over 9 parameters and 16 samples \\(< 1e-9\\)");
        assertThat(results).extracting(result -> result.verdict().word()).containsExactly("passed", "passed", "inconclusive");
    }

    @Test
    void failsAWrongGradientAndNamesIt() {
        var network = xor(1, 1, new Expectation("gradcheck < 1e-7", new Claims.Gradcheck(false, Relation.LESS, 1e-7), Origin.NONE));
        var options = options(1, EngineOptions.standard().withFactory(ExpectationChecksTest::withAWrongGradient));

        var verdict = Verifier.verify(Trial.of(network, SampleSupply.always(XOR), options), ExpectationChecks::of).getFirst().verdict();

        assertThat(verdict.text()).contains(", not < 1e-7; worst at layer1.weight[1][1]: backward ").contains("; apart: data loss ")
                .endsWith("; replay: nn gradcheck specs/xor.nn --set a=1");
        assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void failsWhatIsStatedOfATrainingThatDiverged() {
        var layers = List.of(RandomNetworks.layer(1, 2, 1, new Activation.Linear(), Bias.zeros(), false));
        var training = Optional.of(new Training(2000, new Training.Batch.Full(), false, Origin.NONE));
        var network = network(layers, new LossTerm.MeanSquaredError(), training, 1e6,
                new Expectation("loss decreases", new Claims.LossDecreases(false), Origin.NONE),
                accuracy(Relation.LESS, 2, OptionalInt.empty(), Optional.empty()),
                accuracy(Relation.LESS, 2, OptionalInt.empty(), Optional.of(new Expectation.Seeds.Every(3, 5))));

        var results = results(network, SampleSupply.always(XOR));

        assertThat(results).allSatisfy(result -> {
            assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
            assertThat(result.verdict().text()).contains("training diverged in epoch");
        });
    }

    @Test
    void cannotDecideWithoutSamples() {
        var network = xor(1, 1, accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.empty()),
                new Expectation("gradcheck < 1e-7", new Claims.Gradcheck(false, Relation.LESS, 1e-7), Origin.NONE),
                accuracy(Relation.EQUAL, 1, OptionalInt.empty(), Optional.of(new Expectation.Seeds.AtLeast(1, 3))));
        var fault = new Outcome.Failure<Dataset>(List.of(new Diagnostic(Code.values()[0], "the file is gone",
                new SourceText("x.nn", "data"), new Span(0, 4), List.of(), Optional.empty())));

        var results = results(network, _ -> Optional.of(fault));

        assertThat(results).allSatisfy(result -> {
            assertThat(result.verdict()).isInstanceOf(Verdict.Inconclusive.class);
            assertThat(result.verdict().text()).contains("the file is gone");
        });
    }
}
