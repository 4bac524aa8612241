/**
 * Files: weights and models as safetensors, the checkpoints of a training in a run folder, and where a result came from. Every file is
 * there as a whole or not at all, and what is wrong with one is told by {@link brickwork.store.BrokenFileException}.
 */
package brickwork.store;
