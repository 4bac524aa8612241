package brickwork.plan;

import brickwork.model.Precision;

/** The order in which the terms of a sum are added. It follows from shapes alone, never from the machine. */
public enum ReductionOrder {
    /** One chain of fma in increasing index. */
    CHAIN("chain"),
    /** Fixed virtual lanes, element i in lane i mod lanes, joined by halving. */
    LANES("lanes");

    /** Vector operations the join of one sum costs, about. */
    private static final int JOIN = 6;

    private final String word;

    ReductionOrder(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Virtual lanes: 16 in f32, 8 in f64. */
    public static int lanes(Precision precision) {
        return precision == Precision.F32 ? 16 : 8;
    }

    /**
     * How the products of a weight gradient [out, in] are summed over a batch: whichever needs fewer operations on virtual vectors. A chain
     * runs lanes over the inputs or over the units and wastes those that its narrower side leaves empty; lanes over samples waste nothing
     * when the batch is large, but every element pays for the join.
     */
    static ReductionOrder ofWeightGradient(int out, int in, int batch, int lanes) {
        var overInputs = (long) out * Math.ceilDiv(in, lanes);
        var overUnits = (long) in * Math.ceilDiv(out, lanes);
        var chain = Math.min(overInputs, overUnits) * batch;
        var inLanes = (long) out * in * (Math.ceilDiv(batch, lanes) + JOIN);
        return chain <= inLanes ? CHAIN : LANES;
    }
}
