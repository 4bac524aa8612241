package brickwork.engine;

import brickwork.plan.Step;

/** Counts samples whose class is right, where the last pass left their outputs and targets. */
final class Accuracy64 {

    private Accuracy64() {}

    static int correct(Step.LossValue step, Workspace64 workspace, int count) {
        var outputs = workspace.array(step.outputs());
        var targets = workspace.array(step.targets());
        var units = step.outputs().units();
        var stride = workspace.stride;
        var correct = 0;
        for (var s = 0; s < count; s++) {
            correct += ClassDecision64.classOf(outputs, s, units, stride) == ClassDecision64.classOf(targets, s, units, stride) ? 1 : 0;
        }
        return correct;
    }
}
