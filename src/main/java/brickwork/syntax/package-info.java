/** Text to tree. The door is {@link brickwork.syntax.SpecParser}; this is the only home of ANTLR. */
package brickwork.syntax;
