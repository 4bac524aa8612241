package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.Activation;
import brickwork.model.FunctionRegistry;
import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.source.Code;
import brickwork.syntax.Clause;
import brickwork.syntax.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a loss may be made of, and which last layer it needs. */
final class LossRules {

    private static final List<String> WORDS = List.of("mse", "sse", "mae", "huber", "bce", "cross_entropy", "l1", "l2");

    private final FunctionRegistry host;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    LossRules(FunctionRegistry host, NumberRules quantities, DiagnosticCollector faults) {
        this.host = host;
        this.quantities = quantities;
        this.faults = faults;
    }

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
        return word.equals("l1") || word.equals("l2") || host.penalty(word).isPresent();
    }

    private Optional<Penalty> penalty(Clause.Term term) {
        var word = term.name().text();
        var factor = quantities.number(term.factor(), 1, "the factor of " + word, Bound.NOT_NEGATIVE);
        if (term.number().isEmpty()) {
            faults.add(Code.NN041, term.name().span(), "`" + word + "` needs its factor")
                    .help("write it behind the name, such as `" + word + " 1e-4`");
            return Optional.empty();
        }
        var number = quantities.number(term.number().get(), "the factor of " + word, Bound.NOT_NEGATIVE);
        if (factor.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        var lambda = factor.getAsDouble() * number.getAsDouble();
        if (Double.isInfinite(lambda)) {
            faults.add(Code.NN037, term.span(), "the factor of this penalty is too large");
            return Optional.empty();
        }
        var origin = faults.origin(term.span());
        return Optional.of(switch (word) {
            case "l1" -> new Penalty.L1(lambda, origin);
            case "l2" -> new Penalty.L2(lambda, origin);
            case String _ -> new Penalty.Host(word, lambda, host.penalty(word).orElseThrow(), origin);
        });
    }

    private Optional<LossTerm> dataTerm(Clause.Term term) {
        var factor = quantities.number(term.factor(), 1, "the factor of a loss", Bound.ANY);
        var kind = kind(term);
        return factor.isEmpty() ? Optional.empty() : kind.map(k -> new LossTerm(factor.getAsDouble(), k, faults.origin(term.span())));
    }

    private Optional<LossTerm.Kind> kind(Clause.Term term) {
        return switch (term.name().text()) {
            case "mse" -> plain(term, new LossTerm.MeanSquaredError());
            case "sse" -> plain(term, new LossTerm.SumSquaredError());
            case "mae" -> plain(term, new LossTerm.MeanAbsoluteError());
            case "bce" -> plain(term, new LossTerm.BinaryCrossEntropy());
            case "cross_entropy" -> plain(term, new LossTerm.CrossEntropy());
            case "huber" -> quantities.number(term.number(), LossTerm.Huber.DEFAULT_THRESHOLD, "the threshold of huber", Bound.POSITIVE)
                    .stream().<LossTerm.Kind>mapToObj(LossTerm.Huber::new).findFirst();
            case String word -> host.loss(word).isPresent() ? ofHost(term) : unknown(term);
        };
    }

    private Optional<LossTerm.Kind> unknown(Clause.Term term) {
        var known = Stream.of(WORDS, host.losses(), host.penalties()).flatMap(Collection::stream).toList();
        faults.unknown(Code.NN040, term.name(), "loss", known);
        term.number().ifPresent(quantities::number);
        return Optional.empty();
    }

    private Optional<LossTerm.Kind> ofHost(Clause.Term term) {
        var word = term.name().text();
        var family = host.loss(word).orElseThrow();
        if (family.standard().isEmpty()) {
            return plain(term, new LossTerm.Host(word, family.standard(), family.function(family.standard())));
        }
        return quantities.argument(family, term.number(), term.name())
                .map(argument -> new LossTerm.Host(word, argument, family.function(argument)));
    }

    private Optional<LossTerm.Kind> plain(Clause.Term term, LossTerm.Kind kind) {
        term.number().ifPresent(n -> faults.add(Code.NN041, n.span(), term.name().text() + " takes no number behind it")
                .help("a factor stands before the name: `" + faults.source().text(n.span()) + " * " + term.name().text() + "`"));
        return Optional.of(kind);
    }

    /** Cross-entropies are computed from z, so they fix what the last layer must be. */
    void checkAgainst(LossDraft loss, LayerDraft last) {
        if (last.activation().isEmpty()) {
            return;
        }
        var activation = last.activation().get();
        for (var word : loss.words()) {
            if (word.text().equals("bce") && !(activation instanceof Activation.Sigmoid)) {
                clash(Code.NN043, word, "sigmoid", activation, last)
                        .help(activation instanceof Activation.Softmax
                                ? "after softmax use `cross_entropy`"
                                : "end with `sigmoid`, or use `mse`");
            } else if (word.text().equals("cross_entropy") && !(activation instanceof Activation.Softmax)) {
                clash(Code.NN044, word, "softmax", activation, last)
                        .help(activation instanceof Activation.Sigmoid ? "after sigmoid use `bce`" : "end with `softmax`, or use `mse`");
            }
        }
    }

    private DiagnosticCollector.Fault clash(Code code, Clause.Word loss, String needed, Activation found, LayerDraft last) {
        return faults.add(code, loss.span(), loss.text() + " needs " + needed + " on the last layer, not " + found.word())
                .note("the last layer stands here", last.clause().activation().span());
    }
}
