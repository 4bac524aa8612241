package brickwork.model;

import brickwork.source.Origin;

/**
 * How samples are parted: of n rows ⌈test·n⌉ go to test and ⌈validation·n⌉ to validation.
 *
 * @param test       share of the test part, in (0, 1)
 * @param validation share of the validation part, in [0, 1); 0 for none
 * @param stratified whether each part keeps the shares of the classes
 * @param inOrder    whether rows keep their order; otherwise the seed shuffles them first
 * @param origin     where it was written
 */
public record Split(double test, double validation, boolean stratified, boolean inOrder, Origin origin) {

    public Split {
        Numbers.positive("the test share", test);
        Numbers.shareBelowOne("the test share", test);
        Numbers.shareBelowOne("the validation share", validation);
    }
}
