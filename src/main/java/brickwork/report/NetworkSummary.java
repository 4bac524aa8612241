package brickwork.report;

import brickwork.model.Limits;
import brickwork.model.Specification;
import brickwork.source.Plural;

/** A network in one line: {@code xor: 2 -> 3 sigmoid -> 2 sigmoid, 17 parameters, f32}. */
final class NetworkSummary {

    /** Layers that are all shown; of more, the first ones and the last. */
    private static final int SHOWN = 8;

    private NetworkSummary() {}

    static String of(Specification network) {
        var layers = network.feedForward().layers();
        var text = new StringBuilder(network.name().map(name -> name + ": ").orElse("")).append(network.inputs());
        for (var layer : layers) {
            if (layer.number() < SHOWN || layer.number() == layers.size()) {
                text.append(" -> ").append(layer.units()).append(' ').append(layer.activation().text())
                        .append(layer.norm().isPresent() ? " norm" : "");
            } else if (layer.number() == SHOWN) {
                text.append(" -> (").append(Limits.text(layers.size() - SHOWN)).append(" more)");
            }
        }
        return text.append(", ").append(Plural.ofMany(network.parameters(), "parameter", "parameters")).append(", ")
                .append(network.precision().word()).toString();
    }
}
