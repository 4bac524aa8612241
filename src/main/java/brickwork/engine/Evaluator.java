package brickwork.engine;

import brickwork.data.SampleRows;

/** Evaluates samples at the present parameters, dropout off. Memory does not grow with their number. */
public interface Evaluator {

    /** Is shown outputs as they come. */
    @FunctionalInterface
    interface Outputs {

        /** Looks at nothing: only the loss is wanted. */
        Outputs NONE = new Outputs() {
            @Override
            public void rows(int first, int count, double[] outputs) {
                // nothing to be seen
            }

            @Override
            public boolean looks() {
                return false;
            }
        };

        /**
         * The outputs of the samples {@code first … first + count - 1}.
         *
         * @param outputs begins with count × outputs numbers, row-major; used again for the samples that follow
         */
        void rows(int first, int count, double[] outputs);

        /** Whether the outputs are looked at; where not, they are not copied, and only the rows are told. */
        default boolean looks() {
            return true;
        }
    }

    /**
     * Evaluates all samples in order.
     *
     * @return data loss over all samples
     */
    double evaluate(Engine.BoundSamples samples, Outputs outputs);

    /**
     * The same for samples that were not bound, which are taken a batch at a time: slower where it is done often, and without a copy of
     * them all. The numbers are the same.
     */
    double evaluate(SampleRows samples, Outputs outputs);

    /**
     * The same, the outputs kept.
     *
     * @param outputs receives count × outputs numbers, row-major
     */
    default double evaluateInto(double[] outputs, Engine.BoundSamples samples) {
        var width = outputs.length / samples.count();
        return evaluate(samples, (first, count, block) -> System.arraycopy(block, 0, outputs, first * width, count * width));
    }

    /** Penalty at the present parameters. */
    double penalty();
}
