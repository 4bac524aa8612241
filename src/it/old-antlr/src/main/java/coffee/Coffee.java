package coffee;

import brickwork.Brickwork;
import brickwork.source.InvalidSpecException;
import java.util.ArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.antlr.v4.runtime.RuntimeMetaData;

/** Trains beside an ANTLR that cannot read the tables of ours, and without what only the command needs. */
public final class Coffee {

    private Coffee() {}

    public static void main(String[] arguments) {
        require(RuntimeMetaData.VERSION.equals("4.9.3"), "the host's ANTLR is " + RuntimeMetaData.VERSION);
        require(present("brickwork.syntax.antlr.runtime.Parser"), "our ANTLR is not in the jar");
        require(!present("picocli.CommandLine"), "picocli came along");

        var log = Logger.getLogger("brickwork");
        var said = new ArrayList<String>();
        log.setUseParentHandlers(false);
        log.addHandler(new StreamHandler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getLevel() + " " + line.getMessage());
            }
        });

        var network = Brickwork.standard().compile("""
                data xor
                layer 2 -> 3 tanh -> 1 sigmoid
                loss bce
                optimizer adam rate 0.05
                train 500 epochs batch full
                """).train().orThrow();
        require(network.predict(0, 1)[0] > 0.9, "exclusive or was not learned");

        require(said.size() == 1 && said.getFirst().startsWith("WARNING the vector module is not in this JVM")
                && said.getFirst().contains("about four times as long"), "one warning about vectors was expected: " + said);

        try {
            Brickwork.standard().compile("layer 2 -> 1 sigmod; loss bce");
            throw new AssertionError("a misspelt word was accepted");
        } catch (InvalidSpecException refused) {
            require(refused.getMessage().contains("did you mean `sigmoid`?"), refused.getMessage());
        }
        System.out.println("coffee: trained and refused beside ANTLR " + RuntimeMetaData.VERSION);
    }

    private static boolean present(String type) {
        try {
            Class.forName(type);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
