package brickwork.syntax;

import brickwork.model.Language;
import brickwork.model.Vocabulary;
import brickwork.source.Listing;
import brickwork.syntax.antlr.NnParser;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How messages speak of the grammar: in the words of the language, never in those of the grammar file. */
final class GrammarNames {

    private static final int LONGEST_QUOTE = 30;

    /** What a rule of the grammar stands for; an empty name goes without saying. Other rules are spoken of by what they begin with. */
    private static final Map<Integer, String> RULES = Map.ofEntries(
            Map.entry(NnParser.RULE_statement, "a statement"),
            Map.entry(NnParser.RULE_line, "a statement"),
            Map.entry(NnParser.RULE_expression, "a number"),
            Map.entry(NnParser.RULE_product, "a number"),
            Map.entry(NnParser.RULE_factor, "a number"),
            Map.entry(NnParser.RULE_atom, "a number"),
            Map.entry(NnParser.RULE_value, "a number"),
            Map.entry(NnParser.RULE_rowValue, "a number"),
            Map.entry(NnParser.RULE_lossNumber, "a number"),
            Map.entry(NnParser.RULE_units, "a number of units"),
            Map.entry(NnParser.RULE_source, "a source of data"),
            Map.entry(NnParser.RULE_sourceName, "a source of data"),
            Map.entry(NnParser.RULE_sourceOption, "an option of the source"),
            Map.entry(NnParser.RULE_csvPart, "another column"),
            Map.entry(NnParser.RULE_csvSetting, "an option of the columns"),
            Map.entry(NnParser.RULE_columns, "a column"),
            Map.entry(NnParser.RULE_label, "the name of a class"),
            Map.entry(NnParser.RULE_unseen, "`zeros`"),
            Map.entry(NnParser.RULE_treatment, "`mean`, `median`, `drop`, a number or a text in quotes"),
            Map.entry(NnParser.RULE_missingColumns, "`for` and columns"),
            Map.entry(NnParser.RULE_row, "a row"),
            Map.entry(NnParser.RULE_column, "a column"),
            Map.entry(NnParser.RULE_splitOption, "an option of the split"),
            Map.entry(NnParser.RULE_scaling, quoted(Language.SCALINGS)),
            Map.entry(NnParser.RULE_activation, "an activation"),
            Map.entry(NnParser.RULE_classLabel, "the name of a class"),
            Map.entry(NnParser.RULE_parameter, ""),
            Map.entry(NnParser.RULE_layerOption, "an option of the layer"),
            Map.entry(NnParser.RULE_layerSetting, "an option of the layer"),
            Map.entry(NnParser.RULE_scheme, "an init scheme"),
            Map.entry(NnParser.RULE_term, "a loss"),
            Map.entry(NnParser.RULE_lossFactor, "a loss"),
            Map.entry(NnParser.RULE_lossAtom, "a loss"),
            Map.entry(NnParser.RULE_optimizerName, "an optimizer"),
            Map.entry(NnParser.RULE_optimizerOption, "an option of the optimizer"),
            Map.entry(NnParser.RULE_optimizerSetting, "an option of the optimizer"),
            Map.entry(NnParser.RULE_clipMethod, quoted(Language.CLIPS)),
            Map.entry(NnParser.RULE_numberType, quoted(Language.PRECISIONS)),
            Map.entry(NnParser.RULE_trainOption, "an option of the training"),
            Map.entry(NnParser.RULE_trainSetting, "an option of the training"),
            Map.entry(NnParser.RULE_metric, "a metric"),
            Map.entry(NnParser.RULE_figure, "a figure of health"),
            Map.entry(NnParser.RULE_part, "a part of the data"),
            Map.entry(NnParser.RULE_comparison, "a comparison"),
            Map.entry(NnParser.RULE_title, "a name"),
            Map.entry(NnParser.RULE_layerName, "a name"),
            Map.entry(NnParser.RULE_constantName, "a name"));

    /** What a misspelt word is called at the place of such a rule. */
    private static final Map<Integer, String> UNKNOWN = Map.of(
            NnParser.RULE_statement, "statement",
            NnParser.RULE_line, "statement",
            NnParser.RULE_source, "source of data",
            NnParser.RULE_splitOption, "split option",
            NnParser.RULE_sourceOption, "source option",
            NnParser.RULE_layerOption, "layer option",
            NnParser.RULE_optimizerOption, "optimizer option",
            NnParser.RULE_trainOption, "training option");

    /** What tokens are called where their own text would not say it. */
    private static final Map<Integer, String> TOKENS = Map.ofEntries(
            Map.entry(NnParser.END, "the end of the statement"),
            Map.entry(NnParser.ROW_END, "the end of the row"),
            Map.entry(NnParser.NUMBER, "a number"),
            Map.entry(NnParser.NAME, "a name"),
            Map.entry(NnParser.FLAG, "an option"),
            Map.entry(NnParser.OPTION, "an option"),
            Map.entry(NnParser.RESERVED, "a word of the language"),
            Map.entry(NnParser.MULTIPLE, "a multiple such as `10x`"),
            Map.entry(NnParser.STRING, "a text in quotes"),
            Map.entry(NnParser.SEED, "`seeds`"),
            Map.entry(NnParser.SAMPLES, "`samples`"),
            Map.entry(NnParser.EPOCHS, "`epochs`"),
            Map.entry(NnParser.MINUTES, "`minutes`"),
            Map.entry(NnParser.SECONDS, "`seconds`"));

