package brickwork.engine;

import brickwork.model.Optimizer;
import java.util.List;

/** What an optimizer calls the numbers it remembers, after the letters of its formula. */
final class OptimizerState {

    private OptimizerState() {}

    static List<String> of(Optimizer.Rule rule) {
        return switch (rule) {
            case Optimizer.Sgd(var momentum, _) -> momentum == 0 ? List.of() : List.of("v");
            case Optimizer.Adam _ -> List.of("m", "v");
            case Optimizer.RmsProp _, Optimizer.AdaGrad _ -> List.of("s");
        };
    }
}
