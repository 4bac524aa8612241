package brickwork.cli;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.PictureKind;
import brickwork.Pictures;
import brickwork.TrainedNetwork;
import brickwork.ValidationHistory;
import brickwork.data.Dataset;
import brickwork.report.DivergenceDiagnostic;
import brickwork.report.JsonObject;
import brickwork.source.Diagnostic;
import brickwork.source.NearestName;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.train.Observer;
import brickwork.train.TrainingResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn plot}: one picture, of a spec that is trained for it or of a saved model. */
@CommandLine.Command(name = "plot", description = "draw a picture of a training or of a saved model")
final class PlotCommand extends Command {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a spec, which is trained")
    private Path file;

    @Mixin
    private ConstantOptions constants;

    @Mixin
    private KernelOption kernels;

    @Mixin
    private StartOptions start;

    @Option(names = "--seed", paramLabel = "N", description = "replace the spec's seed")
    private Long seed;

    @Option(names = "--model", paramLabel = "M.safetensors", description = "what nn train --save wrote, in the place of FILE")
    private Path model;

    @Option(names = "--what", required = true, paramLabel = "WHAT",
            description = "loss, accuracy, boundary, confusion, roc, weights, network or gradients")
    private String what;

    @Option(names = "--inputs", paramLabel = "I,J", split = ",",
            description = "with boundary: two inputs for its plane, from 1; else the principal axes where there are more than two")
    private List<Integer> inputs;

    @Option(names = "--output", required = true, paramLabel = "P.svg", description = "the picture")
    private Path output;

    @Override
    Exit run() {
        var kind = PictureKind.of(what).orElseThrow(() -> CommandFailure.options(what, "there is no picture `" + what + "`",
                NearestName.of(what, PictureKind.words()).map(near -> "did you mean `" + near + "`?")
                        .orElse("write one of " + String.join(", ", PictureKind.words()))));
        if (file == null == (model == null)) {
            throw CommandFailure.options(file == null ? "" : file.toString(), file == null ? "nn plot needs a spec or a model"
                    : "nn plot takes a spec or a model, not both", "write nn plot FILE.nn, or nn plot --model M.safetensors");
        }
        if (inputs != null && (kind != PictureKind.BOUNDARY || inputs.size() != 2)) {
            throw CommandFailure.options("--inputs", inputs.size() == 2 ? "--inputs belongs to --what boundary"
                    : "--inputs takes two numbers, got " + inputs.size(), "write such as --what boundary --inputs 3,4");
        }
        NewFile.tryOut(output, file == null ? model : file);
        return file == null ? ofModel(kind) : ofSpec(kind);
    }

    private Exit ofSpec(PictureKind kind) {
        var spec = SpecLoader.require(file, constants.overrides(), Options.seed(seed),
                kernels.engines(console()).withThreads(Runtime.getRuntime().availableProcessors()));
        TrainCommand.requireTraining(spec, file);
        var data = switch (spec.data()) {
            case Outcome.Success<Dataset>(var samples, _) -> samples;
            case Outcome.Failure<Dataset>(var faults) -> throw CommandFailure.of(faults);
        };
        requireInputs(spec.network().inputs());
        refuse(kind.obstacle(spec.network().inputs(), Optional.of(data), true));
        var bar = new ProgressBar(console(), spec.network().learning().training().orElseThrow().epochs());
        Observer shown = epoch -> bar.update(epoch.number() + 1, epoch.row().loss(), epoch.row().accuracy());
        var validation = ValidationHistory.before(json() ? Observer.NONE : shown);
        var curves = kind == PictureKind.LOSS || kind == PictureKind.ACCURACY;
        var settings = start.of(spec).map(spec.settings()::withInitial).orElseGet(spec::settings);
        try {
            var outcome = spec.train(data, settings.withObserver(curves ? validation : json() ? Observer.NONE : shown));
            bar.close();
            var told = new ArrayList<>(spec.warnings());
            var exit = switch (outcome.result()) {
                case TrainingResult.Finished _ -> Exit.FINE;
                case TrainingResult.Diverged diverged -> {
                    told.add(DivergenceDiagnostic.diagnostic(diverged));
                    yield Exit.DIVERGED;
                }
            };
            write(Pictures.of(outcome).withValidation(validation), kind, outcome.report().fingerprint(), told);
            return exit;
        } finally {
            bar.close();
        }
    }

    /** With the samples that the model's spec names, where they are to be had without its file. */
    private Exit ofModel(PictureKind kind) {
        var trained = Brickwork.standard().withExtensions().loadModel(model);
        var needsSamples = kind.obstacle(trained.network().inputs(), Optional.empty(), false).isPresent();
        var pictures = needsSamples ? samples(trained).map(data -> Pictures.of(trained, data)).orElseGet(() -> Pictures.of(trained))
                : Pictures.of(trained);
        requireInputs(trained.network().inputs());
        refuse(pictures.obstacle(kind));
        write(pictures, kind, trained.fingerprint(), List.of());
        return Exit.FINE;
    }

    private Optional<Dataset> samples(TrainedNetwork trained) {
        var folder = Optional.ofNullable(model.toAbsolutePath().getParent()).orElse(model.toAbsolutePath());
        var spec = Brickwork.standard().withExtensions().withAnyFile(folder).compile(new SourceText(model.toString(), trained.specText()));
        return spec instanceof Outcome.Success<NeuralSpec>(var found, _) && found.network().data().source().isPresent()
                ? Optional.of(found.data().orThrow()) : Optional.empty();
    }

    private void requireInputs(int width) {
        if (inputs != null && (inputs.stream().anyMatch(input -> input < 1 || input > width) || inputs.get(0).equals(inputs.get(1)))) {
            throw CommandFailure.options("--inputs", "--inputs takes two different inputs from 1 to " + width + ", got " + inputs.get(0)
                    + "," + inputs.get(1), "write such as --inputs 1,2");
        }
    }

    private static void refuse(Optional<PictureKind.Obstacle> obstacle) {
        obstacle.ifPresent(found -> {
            throw CommandFailure.options("--what", found.message(), found.cure());
        });
    }

    private void write(Pictures pictures, PictureKind kind, String fingerprint, List<Diagnostic> told) {
        var picture = (inputs == null ? pictures : pictures.withInputs(inputs.get(0), inputs.get(1))).draw(kind);
        NewFile.write(output, picture.svg());
        answer(new JsonObject().put("output", output.toString()).put("what", kind.word()).put("title", picture.title())
                .put("description", picture.description()).put("fingerprint", fingerprint),
                output + ": " + picture + "\nfingerprint "
                        + fingerprint + "\n",
                told);
    }
}
