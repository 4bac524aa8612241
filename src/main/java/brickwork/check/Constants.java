package brickwork.check;

import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Clause.Word;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The constants of a text, with the caller's values in place of its own. A value that is not known is NaN; its fault is reported. */
final class Constants {

    private final DiagnosticCollector faults;
    private final Map<String, Statement.Let> lets = new LinkedHashMap<>();
    private final Map<String, Double> values = new HashMap<>();
    private final Set<String> perhaps = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    Constants(Statements statements, Map<String, Double> overrides, DiagnosticCollector faults) {
        this.faults = faults;
        for (var let : statements.all(Statement.Let.class)) {
            lets.putIfAbsent(let.name().text(), let);
        }
        statements.everywhere().forEach(this::collectUnreadable);
        var evaluator = new ExpressionEvaluator(this, faults);
        for (var let : statements.all(Statement.Let.class)) {
            define(let, evaluator.value(let.value()), overrides);
        }
        new TreeMap<>(overrides).forEach(this::checkOverride);
    }

    private void collectUnreadable(Statement statement) {
        if (statement instanceof Statement.Let let) {
            perhaps.add(let.name().text());
        } else if (statement instanceof Statement.Broken broken) {
            collectNames(faults.source().text(broken.span()));
        }
    }

    /** What an unreadable statement would have named: {@code let NAME} or {@code NAME =}. */
    private void collectNames(String text) {
        var before = "";
        var word = "";
        for (var i = 0; i < text.length();) {
            var start = i;
            while (i < text.length() && isPartOfName(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                before = word;
                word = text.substring(start, i);
                if (before.equals("let")) {
                    perhaps.add(word);
                }
            } else {
                if (text.charAt(i) == '=') {
                    perhaps.add(word);
                }
                i++;
            }
        }
    }

    private static boolean isPartOfName(char c) {
        return c == '_' || Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c);
    }

    private void define(Statement.Let let, double value, Map<String, Double> overrides) {
        var name = let.name().text();
        var first = lets.get(name);
        if (first != let) {
            faults.add(Code.NN031, let.name().span(), "constant `" + name + "` stands twice")
                    .note("it stands here first", first.name().span());
            values.put(name, Double.NaN);
        } else {
            var override = overrides.get(name);
            values.put(name, override == null ? value : Double.isFinite(override) ? override : Double.NaN);
        }
    }

    private void checkOverride(String name, Double value) {
        var words = new SourceText("--set", name + "=" + DecimalText.of(value));
        if (!lets.containsKey(name) && !perhaps.contains(name)) {
            var known = lets.keySet();
            faults.add(Code.NN038, words, new Span(0, name.length()), "the text has no constant `" + name + "`")
                    .help(faults.guess(name, known).orElse(known.isEmpty()
                            ? "a constant that can be set stands in the text, such as `let " + name + " = 1`"
                            : "the text has " + DiagnosticCollector.listed(known)));
        } else if (!Double.isFinite(value)) {
            faults.add(Code.NN039, words, new Span(name.length() + 1, words.text().length()),
                    "constant `" + name + "` needs a finite number, not " + DecimalText.of(value));
        }
    }

    /** The value of a constant where it is used; NaN where it has none. */
    double value(Expression.Constant use) {
        var let = lets.get(use.name());
        if (let == null) {
            if (!perhaps.contains(use.name())) {
                var fault = faults.unknown(Code.NN030, new Word(use.span(), use.name()), "constant", lets.keySet());
                if (lets.isEmpty()) {
                    fault.help("a constant stands before its use: `let " + use.name() + " = 1`");
                }
            }
            return Double.NaN;
        }
        used.add(use.name());
        if (use.span().start() < let.span().end()) {
            faults.add(Code.NN032, use.span(), "constant `" + use.name() + "` is used before it stands")
                    .note("it stands here", let.name().span())
                    .help("move the `let` above this line");
            return Double.NaN;
        }
        return values.getOrDefault(use.name(), Double.NaN);
    }

    /** The constants nothing uses, in the order of the text. */
    List<Word> unused() {
        return lets.values().stream().map(Statement.Let::name).filter(name -> !used.contains(name.text())).toList();
    }
}
