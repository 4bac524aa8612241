package brickwork.data;

import java.util.Map;
import java.util.Set;

/** A source of samples that a host program offers to specs under a name of its own: {@code data sensors window 32}. */
public interface CustomSource {

    /** The names of the numbers it takes; what a spec writes beside them is refused by the checker. */
    Set<String> options();

    /**
     * Gives the samples. The same options and seed must give the same samples: they are kept and may be shared between runs.
     *
     * @param options the numbers the spec names; any may be absent
     * @param seed    the spec's seed, for sources that draw; 0 where a spec is only checked
     */
    SampleTable open(Map<String, Double> options, long seed);
}
