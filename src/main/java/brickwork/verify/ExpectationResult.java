package brickwork.verify;

import brickwork.model.Expectation;

/**
 * A statement and what came of it.
 *
 * @param expectation what was stated
 * @param verdict     what came of it
 * @param file        the spec as it was named, or empty where it has no file
 * @param line        the statement's line from 1, or 0 where it was not written
 */
public record ExpectationResult(Expectation expectation, Verdict verdict, String file, int line) {

    static ExpectationResult of(Expectation expectation, Verdict verdict, Replay replay) {
        return new ExpectationResult(expectation, verdict, replay.file().orElse(""), expectation.origin().line());
    }
}
