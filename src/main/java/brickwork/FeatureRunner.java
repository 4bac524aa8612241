package brickwork;

import brickwork.verify.Verdict;
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
     * @param file    the feature file
     * @param line    the scenario's line, from 1
     * @param name    its name
     * @param verdict passed, or the verdict of the step that failed or could not be decided; undefined, ambiguous, pending and skipped
     *                steps are inconclusive
     */
    record Scenario(String file, int line, String name, Verdict verdict) {}
}
