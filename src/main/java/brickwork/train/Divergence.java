package brickwork.train;

import brickwork.engine.NonFinite;

/**
 * Where learning met a number that is not finite.
 *
 * @param batch of the epoch, from 0
 * @param fault what was not finite
 * @param cure  what usually helps, the likeliest first: one line, lower case, no full stop
 */
record Divergence(int batch, NonFinite fault, String cure) {}
