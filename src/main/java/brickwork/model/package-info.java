/**
 * What a spec means: networks, losses, optimizers, data sources, expectations. Values are valid by construction, ignorant of syntax, and
 * show every default; a host program may build them without any text.
 *
 * <p>The words of the language stand here too, each in the record of what it names: the word, the numbers it takes with their bounds and
 * defaults, what is true of it, its formula. {@link brickwork.model.Language} is the door to them. Whoever reads, checks, prints or
 * explains a text asks there, so that a new word is written once.
 */
package brickwork.model;
