package brickwork.engine;

import brickwork.model.HostCodeException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few daemon threads that wait for shared work. They spin for a moment, since the next piece usually comes within microseconds, and then
 * sleep. One caller at a time; the caller does part 0 itself.
 */
final class ThreadTeam implements AutoCloseable {

    /** Work in parts that do not touch each other's results. */
    interface Work {
        void run(int part);
    }

    /** Turns of waiting before a thread sleeps: some hundreds of microseconds, longer than any step that one thread does alone. */
    private static final int PATIENCE = 20_000;

    private final Member[] members;
    private final AtomicInteger pending = new AtomicInteger();
    private volatile Throwable failure;

    /** A team of {@code threads} threads, the caller's among them. */
    ThreadTeam(int threads) {
        members = new Member[threads - 1];
    }

    /** The caller's thread among them. */
    int threads() {
        return members.length + 1;
    }

    /** Runs parts 0 … parts - 1, as many as the team has threads or fewer, and returns when all are done. */
    void run(Work work, int parts) {
        failure = null;
        pending.set(parts - 1);
        for (var i = 0; i < parts - 1; i++) {
            member(i).give(work);
        }
        try {
            work.run(0);
        } finally {
            for (var turns = 0; pending.get() > 0; turns++) {
                if (turns < PATIENCE) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }
        if (failure != null) {
            var cause = failure;
            failure = null;
            if (cause instanceof HostCodeException ofHost) {
                throw ofHost;
            }
            throw new IllegalStateException("a thread of the engine failed: " + cause, cause);
        }
    }

    private Member member(int i) {
        if (members[i] == null) {
            members[i] = new Member(i + 1);
            members[i].thread.start();
        }
        return members[i];
    }

    /** Ends the threads. */
    @Override
    public void close() {
        for (var member : members) {
            if (member != null) {
                member.give(Member.END);
            }
        }
    }

    private final class Member implements Runnable {
        static final Work END = part -> {};

        private final int part;
        private final Thread thread;
        private volatile Work given;
        private volatile boolean asleep;

        Member(int part) {
            this.part = part;
            this.thread = new Thread(this, "brickwork-engine-" + part);
            thread.setDaemon(true);
        }

        void give(Work work) {
            given = work;
            if (asleep) {
                LockSupport.unpark(thread);
            }
        }

        @Override
        public void run() {
            for (var work = await(); work != END; work = await()) {
                try {
                    work.run(part);
                } catch (Throwable e) { // whatever it is belongs to the caller
                    failure = e;
                }
                pending.decrementAndGet();
            }
        }

        private Work await() {
            for (var turns = 0; given == null; turns++) {
                if (turns < PATIENCE) {
                    Thread.onSpinWait();
                } else {
                    asleep = true;
                    if (given == null) {
                        LockSupport.park(this);
                    }
                    asleep = false;
                }
            }
            var work = given;
            given = null;
            return work;
        }
    }
}
