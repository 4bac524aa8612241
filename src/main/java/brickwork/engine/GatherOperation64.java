package brickwork.engine;

import brickwork.plan.Buffer;
import brickwork.plan.Step;

/** x(i, s) = input i of row order[s], y(k, s) = target k of row order[s], for one of several equal parts of the batch. */
final class GatherOperation64 extends Operation64 {

    private final double[] inputs;
    private final double[] targets;
    private final int stride;
    private final boolean sampleMajor;
    private final int part;
    private final int parts;

    GatherOperation64(Step.Gather step, Workspace64 workspace, int part, int parts) {
        this.inputs = workspace.array(step.inputs());
        this.targets = workspace.array(step.targets());
        this.stride = workspace.stride;
        this.sampleMajor = step.inputs().layout() == Buffer.Layout.SAMPLE_MAJOR;
        this.part = part;
        this.parts = parts;
    }

    @Override
    void run(PassState64 frame) {
        var samples = frame.samples;
        var end = Lowering64.share(frame.count, parts, part + 1);
        for (var s = Lowering64.share(frame.count, parts, part); s < end; s++) {
            var row = frame.order == null ? frame.from + s : frame.order[frame.from + s];
            if (sampleMajor) {
                System.arraycopy(samples.inputs, row * samples.width, inputs, s * samples.width, samples.width);
            } else {
                spread(samples.inputs, row, samples.width, inputs, s);
            }
            spread(samples.targets, row, samples.targetWidth, targets, s);
        }
    }

    private void spread(double[] rows, int row, int width, double[] into, int sample) {
        for (int i = row * width, end = i + width, to = sample; i < end; i++, to += stride) {
            into[to] = rows[i];
        }
    }
}
