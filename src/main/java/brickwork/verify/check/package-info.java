/**
 * Claims about a network and its training, each of them one file that gives a {@link brickwork.verify.Verdict}: one update against the
 * reference, known values, data and scaling, metamorphic relations, sanity. {@link brickwork.verify.check.Subject} is what they speak of.
 */
package brickwork.verify.check;
