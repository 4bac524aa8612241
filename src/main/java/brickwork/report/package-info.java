/**
 * Values in, documents out: results as text, JSON and XML, for the command, a program that embeds the project, or a page. Nothing here
 * prints, reads files or ends anything. The doors are {@link brickwork.report.TextReport} and {@link brickwork.report.JsonReport}; pictures
 * have a room of their own.
 */
package brickwork.report;
