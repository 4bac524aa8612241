/**
 * Networks of other programs: ONNX both ways, and {@code .nnet} inwards. Export and import share this room because they share the facts of
 * a format, its field numbers and what its operators mean. A file that is broken or says more than a network of ours can hold is refused by
 * {@link brickwork.store.BrokenFileException}, which names the byte, line, node or tensor.
 */
package brickwork.exchange;
