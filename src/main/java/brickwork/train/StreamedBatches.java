package brickwork.train;

import brickwork.data.SamplePart;
import brickwork.data.SamplePass;
import brickwork.engine.Engine;
import brickwork.model.Specification;

/**
 * Batches of samples that are read anew in every epoch, a window at a time, each sample put at once where the order has it. The engine
 * holds a window, and what a batch that reaches over its end still needs of the one before.
 */
final class StreamedBatches implements Batches {

    private final SamplePart part;
    private final ShuffleWindows windows;
    private final Engine.Room room;
    private final int[] order;
    private final int[] places;
    private final double[] input;
    private final double[] target;
    private SamplePass pass;
    private int begin;
    private int end;

    StreamedBatches(SamplePart part, Specification network, Engine engine) {
        this.part = part;
        var training = network.learning().training().orElseThrow();
        this.windows = new ShuffleWindows(part.count(), training, network.seed());
        this.room = engine.room((int) SampleOrder.held(part.count(), training));
        this.order = new int[windows.size()];
        this.places = new int[windows.size()];
        this.input = new double[part.inputs()];
        this.target = new double[part.targets()];
    }

    @Override
    public Engine.BoundSamples samples() {
        return room;
    }

    @Override
    public int[] begin(int epoch) {
        windows.begin(epoch);
        begin = 0;
        end = 0;
        pass = part.pass(1);
        return null;
    }

    @Override
    public int ready(int from, int count) {
        while (end < from + count) {
            leaveBehind(from);
            readWindow();
        }
        return from - begin;
    }

    private void leaveBehind(int from) {
        var kept = Math.max(0, end - from);
        room.moveToFront(end - kept - begin, kept);
        begin = end - kept;
    }

    private void readWindow() {
        windows.next();
        for (var i = 0; i < windows.count(); i++) {
            order[i] = i;
        }
        windows.shuffle(order, 0);
        for (var place = 0; place < windows.count(); place++) {
            places[order[place]] = place;
        }
        for (var i = 0; i < windows.count(); i++) {
            pass.input(windows.from() + i, input, 0);
            pass.target(windows.from() + i, target, 0);
            room.put(end - begin + places[i], input, target);
        }
        end += windows.count();
    }

    @Override
    public void end() {
        if (pass != null) {
            var ended = pass;
            pass = null;
            ended.close();
        }
    }
}
