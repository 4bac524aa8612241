package brickwork.verify.health;

/**
 * A number that is not finite, or so near 0 that the number type keeps only some of its digits.
 *
 * @param layer  counted from 1
 * @param tensor {@code layer1.weight}, {@code layer1.weight.gradient}, {@code layer2.sum} (z) or {@code layer2.output} (a)
 * @param row    row in the tensor; for sums and outputs the sample of the part; counted from 0
 * @param column column in the tensor, for sums and outputs the unit; counted from 0; -1 for a bias
 * @param value  the number
 */
public record AbnormalNumber(int layer, String tensor, int row, int column, double value) {

    /** {@code layer1.weight[2, 3] is NaN}. */
    public String text() {
        var place = column < 0 ? "[" + row + "]"
                : tensor.endsWith(".sum") || tensor.endsWith(".output") ? " (unit " + column + ", sample " + row + ")"
                : "[" + row + ", " + column + "]";
        var is = Double.isNaN(value) ? "NaN" : Double.isInfinite(value) ? (value > 0 ? "" : "-") + "infinite"
                : value + ", which is subnormal";
        return tensor + place + " is " + is;
    }
}
