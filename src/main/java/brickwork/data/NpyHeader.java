package brickwork.data;

import brickwork.source.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How the values of an .npy file lie, versions 1 to 3 of the format (NumPy reference, "NPY format").
 *
 * @param type    of the values
 * @param order   of their bytes
 * @param fortran whether the first index runs fastest; otherwise the last one does
 * @param shape   the dimensions, at least one
 * @param length  bytes before the values
 */
record NpyHeader(NpyType type, ByteOrder order, boolean fortran, long[] shape, long length) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final Pattern DESCR = Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|\\[)");
    private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9,L\\s]*)\\)");
    private static final Pattern DIMENSION = Pattern.compile("[0-9]{1,18}L?");

    /** Reads the header of the array {@code array}; the stream stands at its first value then. */
    static NpyHeader read(InputStream stream, DataFile file, String array) throws IOException, DataFault {
        var start = stream.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw file.broken("its array " + array + " does not begin as an npy file does");
        }
        var version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw file.broken("its array " + array + " is of version " + version + " of the npy format; 1 to 3 are known");
        }
        var sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        var size = stream.readNBytes(sizeBytes);
        if (size.length < sizeBytes) {
            throw file.broken("its array " + array + " ends in its header");
        }
        var sizes = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        var length = version == 1 ? Short.toUnsignedInt(sizes.getShort()) : sizes.getInt();
        if (length < 0 || length > LONGEST) {
            throw file.broken("its array " + array + " claims a header of " + Integer.toUnsignedString(length) + " bytes");
        }
        var bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw file.broken("its array " + array + " ends in its header");
        }
        var text = new String(bytes, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return parse(text, MAGIC.length + 2 + sizeBytes + length, file, array);
    }

    private static NpyHeader parse(String text, long length, DataFile file, String array) throws DataFault {
        var descr = DESCR.matcher(text);
        var fortran = FORTRAN.matcher(text);
        var shape = SHAPE.matcher(text);
        if (!descr.find() || !fortran.find() || !shape.find()) {
            throw file.broken("the header of its array " + array + " cannot be read");
        }
        var dimensions = shape.group(1).isBlank() ? new String[0] : shape.group(1).strip().split("\\s*,\\s*");
        var sizes = new long[dimensions.length];
        for (var i = 0; i < sizes.length; i++) {
            if (!DIMENSION.matcher(dimensions[i]).matches()) {
                throw file.broken("the header of its array " + array + " cannot be read");
            }
            sizes[i] = Long.parseLong(dimensions[i].replace("L", ""));
        }
        if (sizes.length == 0) {
            throw DataFault.of(Code.NN207, file.origin(), "the array " + array + " of " + file.name() + " is a single value, not a table",
                    "save an array of one row a sample");
        }
        var code = descr.group(1);
        var marked = code != null && !code.isEmpty() && "<>|=".indexOf(code.charAt(0)) >= 0;
        var type = NpyType.of(code == null ? "" : marked ? code.substring(1) : code).orElseThrow(() -> unusable(code, file, array));
        return new NpyHeader(type, marked && code.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                fortran.group(1).equals("True"), sizes, length);
    }

    private static DataFault unusable(String code, DataFile file, String array) {
        var kind = code == null ? "records" : code.contains("O") ? "Python objects" : code.contains("U") || code.contains("S") ? "text"
                : code.contains("c") ? "complex numbers" : "values of the type " + CsvLayout.quoted(code);
        return DataFault.of(Code.NN207, file.origin(), "the array " + array + " of " + file.name() + " holds " + kind + ", not numbers",
                kind.equals("text") ? "save class numbers, for example `numpy.unique(y, return_inverse=True)[1]`"
                        : "save it as numbers, for example with `astype(\"float64\")`");
    }
}
