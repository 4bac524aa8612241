package brickwork.check;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What other libraries call the things of this language. No such name is taken for ours: it is only a help. */
final class FrameworkSynonyms {

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("swish", "silu"), Map.entry("identity", "linear"), Map.entry("logistic", "sigmoid"),
            Map.entry("binary_crossentropy", "bce"), Map.entry("binary_cross_entropy", "bce"), Map.entry("log_loss", "bce"),
            Map.entry("categorical_crossentropy", "cross_entropy"), Map.entry("sparse_categorical_crossentropy", "cross_entropy"),
            Map.entry("nll", "cross_entropy"), Map.entry("mean_squared_error", "mse"), Map.entry("mean_absolute_error", "mae"),
            Map.entry("smooth_l1", "huber"), Map.entry("ridge", "l2"), Map.entry("lasso", "l1"), Map.entry("weight_decay", "decay"),
            Map.entry("glorot", "xavier"), Map.entry("glorot_uniform", "xavier"), Map.entry("xavier_uniform", "xavier"),
            Map.entry("kaiming", "he"), Map.entry("kaiming_normal", "he"), Map.entry("he_normal", "he"), Map.entry("lecun_normal", "lecun"),
            Map.entry("gaussian", "normal"), Map.entry("random_normal", "normal"), Map.entry("random_uniform", "uniform"),
            Map.entry("ones", "constant"), Map.entry("float", "f32"), Map.entry("float32", "f32"), Map.entry("single", "f32"),
            Map.entry("float64", "f64"), Map.entry("double", "f64"), Map.entry("gradient_descent", "sgd"), Map.entry("gd", "sgd"),
            Map.entry("lr", "rate"), Map.entry("learning_rate", "rate"), Map.entry("eps", "epsilon"), Map.entry("rho", "alpha"),
            Map.entry("training", "train"), Map.entry("testing", "test"), Map.entry("dev", "validation"),
            Map.entry("standardize", "standard"), Map.entry("normalize", "standard"), Map.entry("root_mean_squared_error", "rmse"),
            Map.entry("sensitivity", "recall"), Map.entry("n_samples", "samples"), Map.entry("n_features", "features"));

    private FrameworkSynonyms() {}

    /** The one of the {@code known} names that another library calls so. */
    static Optional<String> ours(String foreign, Collection<String> known) {
        return Optional.ofNullable(OURS.get(foreign.toLowerCase(Locale.ROOT))).filter(known::contains);
    }
}
