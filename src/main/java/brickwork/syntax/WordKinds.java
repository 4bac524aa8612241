package brickwork.syntax;

import brickwork.model.Language;
import brickwork.model.Parameter;
import brickwork.model.Vocabulary;
import brickwork.syntax.antlr.NnLexer;
import brickwork.syntax.antlr.NnParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the grammar knows of the vocabulary: kinds of words, not the words. Words with a place of their own in the grammar are not here. */
final class WordKinds {

    private static final Map<String, Integer> TYPES = new HashMap<>();

    static {
        put(Language.options(), NnParser.OPTION);
        put(Language.flags(), NnParser.FLAG);
        put(Language.names(), NnParser.RESERVED);
    }

    private WordKinds() {}

    private static void put(Set<String> words, int type) {
        words.stream().filter(WordKinds::isNameToLexer).forEach(word -> TYPES.put(word, type));
    }

    private static boolean isNameToLexer(String word) {
        return new NnLexer(new Characters(word)).nextToken().getType() == NnParser.NAME;
    }

    /** The token type of a word that the lexer takes for a name. */
    static int typeOf(String word) {
        return TYPES.getOrDefault(word, NnParser.NAME);
    }

    /** The words of the options that things of one kind take, in the order of their first use. */
    static List<String> options(Vocabulary<?> vocabulary) {
        return vocabulary.parameters().map(Parameter::name).distinct().filter(TYPES::containsKey).toList();
    }
}
