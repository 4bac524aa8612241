package brickwork.verify.reference;

import java.util.List;

/**
 * The derivatives of the data loss of a batch by what one sample makes of the network, layer by layer, a number for each unit.
 *
 * @param passed  dL/da' for what each layer hands on; for the last, by the terms of the loss that are functions of a
 * @param outputs dL/da = dL/da'·mask
 * @param slopes  f'(z); none where f is softmax, whose outputs depend on every z
 * @param direct  dL/dz of the last layer, by the terms of the loss that are functions of z
 * @param deltas  dL/dz
 */
public record SampleGradients(List<double[]> passed, List<double[]> outputs, List<double[]> slopes, double[] direct,
        List<double[]> deltas) {}
