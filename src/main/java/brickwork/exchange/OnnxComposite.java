package brickwork.exchange;

import brickwork.exchange.OnnxModel.Node;
import brickwork.model.Activation;
import brickwork.model.Language;
import brickwork.model.OperatorForm;
import brickwork.store.BrokenFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an activation that a graph writes as several operators: z·sigmoid z, z·tanh(softplus z), and z/2·(1 + erf(z/√2)) in any of the ways
 * in which its factors can be ordered.
 */
final class OnnxComposite {

    private static final int LONGEST = 8;
    private static final double NEAR = 1e-6;

    private final Map<String, List<Node>> takers;
    private final OnnxConstants constants;

    /** @param takers the nodes that take a value, by its name */
    OnnxComposite(Map<String, List<Node>> takers, OnnxConstants constants) {
        this.takers = takers;
        this.constants = constants;
    }

    /** What was found: the function, the name of the value it gives, and the nodes that it is written in. */
    record Found(Activation activation, String output, Set<Node> nodes) {}

    /** The nodes from z to the product in which two ways meet. */
    private record Way(List<Node> steps, Node meeting) {}

    /** The function that is taken of {@code z}, which several nodes take. */
    Optional<Found> of(String z) {
        var ways = new ArrayList<Way>();
        for (var first : takers.get(z)) {
            way(first).ifPresent(ways::add);
        }
        if (ways.size() != 2 || ways.get(0).meeting != ways.get(1).meeting) {
            return Optional.empty();
        }
        ways.sort((a, b) -> b.steps.size() - a.steps.size());
        var function = ways.getFirst().steps.stream().map(Node::operator).toList();
        var nodes = new HashSet<>(ways.getFirst().steps);
        nodes.addAll(ways.get(1).steps);
        var meeting = ways.getFirst().meeting;
        nodes.add(meeting);
        if (ways.get(1).steps.isEmpty()) {
            for (var definition : Language.ACTIVATIONS.definitions()) {
                if (definition.example().operators() instanceof OperatorForm.TimesZ(var operators, _) && operators.equals(function)) {
                    return found(definition.example(), meeting, nodes);
                }
            }
        }
        return gelu(ways.getFirst().steps, ways.get(1).steps, meeting, nodes);
    }

    private static Optional<Found> found(Activation activation, Node last, Set<Node> nodes) {
        return Optional.of(new Found(activation, last.outputs().getFirst(), nodes));
    }

    private Optional<Way> way(Node first) {
        var steps = new ArrayList<Node>();
        var node = first;
        while (!isMeeting(node)) {
            steps.add(node);
            var next = node.outputs().size() == 1 ? takers.getOrDefault(node.outputs().getFirst(), List.of()) : List.<Node>of();
            if (next.size() != 1 || steps.size() > LONGEST) {
                return Optional.empty();
            }
            node = next.getFirst();
        }
        return node.outputs().size() == 1 && node.attributes().isEmpty() ? Optional.of(new Way(steps, node)) : Optional.empty();
    }

    private boolean isMeeting(Node node) {
        return node.operator().equals("Mul") && node.inputs().size() == 2 && node.inputs().stream().noneMatch(constants::has);
    }

    /**
     * before·z → erf → times · erf + plus, then the other way's factor and one behind: before = 1/√2, times = plus = 1/2 after all factors.
     */
    private Optional<Found> gelu(List<Node> inner, List<Node> outer, Node meeting, Set<Node> nodes) {
        var before = 1.0;
        var times = 1.0;
        var plus = 0.0;
        var behind = false;
        for (var step : inner) {
            var factor = factor(step);
            if (step.operator().equals("Erf") && step.inputs().size() == 1 && !behind) {
                behind = true;
            } else if (factor.isPresent() && behind) {
                times *= factor.get();
                plus *= factor.get();
            } else if (factor.isPresent()) {
                before *= factor.get();
            } else if (step.operator().equals("Add") && constant(step).isPresent() && behind) {
                plus += constant(step).get();
            } else {
                return Optional.empty();
            }
        }
        for (var step : outer) {
            var factor = factor(step);
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            times *= factor.get();
            plus *= factor.get();
        }
        var last = meeting;
        var next = takers.getOrDefault(meeting.outputs().getFirst(), List.of());
        if (!isNear(times, 0.5) && next.size() == 1 && factor(next.getFirst()).isPresent()) {
            last = next.getFirst();
            times *= factor(last).get();
            plus *= factor(last).get();
            nodes.add(last);
        }
        return behind && isNear(before, Math.sqrt(0.5)) && isNear(times, 0.5) && isNear(plus, 0.5) && last.outputs().size() == 1
                ? found(new Activation.Gelu(), last, nodes) : Optional.empty();
    }

    private static boolean isNear(double value, double wanted) {
        return Math.abs(value - wanted) < NEAR;
    }

    /** What a step multiplies with. */
    private Optional<Double> factor(Node node) {
        return switch (node.operator()) {
            case "Mul" -> constant(node);
            case "Div" -> constant(node).filter(_ -> !constants.has(node.inputs().getFirst())).map(divisor -> 1 / divisor);
            case String _ -> Optional.empty();
        };
    }

    /** The one number among the inputs of a node of two. */
    private Optional<Double> constant(Node node) {
        if (node.inputs().size() != 2 || !node.attributes().isEmpty()) {
            return Optional.empty();
        }
        return node.inputs().stream().filter(constants::has).map(constants::get).filter(tensor -> tensor.values().length == 1)
                .map(tensor -> tensor.values()[0]).findFirst();
    }
}
