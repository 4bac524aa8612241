package brickwork.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import brickwork.Brickwork;
import brickwork.HostExamples;
import brickwork.NeuralSpec;
import brickwork.data.Dataset;
import brickwork.source.Outcome;
import brickwork.verify.gradient.GradientCheck;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.HostFault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published 2-50-2 XOR network, whose penalty adds Σw² to every gradient: as a penalty of the host program it can be said, and is
 * found.
 */
class PublishedPenaltyTest {

    private static final CaseFolder FOLDER = CaseFolder.named("scratch_mlp");

    /** {@code penalty} in the place of l2; twice the factor, for the article halves Σw². */
    private static NeuralSpec spec(String penalty, double factor) throws IOException {
        var text = Files.readString(FOLDER.file("spec.nn")).replace("l2 1e-4 / 50 / 2", penalty + " 1e-4 / 50 * " + factor);
        return Brickwork.standard().withFolder(FOLDER.folder()).withThreads(1).withConstant("updates", 20_000)
                .withPenalty("ridge", HostExamples.RIDGE).withPenalty("published_ridge", HostExamples.PUBLISHED_RIDGE).compile(text);
    }

    @ParameterizedTest
    @CsvSource({"ridge, 0.5, data_loss_right_gradient", "published_ridge, 1, data_loss_published_gradient"})
    void trainsAsTheArticleTells(String penalty, double factor, String numbers) throws IOException {
        var spec = spec(penalty, factor);
        var expected = (Map<?, ?>) FOLDER.expected().get(numbers);
        var initial = spec.readWeights(FOLDER.file("init.safetensors"));
        var data = ((Outcome.Success<Dataset>) spec.data()).value();

        var report = spec.train(data, spec.settings().withInitial(initial)).report();

        assertThat(report.history().getFirst().dataLoss()).isCloseTo((double) expected.get("0"), withinPercentage(1e-6));
        assertThat(report.history().get(10_000).dataLoss()).isCloseTo((double) expected.get("10000"), withinPercentage(1e-6));
        assertThat(report.dataLoss()).isCloseTo((double) expected.get("20000"), withinPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"ridge, 0.5, true", "published_ridge, 1, false"})
    void theGradientCheckTellsThemApart(String penalty, double factor, boolean right) throws IOException {
        var spec = spec(penalty, factor);
        var initial = spec.readWeights(FOLDER.file("init.safetensors"));

        var report = ((Outcome.Success<GradientReport>) spec.gradcheck(initial, GradientCheck.Options.standard())).value();

        assertThat(report.passed()).isEqualTo(right);
        assertThat(report.data().diff()).as("the data loss is right").isLessThan(1e-9);
        assertThat(report.hostFaults()).extracting(HostFault::title)
                .isEqualTo(right ? List.of() : List.of("penalty \"published_ridge\""));
    }
}
