/**
 * A traced training step as text, laid out for a reader with a pencil, and as a JSON object. The doors are
 * {@link brickwork.cli.trace.TraceText} and {@link brickwork.cli.trace.TraceObject}.
 */
package brickwork.cli.trace;
