package brickwork.data;

import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Samples out of blocks of rows, the inputs of a row before its targets. */
record BlockStream<B>(int inputs, int targets, RowBlock<B> rows, Supplier<Opened<B>> source) implements SampleStream {

    /** Blocks under way, and what closes their source. */
    record Opened<B>(Iterator<B> blocks, Runnable close) {}

    BlockStream {
        if (inputs < 1 || targets < 1) {
            throw new IllegalArgumentException("a row has 1 input and 1 target at least, got " + inputs + " and " + targets);
        }
    }

    static <B> SampleStream of(int inputs, int targets, Supplier<? extends Stream<B>> blocks, RowBlock<B> rows) {
        Objects.requireNonNull(blocks, "a supplier of streams is needed, got null");
        return new BlockStream<>(inputs, targets, rows, () -> {
            Stream<B> opened = blocks.get();
            return new Opened<>(opened.iterator(), opened::close);
        });
    }

    static <B> SampleStream ofIterators(int inputs, int targets, Supplier<? extends Iterator<B>> blocks, RowBlock<B> rows) {
        Objects.requireNonNull(blocks, "a supplier of iterators is needed, got null");
        return new BlockStream<>(inputs, targets, rows, () -> new Opened<>(blocks.get(), () -> {}));
    }

    @Override
    public Cursor open() {
        return new Blocks<>(rows, source.get());
    }

    private static final class Blocks<B> implements Cursor {

        private final RowBlock<B> rows;
        private final Opened<B> opened;
        private B block;
        private int next;
        private int count;

        private Blocks(RowBlock<B> rows, Opened<B> opened) {
            this.rows = rows;
            this.opened = opened;
        }

        @Override
        public boolean next(double[] inputs, double[] targets) {
            while (next == count) {
                if (!opened.blocks().hasNext()) {
                    return false;
                }
                block = Objects.requireNonNull(opened.blocks().next(), "rows are needed, got null");
                count = rows.rows(block);
                next = 0;
            }
            if (rows.width(block, next) != inputs.length + targets.length) {
                throw new IllegalArgumentException("a row needs " + inputs.length + " inputs and " + targets.length + " targets, got "
                        + rows.width(block, next) + " numbers");
            }
            rows.copy(block, next, 0, inputs);
            rows.copy(block, next, inputs.length, targets);
            next++;
            return true;
        }

        @Override
        public void close() {
            opened.close().run();
        }
    }
}
