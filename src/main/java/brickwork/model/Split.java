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

    /** One that a program says. */
    public Split(double test, double validation, boolean stratified, boolean inOrder) {
        this(test, validation, stratified, inOrder, Origin.NONE);
    }

    /** The rows of {@code rows} that go to test: ⌈test·rows⌉. */
    public int testRows(int rows) {
        return shareOf(test, rows);
    }

    /** The rows of {@code rows} that go to validation: ⌈validation·rows⌉. */
    public int validationRows(int rows) {
        return shareOf(validation, rows);
    }

    /** What is left to train on; less than 1 where the other parts take everything. */
    public int trainRows(int rows) {
        return rows - testRows(rows) - validationRows(rows);
    }

    /** ⌈share·rows⌉, where a product that misses a whole number by rounding alone is that number: 7% of 100 rows are 7. */
    private static int shareOf(double share, int rows) {
        var exact = share * rows;
        var whole = Math.rint(exact);
        var roundingAlone = Math.abs(exact - whole) <= 8 * Math.ulp(1.0) * rows;
        return share == 0 ? 0 : Math.max(1, (int) (roundingAlone ? whole : Math.ceil(exact)));
    }
}
