package brickwork.train;

import java.io.IOException;

/** The loop of a training over the toy engine, for tests: what goes in, and the engine to look at afterwards. */
final class ToyTraining {

    TestData data = TestData.line(10);
    ToyEngine engine;

    TrainingResult.Finished finish(TestNetwork network) throws IOException {
        return (TrainingResult.Finished) train(network, Observer.NONE);
    }

    TrainingResult train(TestNetwork network, Observer observer) throws IOException {
        engine = new ToyEngine(network.network());
        return trainOn(network, observer);
    }

    /** Trains with the engine as it is. */
    TrainingResult trainOn(TestNetwork network, Observer observer) throws IOException {
        return Trainer.train(network.network(), data.dataset(), TestData.settings(network.network()).withObserver(observer), engine,
                Checkpoints.NONE);
    }
}
