package brickwork.report;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.report.trace.TraceObject;
import brickwork.source.Code;
import brickwork.source.Outcome;
import brickwork.source.Severity;
import brickwork.source.SourceText;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A program that embeds the project gets the objects that the command prints; tools rely on their keys and on the order of these. */
class JsonReportTest {

    private static final NeuralSpec SICK = Brickwork.standard().compile("""
            data rows [ 1 1 5 -> 0 ; 2 1 5 -> 1 ; 3 2 5 -> 0 ]
            layer 3 -> 4 relu init [[-1 -1 -1] [1 0 0] [-2 0 0] [0 1 0]]
            layer 4 -> 1 sigmoid
            loss bce + l1 0.1
            clip norm 1
            train 5 epochs
            """);

    private static Map<String, Object> read(JsonObject object) throws IOException {
        return JSON.std.mapFrom(object.write());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Object list) {
        return list instanceof Map ? (Map<String, Object>) list : ((List<Map<String, Object>>) list).getFirst();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Success<T>(var value, _) -> value;
            case Outcome.Failure<T>(var faults) -> throw new AssertionError(faults);
        };
    }

    @Test
    void aTrainingHasItsFiguresAndItsHistory() throws IOException {
        var training = read(JsonReport.training(SICK.train().result(), false));

        assertThat(training.keySet()).containsExactly("epochs", "loss", "data_loss", "penalty", "accuracy", "metrics", "fingerprint",
                "kernels", "seconds", "steps", "updates", "best_epoch", "history", "notes");
        assertThat(first(training.get("history")).keySet()).containsExactly("epoch", "loss", "data_loss", "accuracy", "rate");
        assertThat(first(training.get("updates")).keySet()).containsExactly("layer", "ratio");
        assertThat(training).containsEntry("epochs", 5).containsEntry("best_epoch", null);
    }

    @Test
    void aTrainingThatDivergedSaysWhere() throws IOException {
        var result = Brickwork.standard().compile("""
                data rows [ 1 1 -> 0 ; 2 1 -> 1 ; 3 2 -> 0 ]
                layer 2 -> 3 linear -> 1 linear
                loss mse
                optimizer sgd rate 1e6
                train 500 epochs
                """).train().result();

        assertThat(first(read(JsonReport.training(result, true)).get("divergence")).keySet())
                .containsExactly("epoch", "batch", "layer", "tensor", "line", "message", "help");
    }

    @Test
    void aGradientCheckHasItsFiguresByPenaltyAndTensor() throws IOException {
        var check = read(JsonReport.gradients(done(SICK.gradcheck())));

        assertThat(check.keySet()).containsExactly("passed", "diff", "norm", "parameters", "samples", "data_loss", "penalty",
                "data_loss_diff", "data_loss_norm", "penalty_diff", "penalty_norm", "penalties", "at_fault", "dual_diff", "kinks", "worst",
                "tensors");
        assertThat(first(check.get("penalties")).keySet()).containsExactly("name", "diff", "worst");
        assertThat(first(check.get("kinks")).keySet()).containsExactly("kind", "layer", "unit", "sample", "column");
        assertThat(first(check.get("worst")).keySet()).containsExactly("layer", "tensor", "row", "column", "backward", "numeric", "diff",
                "line");
        assertThat(first(check.get("tensors")).keySet()).containsExactly("name", "layer", "rows", "columns", "diff", "norm", "worst");
    }

    @Test
    void healthHasItsFiguresAtTheStartAndAtTheEnd() throws IOException {
        var health = read(new HealthReport("sick.nn", SICK.train().health()).object());

        assertThat(health.keySet()).containsExactly("file", "samples", "constant_inputs", "start", "end", "divergence", "updates",
                "unchanged", "findings");
        assertThat(first(health.get("constant_inputs")).keySet()).containsExactly("column", "value");
        assertThat(first(health.get("end")).keySet()).containsExactly("layers", "gradient_ratio", "not_finite", "subnormal");
        assertThat(first(first(health.get("start")).get("layers")).keySet()).containsExactly("layer", "units", "dead_units",
                "saturated_units", "gradient_norm", "weight_norm");
        assertThat(first(health.get("findings")).keySet()).containsExactly("kind", "layer", "message", "cure");
        assertThat(first(health.get("findings"))).containsEntry("kind", "dead_units");
    }

    @Test
    void aPlanHasItsLayersStepsAndMemory() throws IOException {
        var plan = read(JsonReport.plan(SICK.plan(), SICK.kernels()));

        assertThat(plan.keySet()).containsExactly("parameters", "layers", "batch", "steps", "memory", "kernels", "resolved");
        assertThat(first(plan.get("layers")).keySet()).containsExactly("layer", "name", "inputs", "units", "activation", "bias", "norm",
                "frozen",
                "dropout", "parameters");
        assertThat(first(plan.get("memory")).keySet()).containsExactly("parameters", "gradients", "optimizer", "batch", "total",
                "panels_at_most");
    }

    @Test
    void aTraceHasEveryNumberOfTheStep() throws IOException {
        var trace = read(TraceObject.of(done(SICK.trace())));

        assertThat(trace.keySet()).containsExactly("batch", "drawn", "seed", "rate", "samples", "loss", "gradients", "clip", "updated",
                "loss_after", "engine");
        assertThat(first(trace.get("clip")).keySet()).containsExactly("norm", "factor");
        assertThat(first(first(trace.get("samples")).get("layers")).keySet()).containsExactly("layer", "inputs", "z", "a", "da", "slope",
                "delta");
    }

    @Test
    void aTextIsValidIfNothingFoundInItIsAnError() throws IOException {
        var brickwork = Brickwork.standard();
        var warned = brickwork.compile(new SourceText("a.nn", "layer 2 -> 1 linear; loss mse; optimizer sgd rate 1e6"));
        var refused = brickwork.compile(new SourceText("b.nn", "layer 2 -> 1 linea; loss mse"));

        assertThat(warned.diagnostics()).extracting(found -> found.severity()).containsExactly(Severity.WARNING);
        assertThat(read(JsonReport.check(warned.diagnostics()))).isEqualTo(Map.of("valid", true));
        assertThat(read(JsonReport.check(refused.diagnostics()))).isEqualTo(Map.of("valid", false));
        assertThat(JsonReport.diagnostics(refused.diagnostics()).getFirst().write()).isEqualTo("{\"code\":\"NN016\",\"severity\":\"error\","
                + "\"message\":\"unknown activation `linea`\",\"file\":\"b.nn\",\"line\":1,\"column\":14,"
                + "\"help\":\"did you mean `linear`?\"}");
    }

    @Test
    void predictionsHaveClassesWhereTheNetworkTellsThem() {
        var outputs = new double[][] {{0.25}, {0.75}};

        assertThat(JsonReport.predictions(outputs, Optional.empty()).write()).isEqualTo("{\"outputs\":[[0.25],[0.75]],\"classes\":null}");
        assertThat(JsonReport.predictions(outputs, Optional.of(List.of("no", "yes"))).write())
                .isEqualTo("{\"outputs\":[[0.25],[0.75]],\"classes\":[\"no\",\"yes\"]}");
        assertThat(PredictionTable.csv(List.of("a, b"), outputs, List.of("x", "\"y\""))).isEqualTo(
                "class,\"a, b\"\nx,0.25\n\"\"\"y\"\"\",0.75\n");
        assertThat(PredictionTable.csv(List.of("price"), outputs, List.of())).isEqualTo("price\n0.25\n0.75\n");
    }

    @Test
    void anExplanationHasTheCodeAndItsTitle() throws IOException {
        assertThat(read(JsonReport.explanation(Code.NN012)).keySet()).containsExactly("code", "title", "explanation");
    }
}
