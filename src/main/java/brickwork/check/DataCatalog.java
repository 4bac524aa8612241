package brickwork.check;

import brickwork.model.DataSource;
import brickwork.model.DataSpec;
import brickwork.source.Code;
import brickwork.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker must know of data to check a network against it. The data stage answers; a text compiled without access to any file gets
 * {@link Answer.Refused}.
 */
public interface DataCatalog {

    /** Names of sources the host program registered, beside those of the language. */
    Set<String> registered();

    /** The option names a registered source takes. */
    Set<String> optionsOf(String registered);

    /**
     * Opens a source as far as its shape needs. Never throws for what a file holds.
     *
     * @param data a source, and what else says how its columns become inputs
     * @param seed the spec's
     */
    Answer describe(DataSpec data, long seed);

    /** A source as it is, under seed 0. */
    default Answer describe(DataSource source) {
        return describe(DataSpec.NONE.withSource(Optional.of(source)), 0);
    }

    /** What is known of a source. */
    sealed interface Answer {

        /**
         * The source can be read.
         *
         * @param rows              samples
         * @param inputs            width of an input row
         * @param targets           what is to be learned
         * @param sortedByClass     whether classes come one after the other
         * @param smallestTarget    over all target numbers (class numbers where there are classes)
         * @param largestTarget     likewise
         * @param targetsAreClasses whether the target numbers can be read as classes: there are class numbers, or the one column holds only
         *                          0 and 1, or every row is one-hot
         */
        record Known(int rows, int inputs, Targets targets, boolean sortedByClass, double smallestTarget, double largestTarget,
                boolean targetsAreClasses) implements Answer {}

        /** A column or an array the source does not have; {@code known} are those it has. */
        record UnknownName(String name, Origin origin, String kind, List<String> known) implements Answer {}

        /** A file that is absent, unreadable or broken: no fault of the text (exit code 5). The message says place and cure. */
        record Unreadable(Code code, String message, Origin origin, String help) implements Answer {}

        /** Files may not be read here. */
        record Refused(Code code, String message, Origin origin, String help) implements Answer {}
    }

    /** What a source's targets are. */
    sealed interface Targets {

        /** Class numbers 0 to count-1. */
        record Classes(int count) implements Targets {}

        /** So many different whole numbers in one csv column: classes where the last layer reads classes, real otherwise. */
        record Whole(int count) implements Targets {}

        /** Real numbers, {@code width} a row. */
        record Reals(int width) implements Targets {}
    }
}
