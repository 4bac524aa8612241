package brickwork.plan;

/**
 * A block of the workspace: one number for each unit and each sample of a batch.
 *
 * @param name   as the printed plan shows it
 * @param index  counted from 0 in the order of {@link ExecutionPlan#buffers()}
 * @param units  numbers a sample
 * @param stride samples there is room for, padding included
 * @param layout which of the two runs fastest
 */
public record Buffer(String name, int index, int units, int stride, Layout layout) {

    /** How a block lies in memory. */
    public enum Layout {
        /** Unit u of sample s stands at u·stride + s. */
        UNIT_MAJOR,
        /** Unit u of sample s stands at s·units + u. */
        SAMPLE_MAJOR
    }

    /** Numbers it holds. */
    public long elements() {
        return (long) units * stride;
    }

    /** {@code a1 [25 x 32]}. */
    @Override
    public String toString() {
        return layout == Layout.UNIT_MAJOR ? name + " [" + units + " x " + stride + "]" : name + " [" + stride + " x " + units + "]";
    }
}
