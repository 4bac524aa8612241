/** The command {@code nn}: picocli, the standard streams and the exit codes live here and nowhere else. */
package brickwork.cli;
