package brickwork;

import brickwork.train.Epoch;
import brickwork.train.Observer;
import brickwork.train.TrainingStep;

/** Two that listen to one training, in this order. */
record BothObservers(Observer first, Observer second) implements Observer {

    @Override
    public void epochEnded(Epoch epoch) {
        first.epochEnded(epoch);
        second.epochEnded(epoch);
    }

    @Override
    public boolean watchesSteps() {
        return first.watchesSteps() || second.watchesSteps();
    }

    @Override
    public void stepMade(TrainingStep step) {
        first.stepMade(step);
        second.stepMade(step);
    }

    @Override
    public boolean watchesUpdates() {
        return first.watchesUpdates() || second.watchesUpdates();
    }

    @Override
    public void checkpointWritten(int epochs) {
        first.checkpointWritten(epochs);
        second.checkpointWritten(epochs);
    }

    @Override
    public void checkpointFailed(int epochs, Exception reason) {
        first.checkpointFailed(epochs, reason);
        second.checkpointFailed(epochs, reason);
    }
}
