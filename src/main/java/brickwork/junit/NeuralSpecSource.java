package brickwork.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Hands a spec to parameters of tests, of lifecycle methods and of constructors: compiled where the parameter is a
 * {@link brickwork.NeuralSpec}, ready for checks where it is a {@link brickwork.verify.Trial}, trained where it is a
 * {@link brickwork.TrainedNetwork} or a {@link brickwork.TrainingOutcome}. A test class trains each spec once. On a class it holds for all
 * parameters of these types, on a method for its own, on a parameter for that one; the nearest counts.
 *
 * {@snippet lang = "java" :
 * @Test
 * @NeuralSpecSource("specs/xor.nn")
 * void separatesTheCorners(TrainedNetwork network) {
 *     assertEquals("1", network.classOf(network.predict(0, 1)).orElseThrow());
 * }
 *
 * @Test
 * void fallsWithTheFirstStep(@NeuralSpecSource(value = "specs/mazur.nn", set = "steps=1") TrainingOutcome outcome) {
 *     assertEquals(0.291, outcome.report().loss(), 1e-3);
 * }
 * }
 *
 * <p>A parameter for a trained network fails where training diverged; one for an outcome takes that, too. What is wrong with the annotation
 * itself fails the test with a message that quotes it; its cause is an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SpecParametersExtension.class)
public @interface NeuralSpecSource {

    /** The spec; a relative name starts at the working folder, and the data it names at its own. */
    String value();

    /** Constants of the spec to override, each as {@code NAME=VALUE}. */
    String[] set() default {};

    /** One number that replaces the spec's seed, or none. */
    long[] seed() default {};
}
