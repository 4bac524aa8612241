package brickwork.syntax;

import brickwork.source.SourceText;
import java.util.List;

/**
 * A spec as written: its statements in their order. A statement that could not be read stands as {@link Statement.Broken}.
 *
 * @param source     the text
 * @param statements the statements in the order of the text
 */
public record SpecTree(SourceText source, List<Statement> statements) {

    public SpecTree {
        statements = List.copyOf(statements);
    }
}
