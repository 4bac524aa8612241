package brickwork.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a csv file, UTF-8 with or without a byte order mark, plain or gzip. Fields may be quoted; what stands between a field and its
 * separators counts for nothing; empty lines are left out. The separator is the first of tab, semicolon and comma that stands outside
 * quotes in the first line.
 */
final class CsvFile implements AutoCloseable {

    /**
     * A row.
     *
     * @param line  the line of the file it begins in
     * @param cells its fields, without white space around them
     */
    record Row(long line, List<String> cells) {}

    private static final int FIRST_LINE_AT_MOST = 1 << 20;
    private static final int MOST_COLUMNS = 1_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DataFile file;
    private final BufferedReader reader;
    private final Deque<Row> returned = new ArrayDeque<>();
    private Iterator<CsvRecord> records;

    private CsvFile(DataFile file, BufferedReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static CsvFile open(DataFile file) throws DataFault {
        return new CsvFile(file, new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder()), 1 << 16));
    }

    /** The next row that holds anything, if there is one. */
    Optional<Row> next() throws DataFault {
        if (!returned.isEmpty()) {
            return Optional.of(returned.pop());
        }
        try {
            if (records == null) {
                records = records();
            }
            while (records.hasNext()) {
                var found = records.next();
                var cells = found.getFields().stream().map(String::strip).toList();
                if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                    return Optional.of(new Row(found.getStartingLineNumber(), cells));
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException io ? failed(io) : CsvFault.of(e, file);
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Gives a row back: it will be the next. */
    void giveBack(Row row) {
        returned.push(row);
    }

    @Override
    public void close() throws DataFault {
        try {
            reader.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Iterator<CsvRecord> records() throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return CsvReader.builder()
                .fieldSeparator(separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .build(CsvRecordHandler.builder().maxFields(MOST_COLUMNS).build(), reader)
                .iterator();
    }

    private char separator() throws IOException {
        reader.mark(FIRST_LINE_AT_MOST);
        var tab = false;
        var semicolon = false;
        var quoted = false;
        var blank = true;
        for (var i = 0; i < FIRST_LINE_AT_MOST - 1; i++) {
            var c = reader.read();
            if (c < 0 || !quoted && !blank && (c == '\n' || c == '\r')) {
                break;
            }
            blank &= Character.isWhitespace(c) && c != '\t';
            quoted ^= c == '"';
            tab |= c == '\t' && !quoted;
            semicolon |= c == ';' && !quoted;
        }
        reader.reset();
        return tab ? '\t' : semicolon ? ';' : ',';
    }

    private DataFault failed(IOException e) {
        return e instanceof CharacterCodingException ? file.broken("it is no text in UTF-8") : file.failed(e);
    }
}
