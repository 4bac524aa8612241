package brickwork.check;

import brickwork.model.Activation;
import brickwork.model.Bias;
import brickwork.model.Initialization;
import brickwork.syntax.Clause;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A layer as far as its own words tell, before it meets its neighbours. Inputs, units and activation are empty where they are not known;
 * what else is at fault has its default, so that no later rule speaks of it again.
 *
 * @param clause     where it was written
 * @param inputs     as written; empty where nothing is written or it is at fault
 * @param units      empty where at fault
 * @param activation empty where at fault
 * @param dropout    empty where nothing is written or it is at fault
 */
record LayerDraft(Clause.Layer clause, OptionalInt inputs, OptionalInt units, Optional<Activation> activation, Initialization weights,
        Bias bias, boolean frozen, OptionalDouble dropout, Optional<Clause.Word> name) {}
