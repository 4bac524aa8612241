package brickwork.cucumber;

import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.model.SpecPrinter;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.Formatter;
import brickwork.verify.check.Resumption;
import io.cucumber.java.en.Then;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is written and read again: checkpoints, models, specs. */
public final class PersistenceSteps {

    private final World world = World.current();

    /** Stop, save, load, continue: parameters, history and figures are those of an uninterrupted training, bit for bit. */
    @Then("stopping after {int} epoch(s) and continuing changes no bit")
    public void stoppingAndContinuing(Integer epochs) {
        inFolder(folder -> world.require(Resumption.endsTheSame(world.subject(), epochs, folder)));
    }

    /** Of every sample of the training part, and every parameter. */
    @Then("saving and loading the network changes no bit of a prediction")
    public void savingAndLoading() {
        var saved = world.trained().trained();
        inFolder(folder -> {
            var loaded = reloaded(saved, folder.resolve("model.safetensors"));
            var rows = world.dataset().train();
            var inputs = new double[rows.inputs()];
            for (var row = 0; row < rows.count(); row++) {
                rows.rawInput(row, inputs, 0);
                var before = saved.predict(inputs);
                var after = loaded.predict(inputs);
                var sample = row;
                Assert.that(Arrays.equals(before, after),
                        () -> "sample " + sample + " was predicted as " + Arrays.toString(before) + ", after loading as "
                                + Arrays.toString(after) + world.replayScenario());
            }
        });
    }

    /** The canonical text, with every default shown, means the same network. */
    @Then("printing the spec and reading it again keeps the network")
    public void printingAndReading() {
        same(SpecPrinter.print(world.network()), "printed");
    }

    /** What {@code nn fmt} makes of it means the same network. */
    @Then("formatting the spec keeps the network")
    public void formatting() {
        switch (Formatter.format(world.spec().text())) {
            case Outcome.Success<String>(var text, _) -> same(text, "formatted");
            case Outcome.Failure<String>(var faults) -> throw new AssertionError(DiagnosticRenderer.render(faults, false));
        }
    }

    /** All statements backwards, but for the layers, which keep their order, and the version. */
    @Then("the order of the statements changes nothing")
    public void theOrderOfTheStatements() {
        var lines = new ArrayList<>(SpecPrinter.print(world.network()).lines().toList());
        var version = lines.removeFirst();
        var layers = lines.stream().filter(line -> line.startsWith("layer ")).toList();
        var expectations = lines.stream().filter(line -> line.startsWith("expect ") || line.startsWith("stop ")).toList();
        lines.removeAll(layers);
        lines.removeAll(expectations);
        var backwards = new ArrayList<>(List.of(version));
        backwards.addAll(expectations);
        backwards.addAll(lines.reversed());
        backwards.addAll(layers);
        same(String.join("\n", backwards) + "\n", "with its statements in another order");
    }

    private void same(String text, String how) {
        switch (world.compile(new SourceText("(" + how + ")", text))) {
            case Outcome.Success<NeuralSpec>(var spec, _) ->
                    Assert.that(SpecPrinter.print(spec.network()).equals(SpecPrinter.print(world.network())),
                            () -> "the spec means another network when it is " + how + ":\n" + SpecPrinter.print(spec.network()));
            case Outcome.Failure<NeuralSpec>(var faults) ->
                    throw new AssertionError("the spec is refused when it is " + how + ":\n" + DiagnosticRenderer.render(faults, false));
        }
    }

    private static TrainedNetwork reloaded(TrainedNetwork network, Path file) {
        try {
            network.save(file);
            return TrainedNetwork.load(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void inFolder(Consumer<Path> work) {
        try {
            var folder = Files.createTempDirectory("brickwork");
            try {
                work.accept(folder);
            } finally {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
