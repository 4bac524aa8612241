package brickwork.syntax;

import brickwork.model.Language;
import brickwork.syntax.antlr.NnParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;

/**
 * What may stand at a place of the grammar. Found by walking the grammar's automaton from there without reading on; no rule of the grammar
 * is empty, so that the walk need never come back from a rule it enters.
 */
final class Expected {

    /** Rules whose operators may follow nearly everything; naming them helps no one. */
    private static final Set<Integer> OPERATOR_RULES = Set.of(NnParser.RULE_expression, NnParser.RULE_product, NnParser.RULE_term,
            NnParser.RULE_lossNumber);

    /** Words and signs that may be left out and mean little where they may. */
    private static final Set<Integer> UNNAMED = Set.of(NnParser.COMMA, NnParser.MINUS, NnParser.SIGN, NnParser.EOF);

    private static final ATN ATN = NnParser._ATN;

    private final Set<Integer> tokens = new TreeSet<>();
    private final Set<Integer> rules = new LinkedHashSet<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Integer> seen = new HashSet<>();

    private Expected() {}

    static Expected at(int state, RuleContext context) {
        var expected = new Expected();
        expected.follow(ATN.states.get(state), context);
        return expected;
    }

    /** Token types that may stand here. */
    Set<Integer> tokens() {
        return tokens;
    }

    /** Rules that may begin here. */
    Set<Integer> rules() {
        return rules;
    }

    /** Words of the language that may stand here because the grammar has a place for them. */
    List<String> words() {
        var words = new ArrayList<String>();
        if (tokens.contains(NnParser.OPTION)) {
            words.addAll(options());
        }
        for (var type : tokens) {
            switch (type) {
                case NnParser.SEED -> words.addAll(List.of("seed", "seeds"));
                case NnParser.SAMPLES -> words.addAll(List.of("sample", "samples"));
                case NnParser.EPOCHS -> words.addAll(List.of("epoch", "epochs"));
                case NnParser.MINUTES -> words.addAll(List.of("minute", "minutes"));
                case NnParser.SECONDS -> words.addAll(List.of("second", "seconds"));
                default -> {
                    var literal = NnParser.VOCABULARY.getLiteralName(type);
                    if (literal != null && Character.isLetter(literal.charAt(1))) {
                        words.add(literal.replace("'", ""));
                    }
                }
            }
        }
        return words;
    }

    private List<String> options() {
        return WordKinds.options(rules.contains(NnParser.RULE_layerSetting) ? Language.LAYER_OPTIONS
                : rules.contains(NnParser.RULE_optimizerOptionName) ? Language.OPTIMIZERS : Language.SOURCES);
    }

    /** What may stand here, as messages name it, in the order of the grammar. */
    List<String> names() {
        return List.copyOf(names);
    }

    private void follow(ATNState state, RuleContext context) {
        if (state instanceof RuleStopState) {
            if (context.invokingState >= 0) {
                var call = (RuleTransition) ATN.states.get(context.invokingState).transition(0);
                follow(call.followState, context.parent);
            }
            return;
        }
        if (!seen.add(state.stateNumber)) {
            return;
        }
        for (var transition : state.getTransitions()) {
            if (transition instanceof RuleTransition call) {
                enter(call, false);
            } else if (transition.isEpsilon()) {
                follow(transition.target, context);
            } else {
                transition.label().toList().forEach(type -> take(type, state.ruleIndex));
            }
        }
    }

    /** What a rule begins with; once a rule has a name, the rules and words it begins with go without. */
    private void enter(RuleTransition call, boolean named) {
        rules.add(call.target.ruleIndex);
        var name = GrammarNames.rule(call.target.ruleIndex);
        if (!named) {
            name.filter(it -> !it.isEmpty()).ifPresent(names::add);
        }
        begin(call.target, named || name.isPresent());
    }

    private void begin(ATNState state, boolean named) {
        for (var transition : state.getTransitions()) {
            if (transition instanceof RuleTransition call) {
                enter(call, named);
            } else if (transition.isEpsilon()) {
                begin(transition.target, named);
            } else if (named) {
                tokens.addAll(transition.label().toList());
            } else {
                transition.label().toList().forEach(type -> take(type, state.ruleIndex));
            }
        }
    }

    private void take(int type, int rule) {
        tokens.add(type);
        if (!UNNAMED.contains(type) && !OPERATOR_RULES.contains(rule)) {
            names.add(GrammarNames.token(type));
        }
    }
}
