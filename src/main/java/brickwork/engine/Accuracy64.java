package brickwork.engine;

import brickwork.plan.Step;

/** Counts samples whose class is right. */
final class Accuracy64 {

    private final Step.LossValue step;
    private final Workspace64 workspace;
    private final double[] outputs; // stays double
    private final double[] targets; // stays double

    Accuracy64(Step.LossValue step, Workspace64 workspace) {
        this.step = step;
        this.workspace = workspace;
        this.outputs = new double[step.outputs().units()]; // stays double
        this.targets = new double[step.outputs().units()]; // stays double
    }

    int correct(int count) {
        var correct = 0;
        for (var s = 0; s < count; s++) {
            workspace.copy(step.outputs(), s, 1, outputs, 0);
            workspace.copy(step.targets(), s, 1, targets, 0);
            correct += ClassDecision.classOf(outputs) == ClassDecision.classOf(targets) ? 1 : 0;
        }
        return correct;
    }
}
