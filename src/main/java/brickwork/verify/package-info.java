/**
 * Statements about a network and its training, and whether they are true. A {@link brickwork.verify.Check} states something and judges a
 * {@link brickwork.verify.Trial}; the {@link brickwork.verify.Verdict} holds its evidence as data. {@link brickwork.verify.Verifier} judges
 * many checks by one training, {@link brickwork.verify.SeedSweep} the same check under many seeds.
 */
package brickwork.verify;
