package brickwork.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.train.HistoryRow;
import brickwork.kernel.KernelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTest {

    private enum Taste {
        VERY_SWEET
    }

    static final List<List<Object>> VALUES = List.of(
            List.of(Map.of("a", Double.NaN), "{\"a\":null}"),
            List.of(List.of(1, 2.5, "q\"\n\u0001", true), "[1,2.5,\"q\\\"\\n\\u0001\",true]"),
            List.of("pair 😀, halves \ud83d and \ude00", "\"pair 😀, halves \\ud83d and \\ude00\""),
            List.of(Optional.empty(), "null"), List.of(Optional.of("x"), "\"x\""),
            List.of(OptionalDouble.of(0.5), "0.5"), List.of(OptionalDouble.empty(), "null"),
            List.of(OptionalInt.of(3), "3"), List.of(OptionalInt.empty(), "null"),
            List.of(new double[] {1, Double.POSITIVE_INFINITY}, "[1.0,null]"), List.of(new double[0], "[]"),
            List.of(1.5f, "1.5"), List.of(1L << 40, "1099511627776"),
            List.of(Taste.VERY_SWEET, "\"very_sweet\""), List.of(new JsonObject(), "{}"),
            List.of(new HistoryRow(2, 0.5, 0.25, Double.NaN, 0.1),
                    "{\"epoch\":2,\"loss\":0.5,\"data_loss\":0.25,\"accuracy\":null,\"rate\":0.1,\"validation_loss\":null,"
                            + "\"validation_data_loss\":null,\"validation_accuracy\":null}"));

    @ParameterizedTest
    @FieldSource("VALUES")
    void eachValueHasItsForm(List<Object> valueAndText) {
        assertThat(Json.write(valueAndText.getFirst())).isEqualTo(valueAndText.getLast());
    }

    @Test
    void membersKeepTheirOrderAndNoneStandsTwice() {
        var object = new JsonObject().put("b", 1).put("a", null).put("b", new ArrayList<>());

        assertThat(object.write()).isEqualTo("{\"b\":[],\"a\":null}");
    }

    @Test
    void whatHasNoFormIsRefused() {
        assertThatThrownBy(() -> Json.write(Object.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no JSON form for java.lang.Class");
    }

    @Test
    void aRecordThatIsNotPublicIsRefused() throws ReflectiveOperationException {
        var constructor = Class.forName("brickwork.bits.EngineMode").getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        var hidden = constructor.newInstance(KernelChoice.Set.SCALAR, 1);
        assertThatThrownBy(() -> Json.write(hidden)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("EngineMode");
    }
}
