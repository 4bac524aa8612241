/**
 * Random numbers from a counter: Philox 4×32-10 (Salmon et al. 2011), and named streams of it, one for each use. Equal seeds give equal
 * numbers on every machine, in any order of use.
 */
package brickwork.random;
