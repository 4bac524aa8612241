package brickwork.verify.reference;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import brickwork.data.SampleRows;
import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two that share code agree on its faults too. */
class ReferenceIndependenceTest {

    @Test
    void sharesNothingWithTheEngineButTheNumbersTheyAreGiven() {
        var code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("brickwork.verify.reference");

        classes().should().onlyDependOnClassesThat(describe("are its own, Java's, of the model, or parameters and rows",
                used -> used.getPackageName().startsWith("java.") || used.getPackageName().startsWith("brickwork.verify.reference")
                        || used.getPackageName().equals("brickwork.model") || used.getPackageName()
                                .equals("brickwork.source")
                        || isGiven(used)))
                .check(code);
    }

    private static boolean isGiven(JavaClass used) {
        var type = used.getBaseComponentType();
        return type.isPrimitive() || type.getPackageName().startsWith("brickwork.verify.reference")
                || Stream.of(Parameters.class, Tensor.class, SampleRows.class).anyMatch(type::isEquivalentTo);
    }
}