    /** Whole statements, and parts of some, by their first word or that of their kind. */
    private static final Map<Integer, String> EXAMPLES = Map.ofEntries(
            Map.entry(NnParser.NN, "nn 1"),
            Map.entry(NnParser.NETWORK, "network moons"),
            Map.entry(NnParser.LET, "let hidden = 16"),
            Map.entry(NnParser.SEED, "seed 1"),
            Map.entry(NnParser.PRECISION, "precision f64"),
            Map.entry(NnParser.DATA, "data moons samples 400 noise 0.1"),
            Map.entry(NnParser.ROWS, "data rows [ 0 0 -> 0 ; 0 1 -> 1 ]"),
            Map.entry(NnParser.CSV, "data csv \"iris.csv\" target species"),
            Map.entry(NnParser.IDX, "data idx \"images.gz\" labels \"labels.gz\""),
            Map.entry(NnParser.NPZ, "data npz \"data.npz\" inputs \"x\" targets \"y\""),
            Map.entry(NnParser.SPLIT, "split test 20% validation 10%"),
            Map.entry(NnParser.SCALE, "scale standard"),
            Map.entry(NnParser.MISSING, "missing median for age"),
            Map.entry(NnParser.POSITIVE, "positive yes"),
            Map.entry(NnParser.UNSEEN, "unseen as zeros"),
            Map.entry(NnParser.EXCEPT, "except id"),
            Map.entry(NnParser.CATEGORIES, "categories zone"),
            Map.entry(NnParser.LAYER, "layer 2 -> 3 sigmoid"),
            Map.entry(NnParser.REPEAT, "repeat 3 { layer 8 -> 8 relu }"),
            Map.entry(NnParser.LOSS, "loss mse + l2 0.01"),
            Map.entry(NnParser.OPTIMIZER, "optimizer adam rate 0.01"),
            Map.entry(NnParser.CLIP, "clip norm 1"),
            Map.entry(NnParser.TRAIN, "train 100 epochs batch 32"),
            Map.entry(NnParser.STOP, "stop when loss < 0.01"),
            Map.entry(NnParser.CHECKPOINT, "checkpoint every 10 epochs"),
            Map.entry(NnParser.EXPECT, "expect accuracy > 95%"),
            Map.entry(NnParser.VALIDATION, "validation 10%"),
            Map.entry(NnParser.INIT, "init xavier"),
            Map.entry(NnParser.BIAS, "bias none"),
            Map.entry(NnParser.FIXED, "bias fixed zeros"),
            Map.entry(NnParser.BY, "by 255"),
            Map.entry(NnParser.STALLS, "stalls 10 epochs keep best"),
            Map.entry(NnParser.DROPOUT, "dropout 20%"),
            Map.entry(NnParser.AS, "as hidden"),
            Map.entry(NnParser.WARMUP, "warmup 5 epochs"),
            Map.entry(NnParser.DECAY, "decay cosine to 0.0001"),
            Map.entry(NnParser.PLATEAU, "plateau 0.5 after 10 epochs"),
            Map.entry(NnParser.BATCH, "batch 32"),
            Map.entry(NnParser.AT, "for at least 80% of 10 seeds"));

    private GrammarNames() {}

    /** What a rule is called, unless it is spoken of by its beginning. */
    static Optional<String> rule(int rule) {
        return Optional.ofNullable(RULES.get(rule));
    }

    /** What a word that is none of those expected should have been, where one kind of word could stand there. */
    static Optional<String> unknown(Collection<Integer> rules) {
        return rules.stream().map(UNKNOWN::get).filter(Objects::nonNull).findFirst();
    }

    /** A token that has no name and no text of its own is shown by its example. */
    static String token(int type) {
        var name = TOKENS.get(type);
        var literal = Optional.ofNullable(NnParser.VOCABULARY.getLiteralName(type)).map(text -> text.replace("'", ""));
        return name != null ? name : "`" + literal.or(() -> example(type)).orElseThrow() + "`";
    }

    /** How what begins with this word is written. */
    static Optional<String> example(int keyword) {
        return Optional.ofNullable(EXAMPLES.getOrDefault(keyword, Conditions.EXAMPLES.get(keyword)));
    }

    static String found(SpecToken token) {
        return token.type() == NnParser.EOF || token.text().equals("\n") ? "end of line" : quote(token.text());
    }

    private static String quoted(Vocabulary<?> vocabulary) {
        return Listing.or(vocabulary.words().stream().map(word -> "`" + word + "`").toList());
    }

    /** A piece of the text in a message: shortened, and without characters that would not show. */
    static String quote(String piece) {
        var shown = new StringBuilder("`");
        piece.codePoints().limit(LONGEST_QUOTE).forEach(c -> shown.appendCodePoint(isVisible(c) ? c : '\uFFFD'));
        return shown.append(piece.codePointCount(0, piece.length()) > LONGEST_QUOTE ? "…`" : "`").toString();
    }

    /** A single character; one that does not show is named by its number. */
    static String character(String character) {
        var c = character.codePointAt(0);
        var number = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return isVisible(c) ? "`" + character + "`" : "U+" + "0".repeat(Math.max(0, 4 - number.length())) + number;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
