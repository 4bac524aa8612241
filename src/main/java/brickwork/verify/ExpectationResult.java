package brickwork.verify;

import brickwork.model.Expectation;

/**
 * An expectation and its verdict.
 *
 * @param expectation as the spec states it
 * @param verdict     what came of judging it
 * @param file        the spec as its user named it, or empty where it has no file
 * @param line        the expectation's line from 1, or 0 where it was not written in a text
 */
public record ExpectationResult(Expectation expectation, Verdict verdict, String file, int line) {

    static ExpectationResult of(Expectation expectation, Verdict verdict, Replay replay) {
        return new ExpectationResult(expectation, verdict, replay.file().orElse(""), expectation.origin().line());
    }
}
