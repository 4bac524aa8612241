package brickwork.verify.trace;

import brickwork.model.Clip;

/**
 * What clipping did.
 *
 * @param clip   what the spec says
 * @param norm   √Σg² over all gradients together, before
 * @param factor what every gradient was multiplied by: bound/norm, or 1 where nothing was scaled
 */
public record ClipTrace(Clip clip, double norm, double factor) {}
