package brickwork.exchange;

import brickwork.store.AtomicFile;
import brickwork.store.BrokenFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Networks in files of other programs, as models of ours. The ending of a file's name says what it holds. */
public final class ModelImport {

    private ModelImport() {}

    /** What is read. */
    public enum Format {
        /** onnx.ai: a chain of dense layers. */
        ONNX,
        /** github.com/sisl/NNet: relu in between, linear at the end. */
        NNET;

        /** The ending of such files, with its point. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** The format of a file by its name; empty where it has another ending. */
        public static Optional<Format> of(Path file) {
            var name = file.toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(format -> name.endsWith(format.ending())).findFirst();
        }
    }

    /**
     * Reads a network with its numbers. No more memory is taken than a small multiple of the file's size.
     *
     * @param units of an {@code .nnet} file; an ONNX file speaks in its own alone
     * @throws BrokenFileException      where the file cannot be read, is broken, or holds what a network of ours cannot be: the message
     *                                  names the byte, line, node or tensor
     * @throws IllegalArgumentException where the name of the file has neither ending
     */
    public static ImportedModel read(Path file, NetworkUnits units) {
        var format = Format.of(file).orElseThrow(() -> new IllegalArgumentException("expected a file .onnx or .nnet, got " + file));
        var bytes = AtomicFile.read(file);
        return switch (format) {
            case ONNX -> OnnxImport.read(file, bytes);
            case NNET -> NnetImport.read(file, bytes, units);
        };
    }
}
