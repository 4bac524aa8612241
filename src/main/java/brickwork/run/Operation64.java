package brickwork.run;

/** A step with everything resolved: arrays, offsets, shapes, kernels. Running it allocates nothing. */
abstract class Operation64 {

    abstract void run(Frame64 frame);
}
