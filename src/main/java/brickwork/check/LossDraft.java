package brickwork.check;

import brickwork.model.LossTerm;
import brickwork.model.Penalty;
import brickwork.syntax.Clause;
import java.util.List;

/**
 * The terms of a loss that are known.
 *
 * @param words the names of the data terms, for what depends on the last layer
 */
record LossDraft(List<LossTerm> data, List<Penalty> penalties, List<Clause.Word> words) {}
