package brickwork.check;

import brickwork.check.DataCatalog.Answer.Known;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.Activation;
import brickwork.model.DataSpec;
import brickwork.source.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a text's data.
 *
 * @param data   the source, empty where none is written or it is at fault, and what becomes of missing cells
 * @param known  what the catalog says of it; empty where it could not say
 * @param absent whether the text surely names no data
 * @param place  the words that name the source; empty where there are none
 */
record DataShape(DataSpec data, Optional<Known> known, boolean absent, Optional<Span> place) {

    /** How messages name the data. */
    String title() {
        return data.source().map(s -> "data " + s.word()).orElse("the data");
    }

    /** The targets as the last layer takes whole numbers in a csv column. Empty where that cannot be told. */
    Optional<Targets> targets(Optional<Activation> last) {
        return known.flatMap(k -> switch (k.targets()) {
            case Targets.Classes classes -> Optional.of(classes);
            case Targets.Reals reals -> Optional.of(reals);
            case Targets.Whole whole -> last.map(
                    activation -> activation.readsClasses(whole.count()) ? new Targets.Classes(whole.count()) : new Targets.Reals(1));
        });
    }

    /** Number of classes; empty where it is not known, or the targets are not class numbers. One output unit tells two apart. */
    OptionalInt classes(Optional<Activation> last) {
        return targets(last).map(t -> switch (t) {
            case Targets.Classes(var count) -> OptionalInt.of(Math.max(2, count));
            case Targets.Reals _, Targets.Whole _ -> OptionalInt.empty();
        }).orElse(OptionalInt.empty());
    }

    /** Whether the targets surely cannot be read as classes. */
    boolean classless(Optional<Activation> last) {
        return targets(last).map(t -> switch (t) {
            case Targets.Reals _ -> known.isPresent() && !known.get().targetsAreClasses();
            case Targets.Classes _, Targets.Whole _ -> false;
        }).orElse(false);
    }
}
