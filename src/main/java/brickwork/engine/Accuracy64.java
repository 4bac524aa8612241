package brickwork.engine;

import brickwork.plan.Step;

/**
 * Counts samples whose class is right: with one output, class 1 where a > 0.5; with several, the largest, the lowest index on a tie; the
 * same of the targets.
 */
final class Accuracy64 {

    private Accuracy64() {}

    static int correct(Step.LossValue step, Workspace64 workspace, int count) {
        var a = workspace.array(step.outputs());
        var y = workspace.array(step.targets());
        var units = step.outputs().units();
        var correct = 0;
        for (var s = 0; s < count; s++) {
            correct += classOf(a, s, units, workspace.stride) == classOf(y, s, units, workspace.stride) ? 1 : 0;
        }
        return correct;
    }

    private static int classOf(double[] x, int sample, int units, int stride) {
        if (units == 1) {
            return x[sample] > 0.5d ? 1 : 0;
        }
        var best = 0;
        for (var k = 1; k < units; k++) {
            if (x[k * stride + sample] > x[best * stride + sample]) {
                best = k;
            }
        }
        return best;
    }
}
