package brickwork.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The extents of an array of numbers, the slowest first: {@code [OUT, IN]} for a weight matrix, {@code [OUT]} for a bias. */
public record Shape(List<Integer> extents) {

    /** @throws IllegalArgumentException where there is no extent, or one is not positive */
    public Shape {
        extents = List.copyOf(extents);
        if (extents.isEmpty()) {
            throw new IllegalArgumentException("a shape needs at least one extent");
        }
        extents.forEach(extent -> Numbers.count("an extent", extent));
    }

    public static Shape of(int... extents) {
        return new Shape(Arrays.stream(extents).boxed().toList());
    }

    /** How many numbers it holds. */
    public long elements() {
        return extents.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** {@code 25 x 2}. */
    @Override
    public String toString() {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
