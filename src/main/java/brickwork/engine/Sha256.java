package brickwork.engine;

import brickwork.data.SampleRows;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts, samples and numbers. */
public final class Sha256 {

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a text in UTF-8, in lower-case hex. */
    public static String of(String text) {
        return new Sha256().add(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private Sha256 add(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    /** Adds what remains in {@code bytes}. */
    void add(ByteBuffer bytes) {
        digest.update(bytes);
    }

    /** Adds all that is written to it. */
    public OutputStream stream() {
        return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    }

    /** Adds the size and all numbers of samples, row by row. */
    public Sha256 add(SampleRows rows) {
        var numbers = new double[rows.inputs() + rows.targets()];
        var bytes = ByteBuffer.allocate(Math.max(numbers.length * Double.BYTES, 3 * Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        digest.update(bytes.putInt(rows.count()).putInt(rows.inputs()).putInt(rows.targets()).flip());
        for (var row = 0; row < rows.count(); row++) {
            rows.input(row, numbers, 0);
            rows.target(row, numbers, rows.inputs());
            bytes.clear();
            bytes.asDoubleBuffer().put(numbers);
            digest.update(bytes.limit(numbers.length * Double.BYTES));
        }
        return this;
    }

    /** The digest of all that was added, in lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
