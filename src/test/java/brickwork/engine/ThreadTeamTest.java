package brickwork.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ThreadTeamTest {

    @Test
    void everyPartIsRunOnceEachTime() {
        try (var team = new ThreadTeam(3)) {
            var runs = new AtomicIntegerArray(3);
            for (var i = 0; i < 2_000; i++) {
                team.run(runs::incrementAndGet, 3);
                assertThat(runs).hasToString("[" + (i + 1) + ", " + (i + 1) + ", " + (i + 1) + "]");
            }
        }
    }

    @Test
    void aThreadThatSleepsIsWoken() throws InterruptedException {
        try (var team = new ThreadTeam(2)) {
            var runs = new AtomicIntegerArray(2);
            for (var i = 0; i < 5; i++) {
                team.run(runs::incrementAndGet, 2);
                Thread.sleep(20);
            }
            assertThat(runs).hasToString("[5, 5]");
        }
    }

    @Test
    void fewerPartsThanThreadsAreFine() {
        try (var team = new ThreadTeam(4)) {
            var runs = new AtomicIntegerArray(4);
            team.run(runs::incrementAndGet, 2);
            assertThat(runs).hasToString("[1, 1, 0, 0]");
        }
    }

    @Test
    void aFailureInAThreadIsTheCallers() {
        try (var team = new ThreadTeam(2)) {
            assertThatThrownBy(() -> team.run(part -> {
                if (part == 1) {
                    throw new ArithmeticException("part 1");
                }
            }, 2)).isInstanceOf(IllegalStateException.class).hasRootCauseMessage("part 1");
            var runs = new AtomicIntegerArray(2);
            team.run(runs::incrementAndGet, 2);
            assertThat(runs).hasToString("[1, 1]");
        }
    }

    @Test
    void closingEndsTheThreads() throws InterruptedException {
        var worker = new Thread[1];
        try (var team = new ThreadTeam(2)) {
            team.run(part -> {
                if (part == 1) {
                    worker[0] = Thread.currentThread();
                }
            }, 2);
            assertThat(worker[0].isDaemon()).isTrue();
        }
        worker[0].join(5_000);
        assertThat(worker[0].isAlive()).isFalse();
    }
}
