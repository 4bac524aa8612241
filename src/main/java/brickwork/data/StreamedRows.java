package brickwork.data;

/**
 * All rows of a stream that was counted, and what becomes of them.
 *
 * @param parts which part each belongs to
 * @param check is run before every row and throws where reading is to end
 */
record StreamedRows(SampleStream stream, RowParts parts, RowEncoding encoding, Runnable check) {

    StreamedRows withScaling(FittedScaling other) {
        return new StreamedRows(stream, parts, encoding.withScaling(other), check);
    }

    StreamReader open() {
        return new StreamReader(stream, parts.rows(), check);
    }
}
