package brickwork.engine;

import java.util.List;

/** Operations that the threads of a team run at the same time, each thread its own in order. */
final class Shared64 extends Operation64 implements ThreadTeam.Work {

    private final ThreadTeam team;
    private final Operation64[][] byThread;
    private PassState64 frame;

    private Shared64(ThreadTeam team, Operation64[][] byThread) {
        this.team = team;
        this.byThread = byThread;
    }

    /** Each of {@code steps} holds one operation a thread. */
    static Shared64 of(ThreadTeam team, List<Operation64[]> steps) {
        var byThread = new Operation64[steps.getFirst().length][];
        for (var t = 0; t < byThread.length; t++) {
            var thread = t;
            byThread[t] = steps.stream().map(s -> s[thread]).toArray(Operation64[]::new);
        }
        return new Shared64(team, byThread);
    }

    @Override
    void run(PassState64 newFrame) {
        frame = newFrame;
        team.run(this, byThread.length);
    }

    @Override
    public void run(int part) {
        for (var operation : byThread[part]) {
            operation.run(frame);
        }
    }
}
