package brickwork.train;

/** Writes checkpoints when they are due: every so many epochs, and at the end. */
final class CheckpointWriter {

    private final RunFolder folder;
    private final RunIdentity identity;
    private final int every;
    private int newest;

    /**
     * @param every  epochs between checkpoints, or 0 for none before the end
     * @param newest the epoch of the checkpoint training goes on from, or 0
     */
    CheckpointWriter(RunFolder folder, RunIdentity identity, int every, int newest) {
        this.folder = folder;
        this.identity = identity;
        this.every = every;
        this.newest = newest;
    }

    void epochEnded(TrainingRun run) throws BrokenFileException {
        if (every > 0 && run.epochsDone() % every == 0) {
            write(run);
        }
    }

    void trainingEnded(TrainingRun run) throws BrokenFileException {
        if (run.epochsDone() > newest) {
            write(run);
        }
    }

    private void write(TrainingRun run) throws BrokenFileException {
        folder.write(run.checkpoint(identity));
        newest = run.epochsDone();
    }
}
