/**
 * Specs in JUnit Jupiter: {@link brickwork.junit.NeuralSpecTest} makes a test of every {@code expect} of a spec,
 * {@link brickwork.junit.NeuralSpecSource} hands specs and trained networks to tests, and {@link brickwork.junit.VerdictAssertions} asserts
 * what was judged. A program that uses them needs {@code junit-jupiter-api}, 5.14 or later, among its test dependencies.
 */
package brickwork.junit;
