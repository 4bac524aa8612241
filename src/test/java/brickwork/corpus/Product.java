package brickwork.corpus;

import brickwork.Brickwork;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The product, as it is or with a fault in it, which can be asked whether a statement holds. */
final class Product {

    /** Where its classes are. */
    static final Path CLASSES = classes();

    private static final ThreadLocal<Compilation> COMPILATION = ThreadLocal.withInitial(Compilation::new);

    private final ClassLoader loader;

    private Product(ClassLoader loader) {
        this.loader = loader;
    }

    static Product unchanged() {
        return new Product(Product.class.getClassLoader());
    }

    static Product with(Fault fault) {
        var lowest = fault.changes().stream().mapToInt(change -> ProductLoader.height(change.rung())).min().orElseThrow();
        return new Product(new ProductLoader(COMPILATION.get().compile(fault.sources()), lowest));
    }

    /**
     * What came of a statement.
     *
     * @param word     {@code passed}, {@code failed} or {@code inconclusive}
     * @param evidence what was found; empty where nothing was
     */
    record Answer(String word, String evidence) {

        private static final Pattern EXCEPTION = Pattern.compile("\\b([a-z]\\w*\\.)+\\w*(Exception|Error)\\b");

        boolean passed() {
            return word.equals("passed");
        }

        /** A statement was judged false; that an exception ended it, or that it could not be decided, does not count. */
        boolean isVerdictOfFailure() {
            return word.equals("failed") && !evidence.contains("inconclusive: ") && !EXCEPTION.matcher(evidence).find();
        }

        /** The sentence that was false, without its keyword and what was found instead. */
        String sentence() {
            return evidence.replaceFirst("^(Given|When|Then|And) ", "").replaceFirst(":*: (?s).*$", "");
        }
    }

    /** The first answer of the file that is not {@code passed}, if there is one; through Cucumber for a feature, else through the API. */
    Answer judge(Path file) {
        var answers = file.toString().endsWith(".feature") ? scenarios(file) : expectations(file);
        if (answers.isEmpty()) {
            throw new AssertionError("there is nothing to judge in " + file);
        }
        return answers.stream().filter(answer -> !answer.passed()).findFirst().orElse(answers.getFirst());
    }

    private List<Answer> scenarios(Path file) {
        var runner = new Mirror(loader, "brickwork.cucumber.CucumberFeatureRunner").made();
        return runner.list("run", List.class, List.of(file)).stream()
                .map(scenario -> answer(scenario.call("verdict")))
                .toList();
    }

    private List<Answer> expectations(Path file) {
        var spec = new Mirror(loader, "brickwork.Brickwork").call("standard").call("load", Path.class, file);
        return spec.list("verify").stream().map(judgement -> judgement.call("verdict"))
                .map(Product::answer)
                .toList();
    }

    private static Answer answer(Mirror verdict) {
        return new Answer(verdict.word("word"), verdict.word("text"));
    }

    private static Path classes() {
        try {
            return Path.of(Brickwork.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
