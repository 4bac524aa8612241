package brickwork.check;

import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Limits;
import brickwork.model.Precision;
import brickwork.source.Code;
import brickwork.source.SourceText;
import brickwork.source.Span;
import brickwork.syntax.Statement;
import java.util.Optional;
import java.util.OptionalLong;

/** The statements that speak of the whole spec: version, seed, number type. */
record HeadRules(NumberRules quantities, DiagnosticCollector faults) {

    void checkVersion(Statement.Version version) {
        quantities.count(version.number(), "the version").ifPresent(asked -> {
            if (asked > Language.VERSION) {
                faults.add(Code.NN026, version.number().span(), "this spec is written in version " + asked
                        + " of the language, but this program knows version " + Language.VERSION)
                        .help("use a later release of the program");
            }
        });
    }

    /** The seed the caller gives, else the text's, else 0. */
    long seed(Statements statements, OptionalLong override) {
        var written = statements.all(Statement.Seed.class).stream().map(s -> quantities.seed(s.value())).toList();
        if (override.isPresent()) {
            checkOverride(override.getAsLong());
            return override.getAsLong();
        }
        return written.isEmpty() ? 0 : written.getFirst().orElse(0);
    }

    private void checkOverride(long seed) {
        if (seed < 0 || seed > Limits.SEED) {
            var words = new SourceText("--seed", Long.toString(seed));
            faults.add(Code.NN039, words, new Span(0, words.text().length()),
                    "a seed must be a whole number from 0 to " + Limits.text(Limits.SEED) + ", not " + seed);
        }
    }

    Optional<Precision> precision(Statement.Precision statement) {
        var precision = Language.PRECISIONS.find(statement.type().text()).map(Definition::example);
        if (precision.isEmpty()) {
            faults.unknown(Code.NN056, statement.type(), Language.PRECISIONS.kind(), Language.PRECISIONS.words());
        }
        return precision;
    }
}
