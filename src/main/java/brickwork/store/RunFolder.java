package brickwork.store;

import brickwork.source.Plural;
import brickwork.train.Checkpoints;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A folder with the checkpoints of one training, made where it is not there: {@code epoch-0000000020.safetensors} is how it stood after 20
 * epochs. Each carries a digest of all its bytes, so that a torn one is known. One training at a time writes to a folder.
 */
public final class RunFolder implements Checkpoints<BrokenFileException> {

    /** How many checkpoints stay where nothing else is said: one may be damaged, and some epochs too many trained. */
    private static final int KEPT = 5;

    private static final Pattern CHECKPOINT = Pattern.compile("epoch-([0-9]{10})\\.safetensors");

    private final Path folder;
    private final boolean resumes;
    private final int kept;

    private RunFolder(Path folder, boolean resumes, int kept) {
        this.folder = folder;
        this.resumes = resumes;
        this.kept = kept;
    }

    /** For a training that starts afresh; checkpoints the folder already holds are moved aside. */
    public static RunFolder fresh(Path folder) {
        return new RunFolder(folder, false, KEPT);
    }

    /** For a training that goes on from the newest whole checkpoint of the folder, or starts afresh where there is none. */
    public static RunFolder resuming(Path folder) {
        return new RunFolder(folder, true, KEPT);
    }

    /**
     * The same, which keeps the last {@code count} checkpoints instead of the last {@value #KEPT}: once one is written, those before are
     * removed. {@code Integer.MAX_VALUE} keeps all.
     *
     * @throws IllegalArgumentException below 1
     */
    public RunFolder keepingLast(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a run folder keeps at least 1 checkpoint, got " + count);
        }
        return new RunFolder(folder, resumes, count);
    }

    /**
     * Takes the folder for this training; the writer gives it back when it is closed. A checkpoint that cannot be written does not end the
     * training: there is a note, and the next one is tried.
     *
     * @throws BrokenFileException where the folder cannot be made, read or written, another training writes to it, or the newest checkpoint
     *                             is of another training
     */
    @Override
    public Writer<BrokenFileException> begin(Beginning training) {
        make();
        var lock = RunLock.take(folder);
        try {
            removeUnfinished();
            var own = RunIdentity.of(training.network(), training.dataset(), training.initial());
            var newest = resumes ? newest(own, training) : Optional.<Checkpoint>empty();
            if (newest.isEmpty()) {
                clear(training.notes());
            }
            var identity = newest.map(checkpoint -> own.withInitial(checkpoint.identity().initial())).orElse(own);
            return new CheckpointWriter(this, identity, lock, training);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    /**
     * Makes the folder where it is not there, as {@link #begin} does too.
     *
     * @throws BrokenFileException where it cannot be made
     */
    public void make() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BrokenFileException.noFolder(folder, e);
        }
    }

    /** What a kill left half written. */
    private void removeUnfinished() {
        try (var files = Files.newDirectoryStream(folder, AtomicFile.UNFINISHED + "epoch-*")) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw BrokenFileException.unwritable(folder, e instanceof IOException io ? io : new IOException(e.getCause()));
        }
    }

    /** Removes all but the last checkpoints up to {@code epoch}; those of later epochs are not this training's to judge. */
    void prune(int epoch) {
        var written = checkpoints().headMap(epoch, true).descendingMap().values().stream().skip(kept).toList();
        for (var file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw BrokenFileException.unwritable(file, e);
            }
        }
    }

    void write(Checkpoint checkpoint) {
        var file = folder.resolve(String.format(Locale.ROOT, "epoch-%010d.safetensors", checkpoint.state().epochs()));
        AtomicFile.write(file, checkpoint.toFile().sealed().requireReadable(file)::writeTo);
    }

    /**
     * Goes on from the newest whole checkpoint after at most as many epochs as there are to be. Torn ones and later ones are passed over
     * with a note.
     *
     * @throws BrokenFileException where the folder cannot be read, or the checkpoint is of another training
     */
    Optional<Checkpoint> newest(RunIdentity identity, Beginning training) {
        for (var entry : checkpoints().descendingMap().entrySet()) {
            var file = entry.getValue();
            if (entry.getKey() > training.epochs()) {
                training.notes().accept(file + " is from after epoch " + training.epochs() + ", the last of this training: passed over");
                continue;
            }
            try {
                var checkpoint = read(new ByteSource.InFile(file));
                var difference = identity.difference(checkpoint.identity(), training.initialGiven());
                if (difference.isPresent()) {
                    throw new BrokenFileException(file, "it is of another training: " + difference.get(),
                            "start afresh without resuming, or name another run folder");
                }
                training.restore().accept(checkpoint.state());
                return Optional.of(checkpoint);
            } catch (IllegalArgumentException e) {
                training.notes().accept(file + " is no whole checkpoint and is passed over: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Moves the checkpoints of an earlier training, if there are any, to a folder of their own, with a note. */
    void clear(Consumer<String> notes) {
        var earlier = checkpoints().values();
        if (earlier.isEmpty()) {
            return;
        }
        try {
            var number = 1;
            while (Files.exists(folder.resolve("earlier-" + number))) {
                number++;
            }
            var aside = Files.createDirectory(folder.resolve("earlier-" + number));
            for (var file : earlier) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
            notes.accept("the run folder held " + Plural.of(earlier.size(), "checkpoint")
                    + " of an earlier training: moved to " + aside);
        } catch (IOException e) {
            throw BrokenFileException.unwritable(folder, e);
        }
    }

    private TreeMap<Integer, Path> checkpoints() {
        var found = new TreeMap<Integer, Path>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                var matcher = CHECKPOINT.matcher(file.getFileName().toString());
                if (matcher.matches() && Long.parseLong(matcher.group(1)) <= Integer.MAX_VALUE) {
                    found.put(Integer.parseInt(matcher.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw BrokenFileException.unreadable(folder, e);
        }
        return found;
    }

    /** @throws IllegalArgumentException where it is no whole checkpoint */
    static Checkpoint read(ByteSource source) {
        try {
            var read = SafetensorsReader.read(source);
            if (read.seal() != SafetensorsReader.Seal.WHOLE) {
                throw new IllegalArgumentException("its digest is not that of its content");
            }
            return Checkpoint.of(read.content());
        } catch (BrokenFileException e) {
            throw new IllegalArgumentException(e.fault(), e);
        }
    }
}
