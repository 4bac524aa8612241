package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brickwork.source.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static Object read(String text) throws JsonReader.Fault {
        var json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
        var value = value(json);
        json.end();
        return value;
    }

    /** Objects as maps, lists as lists, strings as texts, numbers as they are written, before which a sign stands here. */
    private static Object value(JsonReader json) throws JsonReader.Fault {
        if (json.isNext('{')) {
            var members = new LinkedHashMap<String, Object>();
            json.<RuntimeException>members(name -> members.put(name, value(json)));
            return members;
        }
        if (json.isNext('[')) {
            var items = new ArrayList<>();
            json.<RuntimeException>items(() -> items.add(value(json)));
            return items;
        }
        return json.isNext('"') ? json.string() : "#" + json.number();
    }

    @Test
    void readsWhatAHeaderHolds() throws JsonReader.Fault {
        var read = (LinkedHashMap<?, ?>) read(" {\"a\" : [1, -2.5e3,0],\n\"b\":{},\"c\":[],\"d\":\"x\\\"\\\\\\n\\u00e9é漢\"} ");

        assertThat(read.keySet()).extracting(String::valueOf).containsExactly("a", "b", "c", "d");
        assertThat(read.get("a")).isEqualTo(List.of("#1", "#-2.5e3", "#0"));
        assertThat(read.get("d")).isEqualTo("x\"\\\néé漢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1,]", "[1 2]", "[01]", "[+1]", "[.5]", "[1.]",
            "[1e]",
            "[NaN]", "[nul]", "[null]", "[\u0661]", "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\\u12", "\"a\nb\"", "{} {}", "{}x", "]", "\"\\"})
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonReader.Fault.class).hasMessageContaining("at byte");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.0", "1e2", "01", "1234567890123456789", "x", "", "\"1\"", "null"})
    void tellsWhatIsNoWholeNumber(String text) {
        assertThat(new JsonReader(text.getBytes(StandardCharsets.UTF_8)).wholeNumber()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 999_999_999_999_999_999L})
    void readsWholeNumbers(long number) {
        assertThat(new JsonReader((" " + number + ",").getBytes(StandardCharsets.UTF_8)).wholeNumber()).isEqualTo(number);
    }

    @Test
    void readsBackEveryTextItQuotes() throws JsonReader.Fault {
        var text = "quote \" backslash \\ line\nreturn\rtab\t bell\u0007 é 漢 😀 lone \ud800";

        assertThat(read(JsonText.quoted(text))).isEqualTo(text);
    }

    @Test
    void tellsWhatIsNoUtf8WhereverItStands() {
        var text = "é漢😀 and more ".repeat(1000).getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReader.isUtf8(text)).isTrue();
        for (var at = 0; at < text.length; at += 97) {
            var torn = text.clone();
            torn[at] = (byte) 0xff;
            assertThat(JsonReader.isUtf8(torn)).isFalse();
        }
        assertThat(JsonReader.isUtf8(new byte[] {(byte) 0xc3})).isFalse();
    }
}
