package brickwork;

import java.nio.file.Path;
import java.util.List;

/** Runs {@code .feature} files. The command line finds one by {@link java.util.ServiceLoader}; {@code brickwork.cucumber} offers it. */
public interface FeatureRunner {

    /**
     * Runs every scenario of the files with the steps of {@code brickwork.cucumber}.
     *
     * @return the scenarios in the order they ran; a file that cannot be read as a feature gives one failed scenario that says why
     */
    List<Scenario> run(List<Path> features);

    /**
     * A scenario and what came of it.
     *
     * @param file     the feature file
     * @param line     the scenario's line, from 1
     * @param name     its name
     * @param verdict  what came of it
     * @param evidence the step that failed or could not be decided and why; empty where it passed
     */
    record Scenario(String file, int line, String name, Result verdict, String evidence) {}

    /** What came of a scenario. */
    enum Result {
        PASSED,
        FAILED,
        /** A step is undefined, ambiguous, pending or was skipped. */
        INCONCLUSIVE
    }
}
