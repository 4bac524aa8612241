/**
 * Steps for Cucumber that state what networks do. Name this package as glue ({@code cucumber.glue=brickwork.cucumber}) and write sentences;
 * each step class lists its own. A number may be written {@code 3}, {@code 0.5}, {@code 1e-7} or {@code 95%}. Specs are named by their
 * path, relative to the working folder, or written out as a doc string. Steps of your own find what the scenario is about in
 * {@link brickwork.cucumber.SpecUnderTest}.
 */
package brickwork.cucumber;
