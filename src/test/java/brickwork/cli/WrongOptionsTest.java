package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "tran specs/xor.nn                  | 2 | there is no command tran                  | did you mean train?",
            "train                              | 2 | nn train needs FILE                       | --help",
            "train --kernel x specs/xor.nn      | 2 | nn train has no option --kernel           | --kernels",
            "train specs/xor.nn specs/iris.nn   | 2 | `specs/iris.nn` is one word too many      | --help",
            "train specs/xor.nn --set           | 2 | --set needs NAME=VALUE                    | --help",
            "train specs/xor.nn --set steps     | 2 | --set takes NAME=VALUE                    | steps=10000",
            "train specs/xor.nn --set a=b       | 2 | a constant is a number, not b             | NAME=0.5",
            "train specs/xor.nn --seed x        | 2 | --seed N cannot be x                      | --help",
            "train specs/xor.nn --threads 0     | 2 | there must be at least 1 thread           | --threads 1",
            "train specs/xor.nn --kernels gpu   | 2 | there is no kernel set gpu                | simd or scalar",
            "train specs/xor.nn --resume        | 2 | --resume needs the folder of the run      | --run DIR",
            "train specs/xor.nn --history some  | 2 | --history takes all                       | 1000 rows",
            "train specs/none.nn                | 5 | there is no file specs/none.nn            | check the name",
            "gradcheck specs/xor.nn --samples 0 | 2 | there must be at least 1 sample           | --samples 16",
            "predict --data x.csv               | 2 | nn predict needs --model M.safetensors    | --help",
            "train specs/xor.nn --set foo=1     | 2 | no constant `foo`                         | let foo",
            "verify nowhere                     | 5 | there is no file or folder nowhere        | check the name",
    })
    void theMessageNamesTheFaultAndTheCure(String words, int exit, String message, String help) {
        var call = nn((Object[]) words.strip().split(" +"));
        assertThat(call.exit()).isEqualTo(exit);
        assertThat(call.err()).contains(message.strip()).contains(help.strip()).doesNotContain("\tat ");
        var json = nn((Object[]) (words.strip() + " --json").split(" +"));
        assertThat(json.exit()).isEqualTo(exit);
        assertThat(json.list("diagnostics")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "explain", "fmt", "plan", "train", "predict", "gradcheck", "trace", "verify"})
    void everyCommandShowsTheHelpThatItsFaultsPointTo(String command) {
        var call = nn(command, "--help");
        assertThat(call.exit()).isZero();
        assertThat(call.out()).startsWith("Usage: nn " + command).contains("--help");
        assertThat(call.err()).isEmpty();
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        var call = nn();
        assertThat(call.exit()).isEqualTo(2);
        assertThat(call.err()).contains("train", "verify", "gradcheck");
    }
}
