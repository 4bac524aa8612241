package brickwork.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test of every {@code expect} of a spec. Each is named as the statement reads and fails, with the evidence as its message, unless
 * the statement holds; an inconclusive one fails too. The spec is trained once for all of them. Most often there is nothing more to say:
 *
 * {@snippet lang = "java" :
 * @NeuralSpecTest("specs/xor.nn")
 * void keepsItsWord() {}
 * }
 *
 * <p>The method runs after its statement was found to hold. It may take the {@link brickwork.verify.ExpectationResult}, and whatever
 * {@link NeuralSpecSource} hands out:
 *
 * {@snippet lang = "java" :
 * @NeuralSpecTest(value = "specs/mazur.nn", set = "steps=1", seed = 3)
 * void saysWhatItMeasured(ExpectationResult result, NeuralSpec spec) {
 *     assertFalse(result.verdict().text().isEmpty());
 *     assertTrue(spec.network().expectations().contains(result.expectation()));
 * }
 * }
 *
 * <p>A file that is not there, a spec with faults or without any {@code expect}, and an argument that cannot be read end the method with an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException} that quotes it.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(SpecExpectationsExtension.class)
@ExtendWith(SpecParametersExtension.class)
public @interface NeuralSpecTest {

    /** The spec; a relative name starts at the working folder, and the data it names at its own. */
    String value();

    /** Constants of the spec to override, each as {@code NAME=VALUE}. */
    String[] set() default {};

    /** One number that replaces the spec's seed, or none. */
    long[] seed() default {};
}
