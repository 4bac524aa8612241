package brickwork.data;

import brickwork.model.DataSource;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** {@code npz "FILE" inputs "X" targets "Y"}: two arrays of a NumPy archive, stored or deflated. */
final class NpzSource {

    private static final String SUFFIX = ".npy";
    private static final int SHOWN = 80;

    private NpzSource() {}

    static SampleTable open(DataSource.Npz source, DataFile file) throws DataFault {
        if (file.path().getFileSystem() != FileSystems.getDefault()) {
            throw DataFault.of(Code.NN202, file.origin(), file.name()
                    + " cannot be read: an npz file must lie in the file system of the machine", "copy it there");
        }
        try (var archive = unpack(file)) {
            requireDistinct(archive, file);
            var capacity = new Capacity();
            var inputs = read(archive, file, source.inputs(), source.inputsOrigin(), capacity);
            var targets = read(archive, file, source.targets(), source.targetsOrigin(), capacity);
            if (inputs.cells().rows() != targets.cells().rows()) {
                throw DataFault.of(Code.NN205, source.targetsOrigin(), "in " + file.name() + " the array " + inputs.name() + " has "
                        + inputs.cells().rows() + " rows, but " + targets.name() + " has " + targets.cells().rows(),
                        "both need one row a sample");
            }
            requireFinite(inputs, file, source.inputsOrigin());
            requireFinite(targets, file, source.targetsOrigin());
            capacity.takeLabels(file.name(), targets.cells().rows(), file.origin());
            return new SampleTable(inputs.cells(), targets.dimensions() == 1 && targets.type().isWhole()
                    ? Targets.Labels.ofArray(numbers(targets, file, source.targetsOrigin()))
                    : new Targets.Reals(targets.cells()));
        } catch (IOException e) {
            throw file.failed(e);
        }
    }

    private static ZipFile unpack(DataFile file) throws IOException, DataFault {
        try {
            return new ZipFile(file.path().toFile());
        } catch (IllegalArgumentException e) {
            throw file.broken("it cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    /** Of two arrays of one name, which is meant nobody can tell. */
    private static void requireDistinct(ZipFile archive, DataFile file) throws DataFault {
        var names = new HashSet<String>();
        for (var entries = archive.entries(); entries.hasMoreElements();) {
            var name = entries.nextElement().getName();
            if (!names.add(name)) {
                throw file.broken("it holds two entries named " + (name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name));
            }
        }
    }

    private static NpyArray read(ZipFile archive, DataFile file, String name, Origin origin, Capacity capacity)
            throws IOException, DataFault {
        var entry = archive.getEntry(name + SUFFIX);
        if (entry == null) {
            throw DataFault.unknown("array", name, origin, names(archive));
        }
        var checksum = new CRC32();
        try (var stream = new CheckedInputStream(archive.getInputStream(entry), checksum)) {
            var array = NpyArray.read(stream, entry.getSize(), file, name, capacity);
            if (stream.read() >= 0 || checksum.getValue() != entry.getCrc()) {
                throw file.broken("the checksum of its array " + name + " is wrong");
            }
            return array;
        }
    }

    private static List<String> names(ZipFile archive) {
        return archive.stream().map(ZipEntry::getName).filter(name -> name.endsWith(SUFFIX))
                .map(name -> name.substring(0, name.length() - SUFFIX.length())).toList();
    }

    private static void requireFinite(NpyArray array, DataFile file, Origin origin) throws DataFault {
        var found = array.cells().firstNotFinite();
        if (found.isPresent()) {
            var row = (int) (found.getAsLong() / array.cells().columns());
            var column = (int) (found.getAsLong() % array.cells().columns());
            throw DataFault.of(Code.NN204, origin, file.name() + ", row " + (row + 1) + ", column " + (column + 1) + " of the array "
                    + array.name() + ": " + array.cells().at(row, column) + " is not a finite number",
                    "drop such rows before saving, for example with `numpy.isfinite(" + array.name() + ").all(axis=1)`");
        }
    }

    private static double[] numbers(NpyArray array, DataFile file, Origin origin) throws DataFault {
        for (var row = 0; row < array.cells().rows(); row++) {
            var value = array.cells().at(row, 0);
            if (value < 0 || value >= Targets.MOST_CLASSES) {
                throw DataFault.of(Code.NN208, origin, file.name() + ", row " + (row + 1) + " of the array " + array.name() + ": "
                        + (long) value + " is no class, but an array of whole numbers in one dimension names classes from 0",
                        "save targets that are plain numbers with `astype(\"float64\")`");
            }
        }
        return IntStream.range(0, array.cells().rows()).mapToDouble(i -> array.cells().at(i, 0)).toArray();
    }
}
