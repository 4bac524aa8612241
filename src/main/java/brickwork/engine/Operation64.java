package brickwork.engine;

/** A step with everything resolved: arrays, offsets, shapes, kernels. Running it allocates nothing. */
abstract class Operation64 {

    abstract void run(PassState64 frame);
}
