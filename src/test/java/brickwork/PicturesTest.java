package brickwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.data.Dataset;
import brickwork.model.DatasetPart;
import brickwork.model.Metric;
import brickwork.train.Observer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pictures show is what training and evaluation say. */
class PicturesTest {

    private static final String MOONS = """
            network moons
            data moons samples 200 noise 0.3
            split test 20% validation 20%
            layer 2 -> 6 tanh -> 1 sigmoid
            loss bce + l2 1e-4
            optimizer adam rate 0.02
            train 20 epochs batch 20
            """;
    private static final String IRIS = """
            data iris
            scale standard
            split test 30% stratified
            layer 4 -> 5 tanh -> 3 softmax
            loss cross_entropy
            optimizer adam rate 0.02
            train 20 epochs
            """;

    private static final ValidationHistory VALIDATION = ValidationHistory.recording();
    private static TrainingOutcome moons;
    private static TrainingOutcome iris;

    @BeforeAll
    static void train() {
        moons = Brickwork.standard().compile(MOONS).train(VALIDATION);
        iris = Brickwork.standard().compile(IRIS).train();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsDrawnOfATraining(PictureKind kind) {
        for (var outcome : List.of(moons, iris)) {
            var picture = Pictures.of(outcome).draw(kind);
            assertThat(picture.svg()).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"").endsWith("</svg>\n");
            assertThat(Pictures.of(outcome).draw(kind)).isEqualTo(picture);
        }
    }

    @Test
    void confusionAndRocAreThoseOfTheJudgedPart() {
        var metrics = moons.report().metrics().get(DatasetPart.TEST);
        var right = Math.round(metrics.value(Metric.ACCURACY).orElseThrow() * 40);
        assertThat(right).isBetween(25L, 39L);
        assertThat(Pictures.of(moons).draw(PictureKind.CONFUSION).description()).startsWith(right + " of 40 right")
                .contains("Over the test part, 40 samples.");
        assertThat(Pictures.of(moons).draw(PictureKind.ROC).description()).contains(
                String.format(Locale.ROOT, "1: AUC %.4f", metrics.value(Metric.AUC).orElseThrow()));
        assertThat(Pictures.of(iris).draw(PictureKind.ROC).description()).contains("setosa: AUC", "versicolor: AUC", "virginica: AUC",
                "Each class against the rest.");
    }

    @Test
    void curvesShowTheValidationPartAndRecordingItChangesNoBit() {
        assertThat(Brickwork.standard().compile(MOONS).train().report().fingerprint()).isEqualTo(moons.report().fingerprint());
        assertThat(VALIDATION.rows()).hasSize(20);
        assertThat(VALIDATION.rows().getLast().loss()).isEqualTo(
                moons.report().metrics().get(DatasetPart.VALIDATION).value(Metric.LOSS).orElseThrow());
        assertThat(Pictures.of(moons).draw(PictureKind.LOSS).svg()).contains("data-name=\"training\"",
                "data-name=\"training without penalty\"").doesNotContain("data-name=\"validation\"");
        var both = Pictures.of(moons).withValidation(VALIDATION);
        assertThat(both.draw(PictureKind.LOSS).svg()).contains("data-name=\"validation\"");
        assertThat(both.draw(PictureKind.ACCURACY).svg()).contains("data-name=\"validation\"");
    }

    @Test
    void aRecorderPassesEverythingOn() {
        var heard = new int[3];
        var next = new Observer() {
            @Override
            public void epochEnded(brickwork.train.Epoch epoch) {
                heard[0]++;
            }

            @Override
            public boolean watchesSteps() {
                return true;
            }

            @Override
            public void stepMade(brickwork.train.TrainingStep step) {
                heard[1]++;
            }
        };
        Brickwork.standard().compile(IRIS).train(ValidationHistory.before(next));
        assertThat(heard).containsExactly(20, 80, 0);
    }

