package brickwork.plan;

import brickwork.model.Network;

/**
 * How a network is run.
 *
 * @param network what is run
 * @param batch the most samples a step takes
 */
public record ExecutionPlan(Network network, int batch) {}
