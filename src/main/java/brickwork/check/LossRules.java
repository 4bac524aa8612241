package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Arguments;
import brickwork.model.Bound;
import brickwork.model.FunctionRegistry;
import brickwork.model.Language;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.syntax.Clause;
import brickwork.syntax.Expression;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** What a loss may be made of, and which last layer it needs. */
record LossRules(FunctionRegistry host, NumberRules quantities, DiagnosticCollector faults) {

    LossDraft draft(Statement.Loss loss) {
        var data = new ArrayList<LossTerm>();
        var penalties = new ArrayList<Penalty>();
        var words = new ArrayList<Clause.Word>();
        var whole = true;
        for (var term : loss.terms()) {
            if (isPenalty(term)) {
                var penalty = penalty(term);
                penalty.ifPresent(penalties::add);
                whole &= penalty.isPresent();
            } else {
                var read = dataTerm(term);
                read.ifPresent(data::add);
                read.ifPresent(_ -> words.add(term.name()));
                whole &= read.isPresent();
            }
        }
        if (whole && data.isEmpty()) {
            var place = loss.terms().isEmpty() ? loss.keyword() : loss.terms().getFirst().name().span();
            faults.add(Code.NN042, place, "a loss cannot be made of penalties alone")
                    .help("add a term that compares outputs with targets, such as `mse`");
        }
        return new LossDraft(data, penalties, words);
    }

    private boolean isPenalty(Clause.Term term) {
        var word = term.name().text();
        return Language.PENALTIES.find(word).isPresent() || host.penalty(word).isPresent();
    }

    private Optional<Penalty> penalty(Clause.Term term) {
        var word = term.name().text();
        var factor = quantities.number(term.factor(), 1, Penalty.FACTOR.of(word), Penalty.FACTOR.bound());
        if (term.number().isEmpty()) {
            faults.add(Code.NN041, term.name().span(), "`" + word + "` needs its factor")
                    .help("write it behind the name, such as `" + word + " " + DecimalText.of(Penalty.FACTOR.example()) + "`");
            return Optional.empty();
        }
        var number = quantities.number(term.number().get(), Penalty.FACTOR.of(word), Penalty.FACTOR.bound());
        if (factor.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        var lambda = factor.getAsDouble() * number.getAsDouble();
        if (Double.isInfinite(lambda)) {
            faults.add(Code.NN037, term.span(), "the factor of this penalty is too large");
            return Optional.empty();
        }
        var origin = faults.origin(term.span());
        return Optional.of(Language.PENALTIES.find(word)
                .map(definition -> definition.make(Arguments.NONE.with(Penalty.FACTOR, lambda).withOrigin(origin)))
                .orElseGet(() -> new Penalty.Host(word, lambda, host.penalty(word).orElseThrow(), origin)));
    }

    private Optional<LossTerm> dataTerm(Clause.Term term) {
        var factor = quantities.number(term.factor(), 1, "the factor of a loss", Bound.ANY);
        var kind = kind(term);
        return factor.isEmpty() ? Optional.empty() : kind.map(k -> new LossTerm(factor.getAsDouble(), k, faults.origin(term.span())));
    }

    private Optional<LossTerm.Kind> kind(Clause.Term term) {
        var definition = Language.LOSSES.find(term.name().text());
        if (definition.isPresent()) {
            return quantities.named(definition.get(), term.number(), n -> takesNone(term, n));
        }
        return host.loss(term.name().text()).isPresent() ? ofHost(term) : unknown(term);
    }

    private Optional<LossTerm.Kind> unknown(Clause.Term term) {
        var known = Stream.of(Language.LOSSES.words(), Language.PENALTIES.words(), host.losses(), host.penalties())
                .flatMap(Collection::stream).toList();
        faults.unknown(Code.NN040, term.name(), Language.LOSSES.kind(), known);
        term.number().ifPresent(quantities::number);
        return Optional.empty();
    }

    private Optional<LossTerm.Kind> ofHost(Clause.Term term) {
        var word = term.name().text();
        var family = host.loss(word).orElseThrow();
        if (family.standard().isEmpty()) {
            term.number().ifPresent(n -> takesNone(term, n));
            return Optional.of(new LossTerm.Host(word, family.standard(), family.function(family.standard())));
        }
        return quantities.argument(family, term.number(), term.name())
                .map(argument -> new LossTerm.Host(word, argument, family.function(argument)));
    }

    private void takesNone(Clause.Term term, Expression number) {
        faults.add(Code.NN041, number.span(), term.name().text() + " takes no number behind it")
                .help("a factor stands before the name: `" + faults.source().text(number.span()) + " * " + term.name().text() + "`");
    }

    /** Cross-entropies are computed from z, so they fix what the last layer must be. */
    void checkAgainst(LossDraft loss, LayerDraft last) {
        if (last.activation().isEmpty()) {
            return;
        }
        var activation = last.activation().get();
        for (var i = 0; i < loss.data().size(); i++) {
            var word = loss.words().get(i);
            loss.data().get(i).kind().traits().head().filter(head -> !head.equals(activation))
                    .ifPresent(head -> clash(word, head, activation, last)
                            .help(lossOf(activation).map(other -> "after " + activation.word() + " use `" + other + "`")
                                    .orElse("end with `" + head.word() + "`, or use `mse`")));
        }
    }

    /** The data term that goes with this activation alone. */
    private static Optional<String> lossOf(Activation activation) {
        return Language.LOSSES.words(kind -> kind.traits().head().equals(Optional.of(activation))).stream().findFirst();
    }

    private DiagnosticCollector.Fault clash(Clause.Word loss, Activation needed, Activation found, LayerDraft last) {
        var code = needed instanceof Activation.Softmax ? Code.NN044 : Code.NN043;
        return faults.add(code, loss.span(), loss.text() + " needs " + needed.word() + " on the last layer, not " + found.word())
                .note("the last layer stands here", last.clause().activation().span());
    }
}
