package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import brickwork.source.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void readsWhatAHeaderHolds() throws JsonReader.Fault {
        var read = (JsonValue.Members) JsonReader
                .read(" {\"a\" : [1, -2.5e3,0],\n\"b\":{},\"c\":[],\"d\":\"x\\\"\\\\\\n\\u00e9\",\"e\":null} ");

        assertThat(read.byName().keySet()).containsExactly("a", "b", "c", "d", "e");
        assertThat(read.byName().get("a"))
                .isEqualTo(
                        new JsonValue.Array(List.of(new JsonValue.Number("1"), new JsonValue.Number("-2.5e3"), new JsonValue.Number("0"))));
        assertThat(read.byName().get("d")).isEqualTo(new JsonValue.Text("x\"\\\né"));
        assertThat(read.byName().get("e")).isEqualTo(new JsonValue.Word("null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1,]", "[1 2]", "[01]", "[+1]", "[.5]", "[1.]",
            "[NaN]", "[nul]",
            "\"a", "\"\\x\"", "\"\\u12g4\"", "\"a\nb\"", "{} {}", "{}x", "{\"a\":1,\"a\":1}", "]", "\"\\"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonReader.Fault.class).hasMessageContaining("at byte");
    }

    @Test
    void refusesDeepNestingInsteadOfRunningOutOfStack() {
        assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000))).isInstanceOf(JsonReader.Fault.class).hasMessageContaining("deeper");
    }

    @Test
    void readsBackEveryTextItQuotes() throws JsonReader.Fault {
        var text = "quote \" backslash \\ line\nreturn\rtab\t bell\u0007 é 漢 😀 lone \ud800";

        assertThat(JsonReader.read(JsonText.quoted(text))).isEqualTo(new JsonValue.Text(text));
    }
}
