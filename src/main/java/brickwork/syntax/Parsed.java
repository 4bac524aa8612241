package brickwork.syntax;

import brickwork.source.Diagnostic;
import java.util.List;

/**
 * What reading a text gave. The tree is always there; statements that could not be read stand in it as {@link Statement.Broken}.
 *
 * @param tree   the statements
 * @param faults the faults of the text's form, sorted by place
 */
public record Parsed(SpecTree tree, List<Diagnostic> faults) {

    public Parsed {
        faults = List.copyOf(faults);
    }
}
