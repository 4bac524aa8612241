package brickwork.train;

import brickwork.model.Optimizer;
import brickwork.model.Schedule;

/** The rates of a training, epoch by epoch. Only plateau remembers anything. */
final class RateSchedule {

    private final Optimizer optimizer;
    private final int epochs;
    private Memory memory;

    /**
     * What plateau remembers.
     *
     * @param rate the rate it has come down to
     * @param best the lowest loss seen, or infinity
     * @param idle epochs since then, or since the rate last fell
     */
    record Memory(double rate, double best, int idle) {

        /** The three numbers, doubles as hexadecimal literals. */
        String text() {
            return Double.toHexString(rate) + " " + Double.toHexString(best) + " " + idle;
        }

        /**
         * Reads what {@link #text()} wrote.
         *
         * @throws IllegalArgumentException where it is no such text
         */
        static Memory of(String text) {
            var numbers = text.split(" ");
            if (numbers.length != 3) {
                throw new IllegalArgumentException("its rate is not made of three numbers");
            }
            return new Memory(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Integer.parseInt(numbers[2]));
        }
    }

    RateSchedule(Optimizer optimizer, int epochs) {
        this.optimizer = optimizer;
        this.epochs = epochs;
        this.memory = new Memory(optimizer.rate(), Double.POSITIVE_INFINITY, 0);
    }

    double rate(int epoch) {
        return Schedules.rate(optimizer, epoch, epochs, memory.rate());
    }

    boolean watchesLoss() {
        return optimizer.schedule().decay() instanceof Schedule.Plateau;
    }

    /** Takes the watched loss of an epoch that ended. A loss that is NaN is no improvement. */
    void observe(double loss) {
        if (!(optimizer.schedule().decay() instanceof Schedule.Plateau(var factor, var patience))) {
            return;
        }
        if (loss < memory.best()) {
            memory = new Memory(memory.rate(), loss, 0);
        } else if (memory.idle() + 1 < patience) {
            memory = new Memory(memory.rate(), memory.best(), memory.idle() + 1);
        } else {
            memory = new Memory(memory.rate() * factor, memory.best(), 0);
        }
    }

    Memory memory() {
        return memory;
    }

    void restore(Memory remembered) {
        memory = remembered;
    }
}
