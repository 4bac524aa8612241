package brickwork.cli;

import brickwork.FeatureRunner;
import brickwork.NeuralSpec;
import brickwork.StatementPictures;
import brickwork.report.HealthReport;
import brickwork.report.VerifiedStatement;
import brickwork.report.VerifyReport;
import brickwork.report.page.VerificationPage;
import brickwork.report.picture.Picture;
import brickwork.source.Diagnostic;
import brickwork.source.Outcome;
import brickwork.store.AtomicFile;
import brickwork.verify.Verifier;
import brickwork.verify.check.ExpectationChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/** {@code nn verify}: judges every {@code expect} of every spec and every scenario of every feature under the paths. */
@CommandLine.Command(name = "verify", description = "train specs, judge their expectations, run features")
final class VerifyCommand extends Command {

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "specs, features, or folders of them")
    private List<Path> paths;

    @Mixin
    private ConstantOptions constants;

    @Mixin
    private KernelOption kernels;

    @Option(names = "--seed", paramLabel = "N", description = "replace the seed of each spec")
    private Long seed;

    @Option(names = "--junit", paramLabel = "FILE", description = "write the verdicts as JUnit XML")
    private Path junit;

    @Option(names = "--report", paramLabel = "R.html", description = "write the verdicts as one page, with pictures of what failed")
    private Path page;

    private final Map<VerifiedStatement, List<Picture>> pictures = new IdentityHashMap<>();
    private final List<VerifiedStatement> results = new ArrayList<>();
    private final Map<String, HealthReport> health = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private Exit exit = Exit.FINE;

    @Override
    Exit run() {
        var engines = kernels.engines(console()).withThreads(Runtime.getRuntime().availableProcessors());
        var overrides = constants.overrides();
        var ofSeed = Options.seed(seed);
        if (junit != null) {
            AtomicFile.tryOut(junit);
        }
        if (page != null) {
            AtomicFile.tryOut(page);
        }
        var features = new ArrayList<Path>();
        var ofFiles = each(paths, diagnostics, file -> {
            if (file.toString().endsWith(".feature")) {
                features.add(file);
                return Exit.FINE;
            }
            return spec(file, SpecLoader.with(overrides, ofSeed, engines, file));
        }, ".nn", ".feature");
        exit = exit.or(ofFiles);
        if (!features.isEmpty()) {
            features(features);
        }
        if (results.isEmpty() && exit == Exit.FINE) {
            console().note("warning: there is nothing to verify: no expect statement and no scenario was found");
        }
        var report = new VerifyReport(results, health);
        if (junit != null) {
            exit = exit.or(attempt(diagnostics, () -> write(report.xml())));
        }
        if (page != null) {
            exit = exit.or(attempt(diagnostics, () -> {
                NewFile.write(page, new VerificationPage(report, pictures).html(CommandLineText.replay(console(), "--report")));
                return Exit.FINE;
            }));
        }
        answer(report.object(), report.text(console().terminal()), diagnostics);
        return exit;
    }

    private Exit spec(Path file, brickwork.Brickwork brickwork) {
        var refusal = ExpectedErrors.of(file);
        if (refusal.isExpected()) {
            add(refusal.judge(brickwork));
            return Exit.FINE;
        }
        var outcome = brickwork.compile(SpecFiles.read(file));
        diagnostics.addAll(outcome.diagnostics());
        var answer = CommandFailure.exitOf(outcome.diagnostics());
        if (outcome instanceof Outcome.Success<NeuralSpec>(var spec, _)) {
            var unread = spec.network().data().source().isEmpty() ? List.<Diagnostic>of() : spec.data().diagnostics();
            diagnostics.addAll(unread);
            answer = answer.or(CommandFailure.exitOf(unread));
            var trial = spec.trial();
            var verification = Verifier.examine(trial, ExpectationChecks::of);
            for (var result : verification.results()) {
                var statement = VerifiedStatement.of(result);
                add(statement);
                if (page != null) {
                    pictures.put(statement, StatementPictures.of(trial, result));
                }
            }
            verification.health().ifPresent(found -> health.put(file.toString(), new HealthReport(file.toString(), found)));
        }
        return answer;
    }

    private void features(List<Path> features) {
        var runner = runner()
                .orElseThrow(() -> CommandFailure.options(features.getFirst().toString(),
                        "features cannot be run: Cucumber is not on the class path",
                        "run target/nn, which holds it, or add cucumber-java"));
        runner.run(features).forEach(scenario -> add(
                new VerifiedStatement(scenario.file(), scenario.line(), scenario.name(), scenario.verdict())));
    }

    private static Optional<FeatureRunner> runner() {
        try {
            return ServiceLoader.load(FeatureRunner.class).findFirst();
        } catch (ServiceConfigurationError | NoClassDefFoundError _) { // it is named in every jar, and stands on Cucumber
            return Optional.empty();
        }
    }

    private void add(VerifiedStatement result) {
        results.add(result);
        exit = exit.or(result.verdict().passed() ? Exit.FINE : Exit.FAILED);
    }

    private Exit write(String xml) {
        try {
            Files.writeString(junit, xml);
            return Exit.FINE;
        } catch (IOException fault) {
            throw CommandFailure.file(junit, junit + " cannot be written: " + SpecFiles.reason(fault), "check that the folder is there");
        }
    }
}
