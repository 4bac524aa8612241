package brickwork.model;

/**
 * A word whose statement has a form of its own in the grammar.
 *
 * @param word    the word
 * @param form    how it is written, with what an author fills in in capitals
 * @param meaning what it says
 */
public record Form(String word, String form, String meaning) {}
