package brickwork.junit;

import brickwork.verify.ExpectationResult;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** One run of a {@link NeuralSpecTest} method for each {@code expect} of its spec. */
final class SpecExpectationsExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), NeuralSpecTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var annotation = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), NeuralSpecTest.class).orElseThrow();
        var loaded = LoadedSpec.in(context, SpecReference.of(annotation));
        var expectations = loaded.spec().network().expectations();
        if (expectations.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "\"" + annotation.value() + "\" states nothing to test: add a statement such as: expect gradcheck < 1e-7");
        }
        return IntStream.range(0, expectations.size()).mapToObj(i -> new Invocation(loaded, i, expectations.get(i).text()));
    }

    /** The run for one statement. All are judged when the first of them runs. */
    private record Invocation(LoadedSpec loaded, int index, String statement) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocation) {
            return statement;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new ResultParameter(this), (BeforeTestExecutionCallback) _ -> VerdictAssertions.assertPassed(result()));
        }

        ExpectationResult result() {
            return loaded.results().get(index);
        }
    }

    private record ResultParameter(Invocation invocation) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ExpectationResult.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return invocation.result();
        }
    }
}
