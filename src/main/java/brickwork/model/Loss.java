package brickwork.model;

import java.util.List;

/**
 * What training makes small: one or more data terms and any number of penalties, reported apart.
 *
 * @param data      at least one
 * @param penalties in the order of the text
 */
public record Loss(List<LossTerm> data, List<Penalty> penalties) {

    public Loss {
        data = List.copyOf(data);
        penalties = List.copyOf(penalties);
        if (data.isEmpty()) {
            throw new IllegalArgumentException("a loss needs at least one data term");
        }
    }
}