    @Test
    void aNetworkAloneHasItsWeightsAndShape() {
        var pictures = Pictures.of(moons.trained());
        assertThat(pictures.possible()).containsExactly(PictureKind.WEIGHTS, PictureKind.NETWORK);
        assertThatThrownBy(() -> pictures.draw(PictureKind.LOSS)).isInstanceOf(IllegalStateException.class)
                .hasMessage("no picture of the loss: a saved model holds no history of its training; draw it of the spec, which trains: "
                        + "nn plot FILE.nn");
        var data = Brickwork.standard().compile(MOONS).data().orThrow();
        assertThat(Pictures.of(moons.trained(), data).possible()).containsExactly(PictureKind.BOUNDARY, PictureKind.CONFUSION,
                PictureKind.ROC, PictureKind.WEIGHTS, PictureKind.NETWORK, PictureKind.GRADIENTS);
        assertThat(Pictures.of(moons.trained(), data).draw(PictureKind.BOUNDARY))
                .isEqualTo(Pictures.of(moons).draw(PictureKind.BOUNDARY));
    }

    @Test
    void whatHasNoClassesHasNoBoundary() {
        var spec = Brickwork.standard().compile("layer 1 -> 2 tanh -> 1 linear\nloss mse\ntrain 3 epochs");
        var data = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[][] {{0.5}, {0.25}, {0.125}});
        var pictures = Pictures.of(spec.train(data, spec.settings()));
        assertThat(pictures.possible()).containsExactly(PictureKind.LOSS, PictureKind.WEIGHTS, PictureKind.NETWORK, PictureKind.GRADIENTS);
        assertThat(pictures.obstacle(PictureKind.BOUNDARY).orElseThrow().message())
                .isEqualTo("a boundary is drawn in the plane of two inputs, and the network takes 1");
        assertThat(pictures.obstacle(PictureKind.CONFUSION).orElseThrow().message()).isEqualTo("the samples have no classes");
    }

    @Test
    void planesOfMoreInputsSayWhatTheyAre() {
        assertThat(Pictures.of(iris).draw(PictureKind.BOUNDARY).description()).contains("the two principal axes of the training part");
        assertThat(Pictures.of(iris).withInputs(3, 4).draw(PictureKind.BOUNDARY).description())
                .contains("the other 2 inputs stand at the mean of the training part");
        assertThatThrownBy(() -> Pictures.of(iris).withInputs(3, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two different inputs from 1 to 4 are needed, got 3 and 3");
    }

    @Test
    void aPlaceInThePlaneIsTheInputsOfThatPlace() {
        var data = Brickwork.standard().compile(IRIS).data().orThrow();
        for (var plane : List.of(InputPlane.principal(data), InputPlane.of(2, 0, data, List.of()))) {
            var raw = new double[4];
            plane.point(0.7, -1.3, raw, 0);
            var place = plane.place(raw);
            assertThat(place[0]).isCloseTo(0.7, org.assertj.core.api.Assertions.within(1e-12));
            assertThat(place[1]).isCloseTo(-1.3, org.assertj.core.api.Assertions.within(1e-12));
        }
    }

    /** The shares of variance that any textbook has for iris, all 150 rows, standardised: 73.0 and 22.9 percent. */
    @Test
    void principalAxesHoldTheSharesThatArePublished() {
        var whole = Brickwork.standard().compile("data iris\nscale standard\nlayer 4 -> 3 softmax\nloss cross_entropy").data().orThrow();
        assertThat(InputPlane.principal(whole).across()).isEqualTo("principal axis 1 (73.0% of the variance)");
        assertThat(InputPlane.principal(whole).upwards()).isEqualTo("principal axis 2 (22.9% of the variance)");
    }

    @Test
    void aTrainingThatDivergedIsDrawnUpToThere() {
        var outcome = Brickwork.standard().compile("data xor\nlayer 2 -> 50 relu -> 2 linear\nloss mse\noptimizer sgd rate 60\n"
                + "train 300 epochs batch full").train();
        for (var kind : PictureKind.values()) {
            assertThat(Pictures.of(outcome).draw(kind).svg()).doesNotContain("NaN", "Infinity");
        }
        assertThat(Pictures.of(outcome).draw(PictureKind.LOSS).description())
                .contains("Training diverged in epoch 6: the curve ends there.");
        assertThat(Pictures.of(outcome).draw(PictureKind.GRADIENTS).description()).contains("gradient at the last finite parameters",
                "Here training diverged in epoch 6");
    }
}
