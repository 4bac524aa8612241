package brickwork.verify.check;

import brickwork.engine.Parameters;
import brickwork.engine.Tensor;
import brickwork.verify.TrainingCheck;
import brickwork.verify.NetworkState;
import brickwork.verify.Stage;
import brickwork.verify.Tolerance;
import brickwork.verify.Trial;
import brickwork.verify.Verdict;
import java.util.List;

/**
 * Every number of a tensor, or of its gradient, is the stated one.
 *
 * @param of        the values or the gradient; that is of data loss plus penalty over the training part, dropout off
 * @param stage     at the initial parameters, or at the trained ones
 * @param tensor    such as {@code layer1.weight}
 * @param rows      a row an output unit; for a bias one column
 * @param tolerance how far off they may be
 */
public record TensorValues(Of of, Stage stage, String tensor, List<List<Double>> rows, Tolerance tolerance) implements TrainingCheck {

    public TensorValues {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What of a tensor. */
    public enum Of {
        VALUES,
        GRADIENT
    }

    @Override
    public String sentence() {
        return prefix() + tensor + " is as stated " + tolerance.text();
    }

    private String prefix() {
        return of == Of.GRADIENT ? "the gradient of " : stage == Stage.INITIAL ? "the initial " : "";
    }

    @Override
    public Verdict judge(Trial trial) {
        return of == Of.VALUES && stage == Stage.INITIAL ? judge(trial.at(trial.initial()), trial.initial())
                : trial.when(stage, network -> judge(network, of == Of.VALUES ? network.parameters()
                        : network.gradients(trial.dataset().train())));
    }

    private Verdict judge(NetworkState network, Parameters found) {
        var known = found.tensors().stream().filter(t -> t.name().equals(tensor)).findFirst();
        if (known.isEmpty()) {
            return Verdict.inconclusive("there is no tensor " + tensor + " among "
                    + String.join(", ", found.tensors().stream().map(Tensor::name).toList()));
        }
        var values = known.get();
        if (rows.size() != values.rows() || rows.stream().anyMatch(row -> row.size() != values.columns())) {
            return Verdict.inconclusive(tensor + " has shape " + values.rows() + " x " + values.columns() + ", stated are " + rows.size()
                    + " x " + rows.getFirst().size());
        }
        var comparison = Comparison.stated(tolerance, network.specification().precision());
        for (var i = 0; i < values.values().length; i++) {
            comparison.number(prefix() + Comparison.entry(values, i), values.values()[i],
                    rows.get(i / values.columns()).get(i % values.columns()));
        }
        return comparison.verdict("{compared} numbers of " + tensor + " are those stated {tolerance}");
    }
}
