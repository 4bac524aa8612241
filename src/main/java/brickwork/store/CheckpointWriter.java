package brickwork.store;

import brickwork.train.Checkpoints;
import brickwork.train.TrainingState;

/**
 * Writes the checkpoints of one training into its folder. Where one cannot be written, the training is worth more than the checkpoint: it
 * goes on, with a note for the author, another once they are written again.
 */
final class CheckpointWriter implements Checkpoints.Writer<BrokenFileException> {

    private final RunFolder folder;
    private final RunIdentity identity;
    private final RunLock lock;
    private final Checkpoints.Beginning training;
    private boolean failing;

    CheckpointWriter(RunFolder folder, RunIdentity identity, RunLock lock, Checkpoints.Beginning training) {
        this.folder = folder;
        this.identity = identity;
        this.lock = lock;
        this.training = training;
    }

    @Override
    public void write(TrainingState state) {
        try {
            folder.write(new Checkpoint(identity, state));
            folder.prune(state.epochs());
            if (failing) {
                training.notes().accept("checkpoints are written again since epoch " + state.epochs());
            }
            failing = false;
        } catch (BrokenFileException e) {
            if (!failing) {
                training.notes().accept(e.getMessage() + "; the training goes on and tries again at its next checkpoint");
            }
            failing = true;
            training.failures().accept(e);
        }
    }

    @Override
    public void close() {
        lock.release();
    }
}
