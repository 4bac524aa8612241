package brickwork.data;

import brickwork.model.DatasetPart;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** One part of a stream, in the order of the stream. */
public final class StreamedPart implements SamplePart {

    private final StreamedRows rows;
    private final DatasetPart part;

    StreamedPart(StreamedRows rows, DatasetPart part) {
        this.rows = rows;
        this.part = part;
    }

    @Override
    public int count() {
        return rows.parts().count(part);
    }

    @Override
    public int inputs() {
        return rows.stream().inputs();
    }

    @Override
    public int targets() {
        return rows.encoding().units();
    }

    @Override
    public boolean hasClasses() {
        return rows.encoding().classes();
    }

    /**
     * {@inheritDoc}
     *
     * @throws BrokenStreamException where the stream cannot be opened; every question to the pass may throw it too
     */
    @Override
    public SamplePass pass(int lookBack) {
        return new Pass(this, lookBack);
    }

    /** The first samples, at most so many, to be held in memory. */
    Samples first(int most) {
        var count = Math.min(most, count());
        var encoding = rows.encoding();
        var inputs = new double[count][];
        var targets = new double[count][targets()];
        var labels = new int[count];
        try (var reader = rows.open()) {
            for (var i = 0; i < count;) {
                reader.next();
                if (rows.parts().holds(part, reader.row())) {
                    inputs[i] = reader.inputs.clone();
                    encoding.encode(reader, targets[i], 0);
                    labels[i] = hasClasses() ? encoding.label(targets[i], 0) : 0;
                    i++;
                }
            }
        }
        var classes = hasClasses() ? Optional.of(new Targets.Labels(labels, Math.max(2, targets()), rows.stream().classNames()))
                : Optional.<Targets.Labels>empty();
        return new Samples(Cells.Doubles.of("the inputs", inputs), new Targets.Reals(Cells.Doubles.of("the targets", targets)), targets(),
                classes, IntStream.range(0, count).toArray(), encoding.scaling());
    }

    /** Reads on as far as is asked for. */
    private static final class Pass implements SamplePass {

        private final StreamedPart part;
        private final RowEncoding encoding;
        private final StreamReader reader;
        private final double[] targets;
        private final int lookBack;
        private int current = -1;

        private Pass(StreamedPart part, int lookBack) {
            this.part = part;
            this.encoding = part.rows.encoding();
            this.lookBack = lookBack;
            this.targets = new double[Math.multiplyExact(lookBack, part.targets())];
            this.reader = part.rows.open();
        }

        @Override
        public int count() {
            return part.count();
        }

        @Override
        public int inputs() {
            return part.inputs();
        }

        @Override
        public int targets() {
            return part.targets();
        }

        @Override
        public void input(int row, double[] into, int at) {
            place(row);
            if (row != current) {
                throw new IllegalStateException("the inputs of sample " + row + " of a stream were left behind");
            }
            System.arraycopy(reader.inputs, 0, into, at, inputs());
        }

        @Override
        public void target(int row, double[] into, int at) {
            System.arraycopy(targets, place(row), into, at, targets());
        }

        @Override
        public int label(int row) {
            return encoding.label(targets, place(row));
        }

        /** Where the targets of a row lie, which is read if it was not. */
        private int place(int row) {
            Objects.checkIndex(row, count());
            while (current < row) {
                reader.next();
                if (part.rows.parts().holds(part.part, reader.row())) {
                    current++;
                    encoding.scale(reader);
                    encoding.encode(reader, targets, current % lookBack * targets());
                }
            }
            if (row <= current - lookBack) {
                throw new IllegalStateException("sample " + row + " of a stream was left behind, at " + current);
            }
            return row % lookBack * targets();
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
