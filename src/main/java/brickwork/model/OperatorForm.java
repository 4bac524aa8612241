package brickwork.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An activation f said in the operators of ONNX (onnx.ai/onnx/operators), all of which are there since version 13. */
public sealed interface OperatorForm {

    /** f(z) = z: no operator at all. */
    record Nothing() implements OperatorForm {}

    /**
     * One operator.
     *
     * @param attributes its numbers by their names there; that of a parameter of f is its value
     */
    record Single(String operator, Map<String, Double> attributes) implements OperatorForm {
        public Single {
            attributes = Map.copyOf(attributes);
        }

        static Single of(String operator) {
            return new Single(operator, Map.of());
        }
    }

    /** One operator over all units of a layer, which lie along the last axis. */
    record OverUnits(String operator) implements OperatorForm {}

    /**
     * z times what operators make of z, one after the other: the form in which PyTorch writes it, so that runtimes find it again.
     *
     * @param later the one operator that later versions have for it, if they do
     */
    record TimesZ(List<String> operators, Optional<String> later) implements OperatorForm {
        public TimesZ {
            operators = List.copyOf(operators);
        }
    }

    /** z·(1 + erf(z/√2))/2. */
    record GaussianError() implements OperatorForm {}

    /** There are no operators for it. */
    record Unsayable() implements OperatorForm {}
}
