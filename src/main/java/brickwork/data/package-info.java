/**
 * Samples: where they come from, how they are parted, scaled and encoded. The door is {@link brickwork.data.DataLibrary}, which makes a
 * {@link brickwork.data.Dataset} of {@link brickwork.data.Samples}. A fault of a file is a diagnostic where the spec names the file.
 */
package brickwork.data;
