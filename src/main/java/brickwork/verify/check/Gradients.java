package brickwork.verify.check;

import brickwork.model.Relation;
import brickwork.source.DecimalText;
import brickwork.source.Plural;
import brickwork.verify.Check;
import brickwork.verify.Evidence;
import brickwork.verify.Replay;
import brickwork.verify.Requirement;
import brickwork.verify.TrainingNeed;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import brickwork.verify.gradient.GradientFigures;
import brickwork.verify.gradient.GradientReport;
import brickwork.verify.gradient.Kink;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is stated of the gradient check at the initial parameters: in f64, over the first 16 samples, dropout and clipping off, backward
 * gradients against numeric ones. Data loss and penalty are checked apart too, so that neither hides the other.
 */
public sealed interface Gradients extends Check {

    @Override
    default String sentence() {
        return switch (this) {
            case Agree(var figure, var relation, var bound) ->
                    "gradcheck " + (figure == Figure.NORM ? "norm " : "") + relation.symbol() + " " + DecimalText.of(bound);
            case AgreeIn(var term, var figure, var bound) ->
                    "the gradcheck " + figure.word() + " of the " + term.words + " is below " + DecimalText.of(bound);
            case AgreeInLayer(var layer, var figure, var bound) ->
                    "the gradcheck " + figure.word() + " of layer " + layer + " is below " + DecimalText.of(bound);
            case Pass _ -> "the gradient check passes";
            case FailIn(var term) -> "the gradient check fails in the " + term.words;
            case Blame(var name) -> "the gradient check blames \"" + name + "\"";
            case MeetKinks(var kinks) -> "the gradient check meets " + Plural.of(kinks, "kink");
            case MeetKinkAt(var unit, var layer) -> "the gradient check lists a kink at unit " + unit + " of layer " + layer;
        };
    }

    /** Judges a report whose loss is finite. */
    Verdict judge(GradientReport report);

    @Override
    default Verdict judge(Trial trial) {
        return trial.whenChecked(report -> report.finite() ? judge(report) : new Verdict.Inconclusive(Evidence
                .of("the loss at the initial parameters is " + report.loss() + ", so there is no gradient to check")
                .measured(report.loss())));
    }

    @Override
    default TrainingNeed needs() {
        return TrainingNeed.NONE;
    }

    @Override
    default Replay.Command replay() {
        return Replay.Command.GRADCHECK;
    }

    /** How far gradients are apart. */
    enum Figure {
        /** The worst element's relative error. */
        DIFF,
        /** ‖a-n‖ / (‖a‖+‖n‖). */
        NORM;

        double of(GradientFigures figures) {
            return this == DIFF ? figures.diff() : figures.norm();
        }

        String word() {
            return this == DIFF ? "diff" : "norm";
        }
    }

    /** A part of the loss that is checked apart. */
    enum Term {
        DATA_LOSS("data loss"),
        PENALTY("penalty");

        private final String words;

        Term(String words) {
            this.words = words;
        }

        GradientFigures of(GradientReport report) {
            return this == DATA_LOSS ? report.data() : report.penalty();
        }

        private Term other() {
            return this == DATA_LOSS ? PENALTY : DATA_LOSS;
        }
    }

