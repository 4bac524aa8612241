/**
 * What a spec means: networks, losses, optimizers, data sources, expectations. Values are valid by construction, ignorant of syntax, and
 * show every default; a host program may build them without any text.
 */
package brickwork.model;
