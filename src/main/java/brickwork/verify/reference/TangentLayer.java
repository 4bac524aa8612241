package brickwork.verify.reference;

import brickwork.model.Activation;
import java.util.stream.IntStream;

/**
 * An activation of the host program near a pass made before, as the straight line that touches it at each z: a = a₀ + (z - z₀)·f'(z₀).
 * The slopes are {@link NumericSlope}s of its values and know nothing of the derivative the host program states.
 */
final class TangentLayer<S extends Scalar<S>> extends ElementwiseLayer<S> {

    private final int layer;
    private final Activation.Host f;
    private final Pieces pieces;
    private final Batch<S> z;
    private final Batch<S> a;
    private final double[][] slopes;

    /** Around z and a of a pass. */
    TangentLayer(int layer, Activation.Host f, Batch<S> z, Batch<S> a) {
        this.layer = layer;
        this.f = f;
        this.pieces = Pieces.of(f);
        this.z = z;
        this.a = a;
        this.slopes = IntStream.range(0, z.count()).mapToObj(row -> IntStream.range(0, z.units())
                .mapToDouble(unit -> CustomTangents.ofActivation(f, z.at(row, unit).value(), pieceOf(row, unit))).toArray())
                .toArray(double[][]::new);
    }

    private int pieceOf(int row, int unit) {
        return pieces.of(z.at(row, unit).value());
    }

    @Override
    S output(S x, int unit, int sample, Branches branches) {
        var row = z.rowNumber(sample);
        return x.branching().through(x, pieces, natural -> branches.ofPreActivation(layer, unit, sample, natural), (moved, piece) -> {
            var slope = piece == pieceOf(row, unit)
                    ? slopes[row][unit]
                    : CustomTangents.ofActivation(f, z.at(row, unit).value(), piece);
            return a.at(row, unit).plus(moved.minus(z.at(row, unit)).times(slope));
        });
    }

    @Override
    double slope(double x, double y, int unit, int sample) {
        return slopes[z.rowNumber(sample)][unit];
    }
}
