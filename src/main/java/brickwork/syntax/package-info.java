/**
 * Text to tree. The door is {@link brickwork.syntax.SpecParser}; this is the only home of ANTLR.
 *
 * <p>A text passes through {@code Scanner} (words, numbers, signs; {@code WordKinds} tells which words the vocabulary has),
 * {@code StatementSplitter} (where statements end), the parser made from {@code grammar/Nn.g4} with {@code StatementRecovery} (what to do
 * about a fault) and {@code SyntaxErrors} (how to put it), and {@code TreeBuilder}. {@link brickwork.syntax.Formatter} lays a text out anew
 * from the same tokens; {@link brickwork.syntax.SpecPrinter} writes one of a specification or a condition.
 */
package brickwork.syntax;
