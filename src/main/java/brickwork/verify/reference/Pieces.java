package brickwork.verify.reference;

import brickwork.model.Activation;
import brickwork.model.LossTerm;
import java.util.List;

/** A division of the number line into pieces, numbered upwards, on each of which a function has one formula. */
public sealed interface Pieces {

    /** The piece that {@code x} lies on. */
    int of(double x);

    /** Where a piece begins; -∞ for the lowest. */
    double from(int piece);

    /** Where a piece ends; ∞ for the highest. */
    double to(int piece);

    /** The pieces between the kinks of an activation, counted from 0. A kink itself belongs to the piece below it. */
    static Pieces of(Activation f) {
        return new Between(f.kinks());
    }

    /** The formulas of a data term in the residual a - y: 0 around 0, 1 above and -1 below; 0 alone where the term has but one. */
    static Pieces of(LossTerm.Kind kind) {
        return new Around(switch (kind) {
            case LossTerm.MeanAbsoluteError _ -> 0;
            case LossTerm.Huber(var threshold) -> threshold;
            case LossTerm.MeanSquaredError _, LossTerm.SumSquaredError _, LossTerm.BinaryCrossEntropy _, LossTerm.CrossEntropy _,
                    LossTerm.Host _ -> Double.POSITIVE_INFINITY;
        });
    }

    /** Piece n lies above n of the kinks. */
    record Between(List<Double> kinks) implements Pieces {

        @Override
        public int of(double x) {
            var piece = 0;
            while (piece < kinks.size() && x > kinks.get(piece)) {
                piece++;
            }
            return piece;
        }

        @Override
        public double from(int piece) {
            return piece == 0 ? Double.NEGATIVE_INFINITY : kinks.get(piece - 1);
        }

        @Override
        public double to(int piece) {
            return piece == kinks.size() ? Double.POSITIVE_INFINITY : kinks.get(piece);
        }
    }

    /** Piece 0 is [-threshold, threshold]. */
    record Around(double threshold) implements Pieces {

        @Override
        public int of(double x) {
            return x > threshold ? 1 : x < -threshold ? -1 : 0;
        }

        @Override
        public double from(int piece) {
            return piece < 0 ? Double.NEGATIVE_INFINITY : piece == 0 ? -threshold : threshold;
        }

        @Override
        public double to(int piece) {
            return piece > 0 ? Double.POSITIVE_INFINITY : piece == 0 ? threshold : -threshold;
        }
    }
}
