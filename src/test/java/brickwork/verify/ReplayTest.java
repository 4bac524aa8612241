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

        assertThat(replay.line(Replay.Command.TRAIN)).contains("nn train specs/xor.nn --set steps=10 --seed 3");
        assertThat(replay.line(Replay.Command.TRAIN, 8)).contains("nn train specs/xor.nn --set steps=10 --seed 8");
        assertThat(replay.line(Replay.Command.GRADCHECK)).contains("nn gradcheck specs/xor.nn --set steps=10 --seed 3");
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(Replay.of("my specs/it's.nn").line(Replay.Command.TRAIN)).contains("nn train 'my specs/it'\\''s.nn'");
    }

    @Test
    void hasNothingToSayWithoutAFile() {
        assertThat(Replay.NONE.line(Replay.Command.TRAIN, 4)).isEmpty();
    }

    @Test
    void endsAMessageWithWhatThereIs() {
        assertThat(new Replay.Hint(OptionalLong.of(7), Optional.of("nn train x.nn")).text()).isEqualTo("; seed 7; replay: nn train x.nn");
        assertThat(new Replay.Hint(OptionalLong.empty(), Optional.of("nn train x.nn")).text()).isEqualTo("; replay: nn train x.nn");
        assertThat(new Replay.Hint(OptionalLong.empty(), Optional.empty()).text()).isEmpty();
    }
}
