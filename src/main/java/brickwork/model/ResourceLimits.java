package brickwork.model;

/**
 * What a spec may ask of the program that embeds it, beside the limits of the language itself ({@link Limits}). What asks for more is
 * refused with a diagnostic before anything of that size is made. Time and training steps are limited by a
 * {@link brickwork.engine.Cancellation Cancellation}.
 *
 * @param memory     bytes that data, training and evaluation together may need
 * @param text       characters of a text
 * @param parameters weights, biases and all other numbers of a network
 * @param samples    rows of a data set
 * @param epochs     epochs of a training
 * @param threads    of one computation
 */
public record ResourceLimits(long memory, int text, long parameters, long samples, int epochs, int threads) {

    /** Threads of one computation that are never exceeded. */
    public static final int MOST_THREADS = 1024;

    /** @throws IllegalArgumentException where a limit is below 1, or there are more than {@link #MOST_THREADS} threads */
    public ResourceLimits {
        Numbers.count("the limit of memory", memory);
        Numbers.count("the limit of characters", text);
        Numbers.count("the limit of parameters", parameters);
        Numbers.count("the limit of samples", samples);
        Numbers.count("the limit of epochs", epochs);
        Numbers.count("the limit of threads", threads);
        if (threads > MOST_THREADS) {
            throw new IllegalArgumentException("the limit of threads must be at most " + MOST_THREADS + ", got " + threads);
        }
    }

    /** Three quarters of the memory this Java may use; otherwise what the language allows. */
    public static ResourceLimits standard() {
        return new ResourceLimits(Runtime.getRuntime().maxMemory() / 4 * 3, Limits.TEXT, Limits.PARAMETERS, Integer.MAX_VALUE,
                Integer.MAX_VALUE, MOST_THREADS);
    }

    public ResourceLimits withMemory(long bytes) {
        return new ResourceLimits(bytes, text, parameters, samples, epochs, threads);
    }

    public ResourceLimits withText(int characters) {
        return new ResourceLimits(memory, characters, parameters, samples, epochs, threads);
    }

    public ResourceLimits withParameters(long most) {
        return new ResourceLimits(memory, text, most, samples, epochs, threads);
    }

    public ResourceLimits withSamples(long most) {
        return new ResourceLimits(memory, text, parameters, most, epochs, threads);
    }

    public ResourceLimits withEpochs(int most) {
        return new ResourceLimits(memory, text, parameters, samples, most, threads);
    }

    public ResourceLimits withThreads(int most) {
        return new ResourceLimits(memory, text, parameters, samples, epochs, most);
    }
}
