package brickwork.data;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A stream whose single target is the number of a class. */
record ClassStream(SampleStream stream, List<String> classNames) implements SampleStream {

    ClassStream {
        classNames = List.copyOf(Objects.requireNonNull(classNames, "names of classes are needed, got null"));
        if (classNames.size() < 2 || stream.targets() != 1) {
            throw new IllegalArgumentException("classes are one target, the number of the class, and two names at least; got "
                    + stream.targets() + " targets and the names " + classNames);
        }
    }

    @Override
    public int inputs() {
        return stream.inputs();
    }

    @Override
    public int targets() {
        return 1;
    }

    @Override
    public Cursor open() throws IOException {
        return stream.open();
    }
}
