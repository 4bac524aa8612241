package brickwork.syntax;

import brickwork.syntax.antlr.NnParser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names a text gives to constants, wherever it does so. */
record ConstantNames(Set<String> names) {

    static ConstantNames of(List<SpecToken> tokens) {
        var names = new TreeSet<String>();
        for (var i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).type() == NnParser.LET && tokens.get(i).type() == NnParser.NAME) {
                names.add(tokens.get(i).text());
            }
        }
        return new ConstantNames(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
