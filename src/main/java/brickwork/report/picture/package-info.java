/**
 * Pictures as SVG: numbers in, a {@link brickwork.report.picture.Picture} out. Nothing is computed here that a person is told elsewhere:
 * losses, outputs, counts and norms come from training and verification. A picture names no font and asks for nothing over the network; it
 * follows the reader's light or dark scheme, tells series apart by dashes and shapes as well as by colours (Okabe and Ito's, which people
 * who are colour-blind can tell apart), and carries a title and a description for those who listen to it.
 */
package brickwork.report.picture;
