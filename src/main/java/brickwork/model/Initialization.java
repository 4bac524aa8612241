package brickwork.model;

import brickwork.source.DecimalText;
import java.util.List;
import java.util.stream.Collectors;

/** How the values of a weight matrix or a bias start. For a layer of IN inputs and OUT units; a bias counts the IN and OUT of its layer. */
public sealed interface Initialization {

    /** One that the language has a word for. */
    sealed interface Scheme extends Initialization, Named {
        @Override
        default String matrixText() {
            return text();
        }

        @Override
        default String vectorText() {
            return text();
        }

        @Override
        default String word() {
            return switch (this) {
                case Zeros _ -> "zeros";
                case Constant _ -> "constant";
                case Normal _ -> "normal";
                case Uniform _ -> "uniform";
                case Xavier _ -> "xavier";
                case He _ -> "he";
                case Lecun _ -> "lecun";
            };
        }

        @Override
        default Arguments arguments() {
            return switch (this) {
                case Constant(var value) -> Arguments.of(Constant.VALUE, value);
                case Normal(var deviation) -> Arguments.of(Normal.DEVIATION, deviation);
                case Uniform(var bound) -> Arguments.of(Uniform.BOUND, bound);
                case Zeros _, Xavier _, He _, Lecun _ -> Arguments.NONE;
            };
        }
    }

    record Zeros() implements Scheme {}

    record Constant(double value) implements Scheme {
        private static final Parameter VALUE = Parameter.needed("value", "V", Bound.ANY, 0.1);

        public Constant {
            VALUE.require("constant", value);
        }
    }

    /** Normal with mean 0. */
    record Normal(double deviation) implements Scheme {
        private static final Parameter DEVIATION = Parameter.needed("deviation", "S", Bound.NOT_NEGATIVE, 0.1);

        public Normal {
            DEVIATION.require("normal", deviation);
        }
    }

    /** Uniform in [-bound, bound]. */
    record Uniform(double bound) implements Scheme {
        private static final Parameter BOUND = Parameter.needed("bound", "A", Bound.NOT_NEGATIVE, 0.1);

        public Uniform {
            BOUND.require("uniform", bound);
        }
    }

    /** Uniform in ±√(6/(IN+OUT)) (Glorot and Bengio 2010). */
    record Xavier() implements Scheme {}

    /** Normal with deviation √(2/IN) (He et al. 2015). */
    record He() implements Scheme {}

    /** Normal with deviation √(1/IN) (LeCun et al. 1998). */
    record Lecun() implements Scheme {}

    /** The values themselves, row by row: OUT rows of IN for a weight matrix, one row of OUT for a bias. */
    record Values(List<List<Double>> rows) implements Initialization {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String matrixText() {
            return rows.stream().map(Values::text).collect(Collectors.joining(" ", "[", "]"));
        }

        @Override
        public String vectorText() {
            return text(rows.getFirst());
        }

        private static String text(List<Double> row) {
            return row.stream().map(DecimalText::of).collect(Collectors.joining(" ", "[", "]"));
        }
    }

    /** As a spec says it of a weight matrix. */
    String matrixText();

    /** As a spec says it of a bias. */
    String vectorText();

    /** The schemes of the language. */
    static Vocabulary<Scheme> vocabulary() {
        return new Vocabulary<>("initialization", List.of(Definition.<Scheme>of(Zeros::new).remarked("0"),
                Definition.<Scheme>of(Constant.VALUE, Constant::new).remarked("V"),
                Definition.<Scheme>of(Normal.DEVIATION, Normal::new).remarked("normal with deviation S"),
                Definition.<Scheme>of(Uniform.BOUND, Uniform::new).remarked("uniform in [-A, A]"),
                Definition.<Scheme>of(Xavier::new).remarked("uniform in ±√(6/(IN + OUT))"),
                Definition.<Scheme>of(He::new).remarked("normal with deviation √(2/IN)"),
                Definition.<Scheme>of(Lecun::new).remarked("normal with deviation √(1/IN)")));
    }
}
