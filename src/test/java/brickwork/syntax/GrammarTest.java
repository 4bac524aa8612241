package brickwork.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.source.Span;
import brickwork.syntax.antlr.NnParser;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/** What the rest of the package takes for granted about the grammar. */
class GrammarTest {

    private static final LL1Analyzer LOOKAHEAD = new LL1Analyzer(NnParser._ATN);

    /** So reading takes linear time, and the first choice made at a token knows all that may stand there. */
    @Test
    void oneTokenSettlesEveryChoice() {
        for (var decision : NnParser._ATN.decisionToState) {
            var seen = new IntervalSet();
            for (var alternative : LOOKAHEAD.getDecisionLookahead(decision)) {
                assertThat(alternative).as("rule " + NnParser.ruleNames[decision.ruleIndex]).isNotNull();
                assertThat(seen.and(alternative).isNil()).as("rule " + NnParser.ruleNames[decision.ruleIndex]).isTrue();
                seen.addAll(alternative);
            }
        }
    }

    @Test
    void noRuleBeginsWithNothing() {
        for (var rule = 0; rule < NnParser.ruleNames.length; rule++) {
            var start = NnParser._ATN.ruleToStartState[rule];
            assertThat(LOOKAHEAD.LOOK(start, NnParser._ATN.ruleToStopState[rule], null).contains(Token.EPSILON))
                    .as("rule " + NnParser.ruleNames[rule]).isFalse();
        }
    }

    @Test
    void keywordsComeInOneRunAndBeginWithThoseOfStatements() {
        var words = IntStream.rangeClosed(1, NnParser._ATN.maxTokenType)
                .filter(type -> SpecToken.of(type, new Span(0, 0), "").isWord()).boxed();

        assertThat(words).containsExactlyElementsOf(IntStream.rangeClosed(NnParser.NN, NnParser.NAME).boxed().toList());
        assertThat(IntStream.rangeClosed(NnParser.NN, NnParser.FINGERPRINT).mapToObj(NnParser.VOCABULARY::getSymbolicName))
                .allMatch(name -> name.matches("[A-Z]+[12]?"));
        assertThat(statementWords()).isEqualTo(IntervalSet.of(NnParser.NN, NnParser.EXPECT));
    }

    private static IntervalSet statementWords() {
        return LOOKAHEAD.LOOK(NnParser._ATN.ruleToStartState[NnParser.RULE_statement], null);
    }

    /** A keyword that is new must be put among the names a network or a layer may bear. */
    @Test
    void everyWordMayNameANetwork() {
        var title = LOOKAHEAD.LOOK(NnParser._ATN.ruleToStartState[NnParser.RULE_title], null);

        assertThat(title).isEqualTo(IntervalSet.of(NnParser.NN, NnParser.NAME));
    }

    @Test
    void messagesHaveANameForAllThatCanBeMissing() {
        for (var state : NnParser._ATN.states) {
            for (var transition : state.getTransitions()) {
                if (!(transition instanceof RuleTransition) && !transition.isEpsilon()) {
                    transition.label().toList().stream().filter(type -> type > 0 && type != NnParser.SIGN)
                            .forEach(type -> assertThat(GrammarNames.token(type)).isNotBlank());
                }
            }
        }
    }
}
