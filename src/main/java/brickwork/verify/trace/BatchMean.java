package brickwork.verify.trace;

/**
 * The mean of a number over the batch, one a unit.
 *
 * @param unshown the part of its sum that the samples have which are not written out
 * @param mean    over all samples
 */
public record BatchMean(double[] unshown, double[] mean) {

    /** A number for each sample and unit. */
    @FunctionalInterface
    interface Numbers {
        double at(int sample, int unit);
    }

    /** Of {@code samples} samples, the first {@code shown} of which are written out, added up from the first to the last. */
    static BatchMean of(int samples, int shown, int units, Numbers numbers) {
        var mean = new double[units];
        var unshown = new double[units];
        for (var unit = 0; unit < units; unit++) {
            for (var sample = 0; sample < samples; sample++) {
                mean[unit] += numbers.at(sample, unit);
                unshown[unit] += sample < shown ? 0 : numbers.at(sample, unit);
            }
            mean[unit] /= samples;
        }
        return new BatchMean(unshown, mean);
    }
}
