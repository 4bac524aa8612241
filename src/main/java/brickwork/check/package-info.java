/** Tree to model, or every fault. The door is {@link brickwork.check.Checker}. */
package brickwork.check;
