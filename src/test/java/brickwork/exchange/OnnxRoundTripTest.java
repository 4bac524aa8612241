package brickwork.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.engine.EngineOptions;
import brickwork.model.Layer;
import brickwork.model.Precision;
import brickwork.plan.Planner;
import brickwork.store.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out as ONNX comes back as it was. */
class OnnxRoundTripTest {

    private static final Path FILE = Path.of("model.onnx");
    private static final int NETWORKS = 200;

    static byte[] bytes(ModelFile model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        OnnxExport.message(model, OnnxExport.STANDARD_OPSET).writeTo(bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyNetworkComesBackWithTheSameFingerprint(Precision precision) throws IOException {
        var random = new SplittableRandom(7);
        for (var network = 0; network < NETWORKS; network++) {
            var model = RandomModels.any(random, precision);
            var sent = bytes(model);
            var back = OnnxImport.read(FILE, sent);
            assertThat(back.model().fingerprint()).as(model.spec()).isEqualTo(model.fingerprint());
            assertThat(back.notes()).isEmpty();
            assertThat(back.model().network().precision()).isEqualTo(precision);
            assertThat(back.model().network().feedForward().layers()).extracting(Layer::units)
                    .isEqualTo(model.network().feedForward().layers().stream().map(Layer::units).toList());
            assertThat(back.model().network().feedForward().layers()).extracting(layer -> layer.activation().word())
                    .isEqualTo(model.network().feedForward().layers().stream().map(layer -> layer.activation().word()).toList());
            if (precision == Precision.F32) {
                assertThat(Arrays.equals(bytes(back.model()), sent)).as(model.spec()).isTrue();
                assertThat(outputs(back.model(), 8)).usingComparatorWithPrecision(2e-4f).containsExactly(outputs(model, 8));
            }
        }
    }

    private static float[] outputs(ModelFile model, long seed) {
        var row = RandomModels.inputs(model, new SplittableRandom(seed));
        var inputs = new double[row.length];
        for (var i = 0; i < row.length; i++) {
            inputs[i] = row[i];
        }
        model.scaling().apply(inputs);
        var outputs = new double[model.network().outputs()];
        try (var engine = EngineOptions.standard().open(model.network(), Planner.plan(model.network(), 1))) {
            engine.setParameters(model.parameters());
            engine.predictor().predict(inputs, outputs);
        }
        var singles = new float[outputs.length];
        for (var k = 0; k < outputs.length; k++) {
            singles[k] = (float) outputs[k];
        }
        return singles;
    }
}
