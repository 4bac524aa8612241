package brickwork.data;

import java.util.Map;
import java.util.Set;

/** A source of samples that a host program offers to specs under a name of its own: {@code data sensors window 32}. */
public interface CustomSource {

    /** The names of the numbers it takes; what a spec writes beside them is refused by the checker. */
    Set<String> options();

    /**
     * Gives the samples. The same options and seed must give the same samples: they are kept as long as the spec lives, the last eight
     * tables at most, and shared by all that it does. It is asked once a seed, while the text is compiled, and once more for each other
     * seed that a spec is trained under; one thread at a time.
     *
     * @param options the numbers the spec names; any may be absent
     * @param seed    the spec's seed, for sources that draw
     * @return the samples, not null
     * @throws IllegalArgumentException where the options will not do: that is told as a fault of the text. Whatever else is thrown comes as
     *                                  {@link brickwork.model.HostCodeException}
     */
    SampleTable open(Map<String, Double> options, long seed);
}
