package chai;

import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.engine.Cancellation;
import brickwork.train.Ending;
import brickwork.train.TrainingResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Trainings, two at a time; the last five hundred are remembered. */
final class Jobs {

    private static final int TRAINERS = 2;
    private static final int WAITING = 16;
    private static final int REMEMBERED = 500;

    private final AtomicLong next = new AtomicLong();
    private final ThreadPoolExecutor trainers = new ThreadPoolExecutor(TRAINERS, TRAINERS, 0, TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING));
    private final Map<String, Job> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Job> eldest) {
            return size() > REMEMBERED;
        }
    };

    Jobs() {
        trainers.prestartAllCoreThreads();
    }

    /** One training, from when it waits to its end. */
    static final class Job {

        private final Cancellation token;
        private volatile String state = "waiting";
        private volatile TrainedNetwork network;
        private volatile Future<?> future;

        private Job(Cancellation token) {
            this.token = token;
        }

        private void run(NeuralSpec spec) {
            state = "running";
            try {
                var outcome = spec.train();
                network = outcome.trained();
                state = switch (outcome.result()) {
                    case TrainingResult.Finished(_, Ending.Cancelled(var reason), _) -> "cancelled: " + reason.text();
                    case TrainingResult.Finished finished -> "done " + finished.report().fingerprint();
                    case TrainingResult.Diverged diverged -> "diverged: " + diverged.message();
                };
            } catch (Throwable undeclared) {
                state = "FAILED " + undeclared;
            }
        }

        String state() {
            return state;
        }

        TrainedNetwork network() {
            return network;
        }

        String end() {
            token.cancel();
            return state;
        }

        String interrupt() {
            if (future != null && future.cancel(true) && state.equals("waiting")) {
                state = "cancelled: before it began";
            }
            return state;
        }
    }

    /** The name of the job; empty where too many wait. */
    Optional<String> begin(NeuralSpec spec, Cancellation token) {
        var job = new Job(token);
        var id = Long.toString(next.incrementAndGet());
        try {
            synchronized (known) {
                known.put(id, job);
            }
            job.future = trainers.submit(() -> job.run(spec));
            return Optional.of(id);
        } catch (RejectedExecutionException full) {
            synchronized (known) {
                known.remove(id);
            }
            return Optional.empty();
        }
    }

    Optional<Job> find(String id) {
        synchronized (known) {
            return Optional.ofNullable(known.get(id));
        }
    }

    void forget() {
        synchronized (known) {
            known.clear();
        }
    }
}
