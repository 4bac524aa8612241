package brickwork;

import brickwork.train.metric.Metrics;
import java.util.List;

/**
 * How well a network does on the rows of a file.
 *
 * @param rows       how many there are
 * @param metrics    over all of them, dropout off
 * @param classNames in the order of the matrix; empty where there are no classes
 * @param confusion  how many rows of a class (the outer list) are taken for a class (the inner one); empty where there are no classes
 */
public record FileEvaluation(int rows, Metrics metrics, List<String> classNames, List<List<Integer>> confusion) {

    public FileEvaluation {
        classNames = List.copyOf(classNames);
        confusion = confusion.stream().map(List::copyOf).toList();
    }
}
