/** Text, places in it, and what is wrong with it: the values every stage speaks in when it finds a fault. */
package brickwork.source;
