/**
 * The checks that {@code expect}, features, tests and host programs make of a {@link brickwork.verify.Trial}, a file for each family:
 * metrics and health, known values, gradients, updates against the reference, data and scaling, the course of a training, metamorphic
 * relations, baselines, bits, files. {@link brickwork.verify.check.ExpectationChecks} makes those of the language's expectations.
 */
package brickwork.verify.check;
