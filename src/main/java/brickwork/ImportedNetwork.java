package brickwork;

import java.util.List;

/**
 * A network of another program.
 *
 * @param spec    a text that says its layers; their numbers and the scaling of its inputs are in the network
 * @param network ready to predict, to be saved, and to be exported again
 * @param notes   what a user should know of how it was made; often none
 */
public record ImportedNetwork(String spec, TrainedNetwork network, List<String> notes) {

    public ImportedNetwork {
        notes = List.copyOf(notes);
    }
}
