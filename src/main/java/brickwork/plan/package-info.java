/**
 * From a network to what is done: a list of steps over a layout of buffers, forward and backward side by side, with the order of every sum
 * fixed by shapes alone. Planning cannot fail.
 */
package brickwork.plan;
