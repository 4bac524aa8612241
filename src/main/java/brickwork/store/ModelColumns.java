package brickwork.store;

import brickwork.data.InputColumn;
import brickwork.data.InputColumns;
import brickwork.source.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns that a network was trained on, in the metadata of a model: a JSON object with {@code file}, the width of the file, and
 * {@code columns}, one object each with {@code name}, {@code place}, {@code fill}, {@code categories} and {@code unseen}.
 */
final class ModelColumns {

    private static final int MOST_COLUMNS = 1 << 20;

    private final Path file;
    private final JsonReader json;
    private final List<InputColumn> columns = new ArrayList<>();
    private int fileColumns;

    private ModelColumns(Path file, JsonReader json) {
        this.file = file;
        this.json = json;
    }

    static String text(InputColumns columns) {
        return "{\"file\":" + columns.fileColumns() + ",\"columns\":"
                + columns.columns().stream().map(ModelColumns::text).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String text(InputColumn column) {
        return "{" + column.name().map(name -> "\"name\":" + JsonText.quoted(name) + ",").orElse("") + "\"place\":" + column.place()
                + switch (column) {
                    case InputColumn.Numbers(_, _, var fill) -> fill.isPresent() ? ",\"fill\":" + fill.getAsDouble() : "";
                    case InputColumn.Categories(_, _, var categories, var fill, var unseen) ->
                            fill.map(text -> ",\"fill\":" + JsonText.quoted(text)).orElse("")
                                    + (unseen ? ",\"unseen\":\"zeros\"" : "") + ",\"categories\":" + ModelNames.text(categories);
                } + "}";
    }

    /** Reads what {@link #text(InputColumns)} wrote, which must give so many inputs. */
    static InputColumns read(Path file, JsonReader json, int inputs) throws JsonReader.Fault {
        return new ModelColumns(file, json).read(inputs);
    }

    private InputColumns read(int inputs) throws JsonReader.Fault {
        requireNext('{');
        json.<BrokenFileException>members(member -> {
            switch (member) {
                case "file" -> fileColumns = wholeNumber();
                case "columns" -> {
                    requireNext('[');
                    json.<BrokenFileException>items(() -> columns.add(new Column().read()));
                }
                default -> throw broken();
            }
        });
        var read = new InputColumns(columns, fileColumns);
        if (!read.isNone() && read.inputs() != inputs) {
            throw ModelFile.broken(file, "its columns make " + read.inputs() + " inputs, and its network has " + inputs);
        }
        return read;
    }

    private void requireNext(char c) {
        if (!json.isNext(c)) {
            throw broken();
        }
    }

    private String string() throws JsonReader.Fault {
        requireNext('"');
        return json.string();
    }

    private int wholeNumber() {
        var number = json.wholeNumber();
        if (number < 0 || number > MOST_COLUMNS) {
            throw broken();
        }
        return (int) number;
    }

    private BrokenFileException broken() {
        return ModelFile.broken(file, "the columns in it cannot be read");
    }

    /** One of them, as far as it is read. */
    private final class Column {

        private final Set<String> met = new HashSet<>();
        private final List<String> categories = new ArrayList<>();
        private Optional<String> name = Optional.empty();
        private int place;
        private OptionalDouble number = OptionalDouble.empty();
        private Optional<String> text = Optional.empty();

        InputColumn read() throws JsonReader.Fault {
            requireNext('{');
            json.<BrokenFileException>members(this::readMember);
            var categorical = met.contains("categories");
            var fits = categorical ? !categories.isEmpty() && new HashSet<>(categories).size() == categories.size() && number.isEmpty()
                    : text.isEmpty() && !met.contains("unseen");
            if (!fits || place == 0) {
                throw broken();
            }
            return categorical ? new InputColumn.Categories(name, place, categories, text, met.contains("unseen"))
                    : new InputColumn.Numbers(name, place, number);
        }

        private void readMember(String member) throws JsonReader.Fault {
            if (!met.add(member)) {
                throw broken();
            }
            switch (member) {
                case "name" -> name = Optional.of(string());
                case "place" -> place = wholeNumber();
                case "fill" -> readFill();
                case "unseen" -> {
                    if (!string().equals("zeros")) {
                        throw broken();
                    }
                }
                case "categories" -> {
                    requireNext('[');
                    json.<BrokenFileException>items(() -> categories.add(string()));
                }
                default -> throw broken();
            }
        }

        private void readFill() throws JsonReader.Fault {
            if (json.isNext('"')) {
                text = Optional.of(json.string());
                return;
            }
            number = OptionalDouble.of(Double.parseDouble(json.number()));
            if (!Double.isFinite(number.getAsDouble())) {
                throw broken();
            }
        }
    }
}
