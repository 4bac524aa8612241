package brickwork.store;

import java.util.Arrays;
import java.util.Optional;

/** A file of another program that is taken for safetensors, known by its first bytes. */
enum OtherFormat {

    ZIP("a zip archive, as PyTorch's `torch.save` writes it, and no safetensors file", OtherFormat.FROM_PYTORCH, 'P', 'K', 3, 4),
    PICKLE("a pickle, as Python writes it, and no safetensors file", OtherFormat.FROM_PYTORCH, 0x80),
    HDF5("an HDF5 file, as Keras writes it, and no safetensors file", "write the weights with `safetensors.numpy.save_file`", 0x89, 'H',
            'D',
            'F'),
    GZIP("packed by gzip", "unpack it first", 0x1F, 0x8B),
    ONNX("an ONNX file, it seems, and no safetensors file", "make a model of it with `nn import`", 0x08,
            OtherFormat.VERSION, 0x12);

    /** Any byte: the first field of a model is its version, the second the name of the program that wrote it. */
    private static final int VERSION = -1;
    private static final String FROM_PYTORCH = "write weights with `safetensors.torch.save_file(model.state_dict(), \"m.safetensors\")`";

    private final String what;
    private final String cure;
    private final int[] magic;

    OtherFormat(String what, String cure, int... magic) {
        this.what = what;
        this.cure = cure;
        this.magic = magic;
    }

    /** The format whose files begin so. */
    static Optional<OtherFormat> of(byte[] begin) {
        return Arrays.stream(values()).filter(format -> format.begins(begin)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        for (var i = 0; i < magic.length; i++) {
            if (i >= bytes.length || magic[i] != VERSION && magic[i] != (bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** What such a file is, a clause that follows "it is". */
    String what() {
        return what;
    }

    /** What to do about it. */
    String cure() {
        return cure;
    }
}
