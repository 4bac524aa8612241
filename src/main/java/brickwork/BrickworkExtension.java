package brickwork;

/**
 * What a library adds to the language: activations, losses, penalties and sources of data. Where a jar on the class path names its class in
 * {@code META-INF/services/brickwork.BrickworkExtension}, the command line, the steps for Cucumber and the annotations for JUnit know its
 * words without further ado, and programs after {@link Brickwork#withExtensions}.
 *
 * {@snippet lang = "java" :
 * public final class Swish implements BrickworkExtension {
 *     @Override
 *     public Brickwork extend(Brickwork brickwork) {
 *         return brickwork.withActivation("swish", new SwishFunction());
 *     }
 * }
 * }
 */
public interface BrickworkExtension {

    /** The same with words added by {@code withActivation}, {@code withLoss}, {@code withPenalty} and {@code withSource}; nothing else. */
    Brickwork extend(Brickwork brickwork);
}
