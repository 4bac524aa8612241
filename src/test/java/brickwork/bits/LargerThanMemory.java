package brickwork.bits;

import brickwork.Brickwork;
import brickwork.NeuralSpec;
import brickwork.data.SampleStream;
import brickwork.data.SampleTable;
import java.util.List;

/** A program that trains on half a million rows of 256 bytes, streamed or held in memory, and says what came of it. */
final class LargerThanMemory {

    static final int ROWS = 500_000;
    private static final int INPUTS = 31;

    static final long BYTES = (INPUTS + 1L) * Double.BYTES * ROWS;

    private static final String TEXT = """
            split test 10%
            scale standard
            layer 31 -> 8 relu -> 1 sigmoid
            loss bce
            train 2 epochs batch 1000 shuffle within 20_000
            """;

    private LargerThanMemory() {}

    /** Any row at any time, drawn by splitmix64 from its number. */
    private record Rows(int inputs, int targets) implements SampleStream {

        @Override
        public Cursor open() {
            return new Cursor() {
                private int row;

                @Override
                public boolean next(double[] into, double[] target) {
                    var sum = 0.0;
                    for (var i = 0; i < into.length; i++) {
                        into[i] = number((long) row * into.length + i);
                        sum += (i % 3 - 1) * into[i];
                    }
                    target[0] = sum > 0 ? 1 : 0;
                    return row++ < ROWS;
                }
            };
        }

        private static double number(long at) {
            var z = (at + 1) * 0x9E37_79B9_7F4A_7C15L;
            z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
            z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
            return ((z ^ z >>> 31) >> 11) * 0x1p-52;
        }
    }

    public static void main(String[] arguments) {
        var stream = new Rows(INPUTS, 1);
        NeuralSpec spec = Brickwork.standard().compile(TEXT);
        var outcome = switch (arguments[0]) {
            case "streamed" -> spec.streaming(stream).train();
            case "held" -> spec.withData(SampleTable.collect(stream)).train();
            default -> throw new IllegalArgumentException(List.of(arguments).toString());
        };
        System.out.println("heap " + Runtime.getRuntime().maxMemory());
        System.out.println("fingerprint " + outcome.report().fingerprint());
        outcome.report().metrics().forEach((part, metrics) -> System.out.println(part + " " + metrics));
    }
}
