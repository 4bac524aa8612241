package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayTest {

    @Test
    void namesTheCommandWithAllThatWasSet() {
        var replay = new Replay(Optional.of("specs/xor.nn"), List.of("steps=10"), OptionalLong.of(3));

        assertThat(replay.train()).isEqualTo("; replay: nn train specs/xor.nn --set steps=10 --seed 3");
        assertThat(replay.train(8)).isEqualTo("; replay: nn train specs/xor.nn --set steps=10 --seed 8");
        assertThat(replay.gradcheck()).isEqualTo("; replay: nn gradcheck specs/xor.nn --set steps=10 --seed 3");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(Replay.of("my specs/it's.nn").train()).isEqualTo("; replay: nn train 'my specs/it'\\''s.nn'");
    }

    @Test
    void hasNothingToSayWithoutAFile() {
        assertThat(Replay.NONE.train(4)).isEmpty();
    }
}
