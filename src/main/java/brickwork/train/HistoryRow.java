package brickwork.train;

/**
 * What one epoch met: means over its batches, each before its update and weighted by its size; and what its end comes to on the validation
 * part where there is one, dropout off.
 *
 * @param epoch              from 0
 * @param loss               data loss plus penalty
 * @param dataLoss           without penalties
 * @param accuracy           from the same forward passes; NaN where there are no classes
 * @param rate               the rate of the epoch
 * @param validationLoss     data loss plus penalty over the validation part after the epoch; NaN where there is none
 * @param validationDataLoss without penalties
 * @param validationAccuracy likewise; NaN where there are no classes
 */
public record HistoryRow(int epoch, double loss, double dataLoss, double accuracy, double rate, double validationLoss,
        double validationDataLoss, double validationAccuracy) {

    /** Where there is no validation part. */
    public HistoryRow(int epoch, double loss, double dataLoss, double accuracy, double rate) {
        this(epoch, loss, dataLoss, accuracy, rate, Double.NaN, Double.NaN, Double.NaN);
    }
}
