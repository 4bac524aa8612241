package brickwork.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The checkpoints of one training: {@code epoch-0000000020.safetensors} is how it stood after 20 epochs. Each carries a digest of all its
 * bytes, so that a torn one is known.
 */
final class RunFolder {

    private static final Pattern CHECKPOINT = Pattern.compile("epoch-([0-9]{10})\\.safetensors");
    private static final String DIGEST = "digest";
    private static final String NO_DIGEST = "0".repeat(64);

    private final Path folder;
    private final Consumer<String> notes;

    /** Opens a run folder, and makes it where it is not there; {@code notes} hears what the author should know. */
    RunFolder(Path folder, Consumer<String> notes) throws BrokenFileException {
        this.folder = folder;
        this.notes = notes;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BrokenFileException.unwritable(folder, e);
        }
    }

    void write(Checkpoint checkpoint) throws BrokenFileException {
        var undigested = withDigest(checkpoint.toFile(), NO_DIGEST);
        var content = withDigest(undigested, digest(undigested));
        AtomicFile.write(folder.resolve(String.format(Locale.ROOT, "epoch-%010d.safetensors", checkpoint.epoch())), content::writeTo);
    }

    /**
     * The newest whole checkpoint after at most {@code epochs} epochs. Torn ones and later ones are passed over with a note.
     *
     * @param identity     the training to go on with
     * @param initialGiven whether the caller named the parameters to begin with
     * @throws BrokenFileException where the folder cannot be read, or the checkpoint is of another training
     */
    Optional<Checkpoint> newest(RunIdentity identity, boolean initialGiven, int epochs) throws BrokenFileException {
        for (var entry : checkpoints().descendingMap().entrySet()) {
            var file = entry.getValue();
            if (entry.getKey() > epochs) {
                notes.accept(file + " is from after epoch " + epochs + ", the last of this training: passed over");
                continue;
            }
            Checkpoint checkpoint;
            try {
                checkpoint = read(file);
            } catch (BrokenFileException e) {
                notes.accept(file + " is no whole checkpoint and is passed over: " + e.fault());
                continue;
            }
            var difference = identity.difference(checkpoint.identity(), initialGiven);
            if (difference.isPresent()) {
                throw new BrokenFileException(file, "it is of another training: " + difference.get(),
                        "start afresh without resuming, or name another run folder");
            }
            return Optional.of(checkpoint);
        }
        return Optional.empty();
    }

    /** Moves the checkpoints of an earlier training, if there are any, to a folder of their own, with a note. */
    void clear() throws BrokenFileException {
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
            notes.accept("the run folder held " + earlier.size() + (earlier.size() == 1 ? " checkpoint" : " checkpoints")
                    + " of an earlier training: moved to " + aside);
        } catch (IOException e) {
            throw BrokenFileException.unwritable(folder, e);
        }
    }

    private TreeMap<Integer, Path> checkpoints() throws BrokenFileException {
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

    private static Checkpoint read(Path file) throws BrokenFileException {
        var content = Safetensors.read(file);
        var stated = content.metadata().get(DIGEST);
        if (stated == null || !stated.equals(digest(withDigest(content, NO_DIGEST)))) {
            throw new BrokenFileException(file, "its digest is not that of its content", "take an older one");
        }
        try {
            return Checkpoint.of(content);
        } catch (IllegalArgumentException e) {
            throw new BrokenFileException(file, e.getMessage(), "use the version that wrote it");
        }
    }

    private static Safetensors withDigest(Safetensors content, String digest) {
        var metadata = new TreeMap<>(content.metadata());
        metadata.put(DIGEST, digest);
        return new Safetensors(metadata, content.entries());
    }

    /** Over all bytes of the file as it is with an empty digest. */
    private static String digest(Safetensors undigested) {
        var sha = new Sha256();
        try (var channel = Channels.newChannel(sha.stream())) {
            undigested.writeTo(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written here", e);
        }
        return sha.hex();
    }
}
