package brickwork.data;

import brickwork.source.Code;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Why a parser of csv gives up, said with the line and a cure: its own sentences speak of its buffers. */
enum CsvFault {
    FIELDS("maximum limit of \\d+ fields", "a row of more than 1,000,000 fields begins", "give every sample a line of its own"),
    LENGTH("buffer|max (field|record) size", "a field is longer than 16,777,216 characters",
            "see whether a quote is opened there that is never closed, and whether the file has ends of lines"),
    OPEN("[Uu]nclosed quoted field", "a row begins with a quoted field that is never closed",
            "close the quotes; a quote inside a field in quotes is written twice"),
    AFTER_QUOTE("after closing quote", "in the row that begins there a character follows the closing quote of a field",
            "a quote inside a field in quotes is written twice"),
    OTHER("", "from there on it is no csv", "fetch or write the file again");

    private static final Pattern LINE = Pattern.compile("line ([0-9]+)");

    private final Pattern said;
    private final String fault;
    private final String cure;

    CsvFault(String said, String fault, String cure) {
        this.said = Pattern.compile(said);
        this.fault = fault;
        this.cure = cure;
    }

    static DataFault of(CsvParseException e, DataFile file) {
        var message = String.valueOf(e.getMessage()) + (e.getCause() == null ? "" : " " + e.getCause().getMessage());
        var kind = Arrays.stream(values()).filter(fault -> fault.said.matcher(message).find()).findFirst().orElse(OTHER);
        var line = LINE.matcher(message);
        return DataFault.of(Code.NN203, file.origin(), file.name() + " is broken" + (line.find() ? ": line " + line.group(1) + ": " : ": ")
                + kind.fault, kind.cure);
    }
}
