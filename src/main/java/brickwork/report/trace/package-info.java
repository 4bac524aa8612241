/**
 * A traced training step as text, laid out for a reader with a pencil, and as a JSON object. The doors are
 * {@link brickwork.report.trace.TraceText} and {@link brickwork.report.trace.TraceObject}.
 */
package brickwork.report.trace;
