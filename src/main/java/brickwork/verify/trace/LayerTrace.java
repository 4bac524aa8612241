package brickwork.verify.trace;

import brickwork.model.Layer;
import java.util.Optional;

/**
 * The numbers of one layer for one sample, one a unit where nothing else is said.
 *
 * @param layer           whose they are
 * @param inputs          what it takes, one an input
 * @param sums            z = W·inputs + b, or gamma·x + beta where the layer normalises
 * @param outputs         a = f(z)
 * @param masks           what dropout multiplies a by: 0, or 1/(1 - p); empty where the layer has no dropout
 * @param passed          what it hands on: a·mask, or a
 * @param passedGradients dL/da' for what it hands on; for the last layer by the terms of the loss that are functions of a
 * @param outputGradients dL/da: the same times the mask
 * @param slopes          f'(z); empty for softmax, whose outputs depend on every z
 * @param direct          what bce and cross_entropy, being functions of z, give to dL/dz of the last layer; empty for the others
 * @param deltas          dL/dz
 * @param normalized      what comes before z where the layer normalises
 */
public record LayerTrace(Layer layer, double[] inputs, double[] sums, double[] outputs, double[] masks, double[] passed,
        double[] passedGradients, double[] outputGradients, double[] slopes, double[] direct, double[] deltas,
        Optional<Normalized> normalized) {

    /**
     * The numbers of a layer that normalises.
     *
     * @param products         h = W·inputs
     * @param values           x = (h - mean)/√(variance + epsilon)
     * @param productGradients dL/dh = gamma/√(variance + epsilon)·(dL/dz - mean of dL/dz - x·mean of dL/dz·x)
     */
    public record Normalized(double[] products, double[] values, double[] productGradients) {}

    /** dL/d(W·inputs), which the weights and the layer below take: dL/dz or, where the layer normalises, dL/dh. */
    public double[] productGradients() {
        return normalized.map(Normalized::productGradients).orElse(deltas);
    }
}
