package brickwork.data;

import brickwork.model.DataSource;
import brickwork.model.HostCodeException;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A source of the host program under its name, which is in all that is said of it. */
record HostSource(String name, CustomSource source) {

    Set<String> options() {
        try {
            return Set.copyOf(source.options());
        } catch (RuntimeException fault) {
            throw failed("options()", fault);
        }
    }

    /** Its samples; what it refuses is a fault of the text. */
    SampleTable open(DataSource.Registered named, long seed) throws DataFault {
        try {
            var table = source.open(named.options(), seed);
            if (table == null) {
                throw new NullPointerException("it gave null in the place of samples");
            }
            return table;
        } catch (IllegalArgumentException refused) {
            throw DataFault.of(Code.NN035, named.origin(), named.word() + " does not take these options: " + refused.getMessage(),
                    "see what the program that offers " + named.word() + " says of it");
        } catch (RuntimeException fault) {
            throw failed("open(" + written(named.options()) + ", seed " + seed + ")", fault);
        }
    }

    private HostCodeException failed(String call, RuntimeException fault) {
        return new HostCodeException("source `" + name + "`", call, fault);
    }

    private static String written(Map<String, Double> options) {
        return options.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(option -> option.getKey() + " " + DecimalText.of(option.getValue())).collect(Collectors.joining(", ", "{", "}"));
    }
}
