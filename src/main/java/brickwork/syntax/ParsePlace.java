package brickwork.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;

/**
 * Where the parser was when it looked at a token.
 *
 * @param index   place of the token
 * @param state   state of the grammar's automaton
 * @param context the rules it was in
 */
record ParsePlace(int index, int state, Optional<ParserRuleContext> context) {

    /** Before anything was read. */
    static final ParsePlace START = new ParsePlace(-1, -1, Optional.empty());

    static ParsePlace of(Parser parser, int state, ParserRuleContext context) {
        return new ParsePlace(parser.getInputStream().index(), state, Optional.of(context));
    }

    /**
     * What may stand at this place; nothing before anything was read. Rules entered just here are left again, so that a message can name
     * the outermost of them.
     */
    Optional<Expected> expected() {
        return context.map(innermost -> {
            var from = state;
            var rule = innermost;
            while (rule.getParent() != null && rule.getStart().getTokenIndex() == index) {
                from = rule.invokingState;
                rule = rule.getParent();
            }
            return Expected.at(from, rule);
        });
    }

    /** The innermost rule of this kind. */
    <T extends RuleContext> Optional<T> inside(Class<T> rule) {
        for (RuleContext it = context.orElse(null); it != null; it = it.parent) {
            if (rule.isInstance(it)) {
                return Optional.of(rule.cast(it));
            }
        }
        return Optional.empty();
    }
}
