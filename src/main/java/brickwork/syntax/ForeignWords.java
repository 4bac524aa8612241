package brickwork.syntax;

import brickwork.syntax.antlr.NnParser;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a habit of another library goes in this language: how the statement or the option is written that is meant. Only a help. */
final class ForeignWords {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z0-9]");

    /** Words that begin a statement elsewhere, and what is said here; a number that follows the word stands where {@code #} is. */
    private static final Map<String, String> STATEMENTS = table("""
            dense linear fc fullyconnected: a layer is written `layer 2 -> #10 relu`
            dropout alphadropout: dropout is an option of a layer: `layer 2 -> 3 relu dropout 20%`
            batchnorm batchnorm1d batchnormalization layernorm: normalisation is an option of a layer: `layer 2 -> 3 relu norm`
            activation relu sigmoid tanh softmax: an activation stands in its layer: `layer 2 -> 3 relu`
            input inputs inputshape inputdim output outputs: widths stand in the layers: `layer 2 -> 3 tanh -> 1 sigmoid`
            model sequential net nn.sequential architecture: a spec is one network, which `network` names; its layers are written \
            `layer 2 -> 3 tanh -> 1 sigmoid`
            epochs epoch numepochs nepochs maxiter fit: how long to train is written `train #100 epochs`
            batchsize minibatch batch: the batch stands in `train 100 epochs batch #32`
            learningrate lr rate eta alpha: the rate stands in `optimizer adam rate #0.01`
            momentum: momentum stands in `optimizer sgd rate 0.01 momentum #0.9`
            optim solver compile: write `optimizer adam rate 0.01`
            weightdecay regularizer regularization kernelregularizer: a penalty is a term of the loss: `loss mse + l2 #0.01`
            scheduler lrscheduler lrschedule: a schedule stands in `optimizer sgd rate 0.1 decay cosine to 0.001`
            clipnorm clipgradnorm gradientclipping gradclip: write `clip norm #1`
            clipvalue: write `clip value #1`
            criterion objective cost lossfn lossfunction: write `loss cross_entropy`, or another loss
            earlystopping earlystop patience: write `stop when loss stalls #5 epochs keep best`
            callbacks modelcheckpoint: write `checkpoint every #10 epochs`
            savebest savebestonly: write `stop when loss stalls 5 epochs keep best`
            metric metrics: every report has all metrics; what must be reached is written `expect accuracy > 95%`
            assert require should check ensure test validate: what must hold is written `expect accuracy > 95%`
            accuracy: what must hold is written `expect accuracy > 95%`
            validationsplit validationdata testsize traintestsplit valsplit testsplit: write `split test 20% validation 10%`
            standardscaler minmaxscaler normalize normalise standardize standardise scaler: write `scale standard`
            randomstate manualseed randomseed setseed rng: write `seed #1`
            dtype float32 float64: write `precision f64`
            dataset loaddata readcsv csv datasource trainloader dataloader: write `data csv "file.csv" target "column"`
            var const set define def param: a constant is written `let hidden = 16`
            import from include: a spec imports nothing; it is one text of statements such as `data xor`
            print verbose: `nn train` reports by itself, and `--quiet` keeps it short
            kfold crossvalidation crossval: write `split test 20%`; several seeds are asked by \
            `expect accuracy > 90% for at least 80% of 5 seeds`
            """);

    /** Options of other libraries. */
    private static final Map<String, String> OPTIONS = table("""
            lr learningrate eta: write `rate #0.01`
            betas beta: write `beta1 0.9 beta2 0.999`
            eps: write `epsilon #1e-8`
            weightdecay: of adamw it is `decay #0.01`; elsewhere a penalty is a term of the loss: `loss mse + l2 0.01`
            batchsize minibatchsize: write `batch #32`
            validationsplit valsplit testsize: data are split by `split test 20% validation 10%`
            randomstate: write `seed 1` as a statement
            callbacks patience earlystopping: write `stop when loss stalls #5 epochs keep best` as a statement
            verbose: `nn train --quiet` keeps the report short
            clipnorm: write `clip norm #1` as a statement
            activation: the activation stands behind the number of units: `layer 2 -> 3 relu`
            usebias: write `bias none`
            kernelinitializer initializer: write `init he`
            name: write `as hidden`
            stratify: write `split test 20% stratified`
            """);

    private ForeignWords() {}

    private static Map<String, String> table(String lines) {
        var table = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            var colon = line.indexOf(": ");
            for (var word : line.substring(0, colon).split(" ")) {
                table.put(word, line.substring(colon + 2));
            }
        });
        return table;
    }

    /**
     * How that is written here.
     *
     * @param word   as it stands in the text
     * @param number the number behind it, if there is one
     * @param rules  what could stand there
     */
    static Optional<String> help(String word, Optional<String> number, Collection<Integer> rules) {
        var plain = NOT_A_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        var isStatement = rules.contains(NnParser.RULE_statement) || rules.contains(NnParser.RULE_line);
        return Optional.ofNullable((isStatement ? STATEMENTS : OPTIONS).get(plain))
                .map(help -> help.replaceAll("#([0-9.e-]+)", number.orElse("$1")));
    }
}
