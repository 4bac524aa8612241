package brickwork.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What other libraries call the things of this language. No such name is taken for ours: it is only a help. */
final class FrameworkSynonyms {

    private static final Pattern SEPARATOR = Pattern.compile("[_-]");
    private static final Pattern ENDING = Pattern.compile("(loss|score|optimizer|initializer)$");

    /** Words of ours, and what they are called elsewhere, in small letters without underscores. */
    private static final Map<String, List<String>> OURS = table("""
            silu: swish
            linear: identity
            sigmoid: logistic sigm
            leaky_relu: lrelu leakyrelu
            bce: binarycrossentropy logloss bcewithlogits binarycrossentropywithlogits
            cross_entropy: categoricalcrossentropy sparsecategoricalcrossentropy nll softmaxcrossentropy crossentropy
            log_loss: logloss neglogloss
            mse: meansquarederror squarederror l2loss
            mae: meanabsoluteerror absoluteerror l1loss
            huber: smoothl1
            rmse: rootmeansquarederror
            mape: meanabsolutepercentageerror
            l2: ridge weightdecay
            l1: lasso
            decay: weightdecay
            xavier: glorot glorotuniform xavieruniform xaviernormal glorotnormal
            he: kaiming kaimingnormal kaiminguniform henormal heuniform
            lecun: lecunnormal lecununiform
            normal: gaussian randomnormal
            uniform: randomuniform
            constant: ones
            f32: float float32 single
            f64: float64 double
            sgd: gradientdescent gd
            rate: lr learningrate eta
            epsilon: eps
            alpha: rho
            train: training
            test: testing
            validation: dev val valid
            standard: standardize standardise normalize normalise zscore standardscaler
            minmax: minmaxscaler
            accuracy: acc categoricalaccuracy binaryaccuracy
            recall: sensitivity tpr
            precision: ppv
            auc: rocauc auroc
            r2: rsquared
            samples: nsamples
            features: nfeatures
            """);

    /** What to do where no word of ours stands for it. */
    private static final Map<String, String> ADVICE = Map.of(
            "valloss", "`stop` watches the validation part by itself where there is one, so write `loss`; in `expect` write "
                    + "`loss on validation`",
            "valaccuracy", "`stop` watches the validation part by itself where there is one, so write `accuracy`; in `expect` write "
                    + "`accuracy on validation`",
            "valacc", "write `accuracy`, in `expect` `accuracy on validation`",
            "weightdecay", "a penalty is a term of the loss, such as `loss mse + l2 0.01`; of the optimizers adamw takes `decay 0.01`",
            "betas", "write `beta1 0.9 beta2 0.999`",
            "kldiv", "for one-hot targets `cross_entropy` has the same gradient");

    private FrameworkSynonyms() {}

    private static Map<String, List<String>> table(String lines) {
        var table = new HashMap<String, List<String>>();
        lines.lines().map(line -> line.split(": ")).forEach(line -> {
            for (var foreign : line[1].split(" ")) {
                table.computeIfAbsent(foreign, _ -> new ArrayList<>()).add(line[0]);
            }
        });
        return table;
    }

    /** The one of the {@code known} names that another library calls so. */
    static Optional<String> ours(String foreign, Collection<String> known) {
        var word = plain(foreign);
        var stem = ENDING.matcher(word).replaceAll("");
        return among(OURS.getOrDefault(word, List.of()), known).or(() -> among(OURS.getOrDefault(stem, List.of()), known))
                .or(() -> stem.equals(word) ? Optional.empty() : known.stream().filter(name -> plain(name).equals(stem)).findFirst());
    }

    /** What to write where no single name of ours stands for the word of another library. */
    static Optional<String> advice(String foreign) {
        return Optional.ofNullable(ADVICE.get(plain(foreign)));
    }

    private static Optional<String> among(List<String> ours, Collection<String> known) {
        return ours.stream().filter(known::contains).findFirst();
    }

    private static String plain(String word) {
        return SEPARATOR.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
