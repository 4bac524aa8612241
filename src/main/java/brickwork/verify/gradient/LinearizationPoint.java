package brickwork.verify.gradient;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.model.Activation;
import brickwork.model.LossTerm;
import brickwork.verify.reference.Batch;
import brickwork.verify.reference.Bounded;
import brickwork.verify.reference.Branches;
import brickwork.verify.reference.DoubleDouble;
import brickwork.verify.reference.ForwardPass;
import brickwork.verify.reference.Mode;
import brickwork.verify.reference.Neighbourhood;
import brickwork.verify.reference.Pieces;
import brickwork.verify.reference.ReferenceNetwork;
import brickwork.verify.reference.Sample;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The batch at the parameters to be checked: its values to 30 digits, the piece of every kinked function on which it lies, and whether that
 * piece is doubtful because the rounding of doubles may put the engine on another. A point exactly at a kink, in doubles as in truth, is
 * not doubtful where the language says what the derivative is.
 */
final class LinearizationPoint {

    private static final int NONE = -1;

    private final Neighbourhood<DoubleDouble> neighbourhood;
    /** The pieces of activations and those below a doubtful kink, [layer][sample][unit]. */
    private final int[][][] pieces;
    private final int[][][] below;
    /** The pieces of data terms and whether they are doubtful, [term][sample][output]. */
    private final int[][][] residuals;
    private final boolean[][][] doubtfulResiduals;
    /** Whether anything of a sample is doubtful. */
    private final boolean[] doubtful;

    LinearizationPoint(ReferenceNetwork network, Parameters parameters, SampleRows rows) {
        var samples = IntStream.range(0, rows.count()).mapToObj(row -> Sample.of(rows, row)).toList();
        var pass = network.inPairs(parameters, Mode.WITHOUT_DROPOUT).run(samples, Branches.NATURAL);
        var rounded = network.inBounds(parameters, Mode.WITHOUT_DROPOUT).run(samples, Branches.NATURAL);
        neighbourhood = new Neighbourhood<>(pass);
        doubtful = new boolean[samples.size()];
        var layers = network.network().feedForward().layers();
        pieces = new int[layers.size()][][];
        below = new int[layers.size()][][];
        for (var l = 0; l < layers.size(); l++) {
            locate(l, layers.get(l).activation(), pass.preActivations(l), rounded.preActivations(l));
        }
        var terms = network.network().feedForward().loss().data();
        residuals = new int[terms.size()][][];
        doubtfulResiduals = new boolean[terms.size()][][];
        for (var t = 0; t < terms.size(); t++) {
            locate(t, terms.get(t).kind(), pass, rounded);
        }
    }

    private void locate(int layer, Activation f, Batch<DoubleDouble> z, Batch<Bounded> rounded) {
        pieces[layer] = new int[z.count()][z.units()];
        below[layer] = new int[z.count()][z.units()];
        for (var sample = 0; sample < z.count(); sample++) {
            for (var unit = 0; unit < z.units(); unit++) {
                pieces[layer][sample][unit] = Pieces.of(f).of(z.at(sample, unit).value());
                below[layer][sample][unit] = belowDoubtfulKink(f, z.at(sample, unit).value(), rounded.at(sample, unit));
                doubtful[sample] |= below[layer][sample][unit] != NONE;
            }
        }
    }

    /** The piece that ends in a kink which z may be on either side of. A function of the host program may have either slope at a kink. */
    private static int belowDoubtfulKink(Activation f, double z, Bounded rounded) {
        for (var piece = 0; piece < f.kinks().size(); piece++) {
            var kink = f.kinks().get(piece);
            var documented = !(f instanceof Activation.Host) && z == kink && rounded.value() == kink;
            if (Math.abs(z - kink) <= rounded.error() && !documented) {
                return piece;
            }
        }
        return NONE;
    }

    private void locate(int term, LossTerm.Kind kind, ForwardPass<DoubleDouble> pass, ForwardPass<Bounded> rounded) {
        var a = pass.lastActivations();
        residuals[term] = new int[a.count()][a.units()];
        doubtfulResiduals[term] = new boolean[a.count()][a.units()];
        for (var sample = 0; sample < a.count(); sample++) {
            for (var k = 0; k < a.units(); k++) {
                var y = pass.samples().get(sample).targets()[k];
                var residual = a.at(sample, k).minus(DoubleDouble.exactly(y)).value();
                var inDoubles = rounded.lastActivations().at(sample, k);
                residuals[term][sample][k] = Pieces.of(kind).of(residual);
                doubtfulResiduals[term][sample][k] = kind instanceof LossTerm.MeanAbsoluteError
                        && Math.abs(residual) <= inDoubles.error() && !(residual == 0 && inDoubles.value() == y);
                doubtful[sample] |= doubtfulResiduals[term][sample][k];
            }
        }
    }

    Neighbourhood<DoubleDouble> neighbourhood() {
        return neighbourhood;
    }

    ForwardPass<DoubleDouble> pass() {
        return neighbourhood.pass();
    }

    int samples() {
        return doubtful.length;
    }

    /** The piece of the activation on which z of a unit lies. */
    int piece(int layer, int unit, int sample) {
        return pieces[layer][sample][unit];
    }

    /** Whether z of a unit is so near to a kink that rounding decides the piece. */
    boolean isDoubtful(int layer, int unit, int sample) {
        return below[layer][sample][unit] != NONE;
    }

    /** The lower of the two pieces that a doubtful z may lie on; the upper is the next. */
    int lowerPiece(int layer, int unit, int sample) {
        return below[layer][sample][unit];
    }

    /** The piece of a data term on which the residual of an output lies. */
    int residual(int term, int output, int sample) {
        return residuals[term][sample][output];
    }

    /** Whether rounding decides the sign of a residual. */
    boolean isDoubtfulResidual(int term, int output, int sample) {
        return doubtfulResiduals[term][sample][output];
    }

    /** Whether anything is doubtful in some samples. */
    boolean isDoubtful(List<Integer> samples) {
        return samples.stream().anyMatch(sample -> doubtful[sample]);
    }
}
