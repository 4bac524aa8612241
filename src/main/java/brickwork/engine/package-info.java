/**
 * A plan brought to life: parameters, batches, workspace, and the one exhaustive switch over steps. The door is
 * {@link brickwork.engine.EngineOptions}, which opens an {@link brickwork.engine.Engine}; what that does stands in its roles. Together with
 * the kernels the only home of the number type; everything that leaves here is in doubles, which hold every float exactly.
 */
package brickwork.engine;
