package brickwork.train;

/**
 * What one epoch met: means over its batches, each before its update and weighted by its size.
 *
 * @param epoch    from 0
 * @param loss     data loss plus penalty
 * @param dataLoss without penalties
 * @param accuracy from the same forward passes; NaN where there are no classes
 * @param rate     the rate of the epoch
 */
public record HistoryRow(int epoch, double loss, double dataLoss, double accuracy, double rate) {}
