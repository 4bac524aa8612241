/**
 * A plan brought to life: parameters, batches, workspace, and the one exhaustive switch over steps. Together with the kernels the only home
 * of the number type; everything that leaves here is in doubles, which hold every float exactly.
 */
package brickwork.engine;