    /** The figure of the whole loss meets the bound, and data loss, penalty and dual numbers taken apart agree as well. */
    record Agree(Figure figure, Relation relation, double bound) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            var apart = Math.max(GradientReport.AGREEMENT, bound);
            var kinks = report.kinks().isEmpty() ? "" : ", " + Plural.of(report.kinks().size(), "kink");
            var measured = Evidence.of(figure.word() + " {measured:%.3g} over {parameters} parameters and "
                    + NumberVerdicts.samples(report.samples())).measured(figure.of(report.total()))
                    .required(Requirement.of(relation, bound)).with("parameters", report.parameters()).with("samples", report.samples())
                    .with("kinks", report.kinks().size()).with("data_loss", figure.of(report.data()))
                    .with("penalty", figure.of(report.penalty()));
            if (!relation.holds(figure.of(report.total()), bound)) {
                return new Verdict.Failed(blame(worst(measured.and(", not {required}" + kinks), report.total(), "numeric")
                        .and("; apart: data loss {data_loss:%.3g}, penalty {penalty:%.3g}"), report));
            }
            if (!(figure.of(report.data()) <= apart)) {
                return new Verdict.Failed(
                        blame(worst(measured.and(", but {data_loss:%.3g} for the data loss alone"), report.data(), "numeric"), report));
            }
            if (!(figure.of(report.penalty()) <= apart)) {
                return new Verdict.Failed(
                        blame(worst(measured.and(", but {penalty:%.3g} for the penalty alone"), report.penalty(), "numeric"), report));
            }
            var dual = report.dual().filter(figures -> !(figure.of(figures) <= apart));
            return dual.<Verdict>map(figures -> new Verdict.Failed(worst(measured.and(", but {dual:%.3g} against dual numbers")
                    .with("dual", figure.of(figures)), figures, "dual")))
                    .orElseGet(() -> new Verdict.Passed(measured.and(" ({required})" + kinks)));
        }

        private static Evidence worst(Evidence evidence, GradientFigures figures, String other) {
            return figures.worst().map(worst -> evidence.and("; worst at {place}: backward {backward}, " + other + " {" + other + "}")
                    .at(worst.place()).with("backward", worst.backward()).with(other, worst.numeric())).orElse(evidence);
        }
    }

    /** The figure of one part of the loss is below the bound. */
    record AgreeIn(Term term, Figure figure, double bound) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            return below(" of the " + term.words, term.of(report), figure, bound, report);
        }
    }

    /** The figure of each tensor of a layer, counted from 1, is below the bound. */
    record AgreeInLayer(int layer, Figure figure, double bound) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            var verdicts = report.tensors().stream().filter(tensor -> tensor.layer() == layer)
                    .map(tensor -> below(" of " + tensor.name(), tensor.total(), figure, bound, report)).toList();
            return verdicts.isEmpty() ? Verdict.inconclusive("layer " + layer + " has no trained parameters")
                    : verdicts.stream().filter(verdict -> !verdict.passed()).findFirst().orElse(verdicts.getLast());
        }
    }

    /** Total, data loss, every penalty and dual numbers beside them: each diff is below {@link GradientReport#AGREEMENT}. */
    record Pass() implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            return report.passed() ? new Verdict.Passed(summary("the gradient check passes: ", report))
                    : new Verdict.Failed(blame(worst(worst(worst(summary("the gradient check fails: ", report), "", report.total()),
                            " of the data loss", report.data()), " of the penalty", report.penalty()), report));
        }
    }

    /** Gradients of one part of the loss are wrong, those of the other are not: the fault is there. */
    record FailIn(Term term) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            return term.of(report).diff() >= GradientReport.AGREEMENT && term.other().of(report).diff() < GradientReport.AGREEMENT
                    ? new Verdict.Passed(summary("the gradient check fails in the " + term.words + " alone: ", report))
                    : new Verdict.Failed(
                            blame(summary("the gradient check does not fail in the " + term.words + " alone: ", report), report));
        }
    }

    /** A penalty or function of the host program is named as one whose gradient is not that of its value. */
    record Blame(String name) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            var blame = report.blame();
            return Verdict.of(blame.stream().anyMatch(line -> line.contains("\"" + name + "\"")),
                    Evidence.of("the gradient check blames {blamed}")
                            .with("blamed", blame.isEmpty() ? "nobody" : String.join("; ", blame)));
        }
    }

    /** The check meets that number of kinks: points without derivative that a probe would have crossed. */
    record MeetKinks(int kinks) implements Gradients {

        private static final int LISTED = 5;

        @Override
        public Verdict judge(GradientReport report) {
            var found = report.kinks();
            var evidence = Evidence.of("the gradient check meets " + Plural.of(found.size(), "kink") + "{listed}")
                    .measured(found.size())
                    .required(Requirement.of(Relation.EQUAL, kinks)).with("listed", listed(found));
            return found.size() == kinks ? new Verdict.Passed(evidence) : new Verdict.Failed(blame(evidence, report));
        }

        private static String listed(List<Kink> kinks) {
            return kinks.stream().limit(LISTED).map(kink -> ", unit " + kink.unit() + " of layer " + kink.layer()
                    + (kink.sample() < 0 ? "" : " in sample " + kink.sample())).collect(Collectors.joining());
        }
    }

    /** A unit, counted from 0, of a layer, counted from 1, is at a kink in some sample. */
    record MeetKinkAt(int unit, int layer) implements Gradients {

        @Override
        public Verdict judge(GradientReport report) {
            var place = "unit " + unit + " of layer " + layer;
            return report.kinks().stream().anyMatch(kink -> kink.layer() == layer && kink.unit() == unit)
                    ? Verdict.passed("a kink is at " + place)
                    : new Verdict.Failed(Evidence.of("of {kinks} kinks none is at {place}").with("kinks", report.kinks().size()).at(place));
        }
    }

    private static Verdict below(String of, GradientFigures figures, Figure figure, double bound, GradientReport report) {
        var evidence = Evidence.of("the gradcheck" + of + " has diff {diff:%.3g} and norm {norm:%.3g}").with("diff", figures.diff())
                .with("norm", figures.norm()).measured(figure.of(figures)).required(Requirement.of(Relation.LESS, bound));
        return figure.of(figures) < bound ? new Verdict.Passed(evidence)
                : new Verdict.Failed(blame(worst(evidence.and(", not below {bound}").with("bound", bound), of, figures), report));
    }

    private static Evidence summary(String words, GradientReport report) {
        return Evidence.of(words + "diff {measured:%.3g} in all, {data_loss:%.3g} of the data loss, {penalty:%.3g} of the penalty")
                .measured(report.diff()).with("data_loss", report.data().diff()).with("penalty", report.penalty().diff());
    }

    /** Where {@code figures} are farthest apart, unless that is next to nothing. */
    private static Evidence worst(Evidence evidence, String of, GradientFigures figures) {
        var key = "worst" + of.replace(' ', '_');
        return figures.worst().filter(entry -> entry.diff() >= 1e-12).map(entry -> evidence.and("{" + key + "}").with(key, Evidence
                .of("; worst" + of + " at {place} ({origin}): backward {backward}, numeric {numeric}" + Mismatch.ERRORS).at(entry.place())
                .with("origin", entry.origin().toString()).with("backward", String.valueOf(entry.backward()))
                .with("numeric", String.valueOf(entry.numeric())).with("absolute", Math.abs(entry.backward() - entry.numeric()))
                .with("relative", entry.diff()))).orElse(evidence);
    }

    /** Whom the report accuses. */
    private static Evidence blame(Evidence evidence, GradientReport report) {
        return report.blame().isEmpty() ? evidence : evidence.and("; at fault: {blamed}").with("blamed", String.join("; ", report.blame()));
    }
}
