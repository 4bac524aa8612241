package brickwork.store;

import brickwork.model.Bias;
import brickwork.model.Layer;
import brickwork.model.Specification;
import brickwork.model.TensorSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tensors are called in a weights file: a pattern for weights, one for biases and, where layers are normalised, one each for gamma,
 * beta, mean and variance, in which {@code {n}} stands for the number of the
 * layer from 1 and {@code {i}} for the same from 0, with a factor where the layers of the other program have others between them: in
 * PyTorch's {@code Sequential(Linear, ReLU, Linear)} the weights are {@code {2i}.weight}.
 */
public final class TensorNames {

    /** What a pattern is for, in their order. */
    private static final List<String> KINDS = Stream.concat(Stream.of("weight", "bias"), Bias.Norm.TENSORS.stream()).toList();

    /** {@code layer1.weight}, {@code layer1.bias}: as files of ours have it. */
    public static final TensorNames OWN = new TensorNames(KINDS.stream().map(kind -> "layer{n}." + kind).toList());

    private static final Pattern PLACE = Pattern.compile("\\{([1-9][0-9]{0,2})?([in])\\}");
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private final List<String> patterns;

    private TensorNames(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Patterns with a comma between: {@code layers.{i}.weight,layers.{i}.bias}; those at the end may be left out where no layer has such a
     * tensor.
     *
     * @throws IllegalArgumentException where it is anything else; the message says what
     */
    public static TensorNames of(String text) {
        var patterns = List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (patterns.size() > KINDS.size()) {
            throw new IllegalArgumentException(
                    "there are " + patterns.size() + " patterns, and at most " + KINDS.size() + " are of use: for "
                            + String.join(", ", KINDS));
        }
        for (var pattern : patterns) {
            var rest = PLACE.matcher(pattern).replaceAll("");
            if (BRACES.matcher(rest).find() || pattern.isEmpty()) {
                throw new IllegalArgumentException(
                        "`" + pattern + "` is no pattern: {i} counts layers from 0, {n} from 1, {2i} every second");
            }
            if (rest.equals(pattern)) {
                throw new IllegalArgumentException("`" + pattern + "` is the same for every layer: {i} counts them from 0, {n} from 1");
            }
        }
        return new TensorNames(patterns);
    }

    /**
     * The names of all tensors of a network, in their order.
     *
     * @throws IllegalArgumentException where there is no pattern for one, or two get the same name
     */
    public List<String> of(Specification network) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var layer : network.feedForward().layers()) {
            for (var tensor : layer.tensors()) {
                var name = name(layer, tensor);
                if (!taken.add(name)) {
                    throw new IllegalArgumentException("two tensors would be called " + name);
                }
                names.add(name);
            }
        }
        return names;
    }

    private String name(Layer layer, TensorSpec tensor) {
        var kind = KINDS.stream().filter(word -> layer.tensorName(word).equals(tensor.name())).findFirst();
        var place = kind.map(KINDS::indexOf).orElse(patterns.size());
        if (place >= patterns.size()) {
            throw new IllegalArgumentException("there is no pattern for " + tensor.name());
        }
        return PLACE.matcher(patterns.get(place))
                .replaceAll(found -> Matcher.quoteReplacement(number(layer, found.group(1), found.group(2))));
    }

    private static String number(Layer layer, String factor, String letter) {
        var number = letter.equals("n") ? layer.number() : layer.number() - 1;
        return String.valueOf((factor == null ? 1L : Long.parseLong(factor)) * number);
    }

    /** The patterns with commas between, which {@link #of(String)} reads. */
    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}
