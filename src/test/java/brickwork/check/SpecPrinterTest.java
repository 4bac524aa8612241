package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.syntax.SpecPrinter;
import org.junit.jupiter.api.Test;

class SpecPrinterTest {

    @Test
    void showsEveryDefault() {
        var network = Specs
                .network("data moons samples 100\nlet h = 3\nrepeat 2 { layer h relu }\nlayer 1 sigmoid\nloss bce\ntrain 9 epochs");
        assertThat(SpecPrinter.print(network)).isEqualTo("""
                nn 1
                seed 0
                precision f32
                data moons samples 100 noise 0
                layer 2 -> 3 relu init he bias zeros
                layer 3 -> 3 relu init he bias zeros
                layer 3 -> 1 sigmoid init xavier bias zeros
                loss bce
                optimizer sgd rate 0.01 momentum 0
                train 9 epochs batch 32 shuffle
                """);
    }

    @Test
    void namesFilesAndColumnsInQuotes() {
        var network = Specs.network("data csv \"flowers.csv\" target species features 1, \"sepal\"\nlayer 1 sigmoid\nloss bce");
        assertThat(SpecPrinter.print(network)).contains("data csv \"flowers.csv\" target \"species\" features 1, \"sepal\"\n");
    }

    @Test
    void writesRowsOut() {
        var network = Specs.network("data rows [ 0 -1 -> 1e-9; 2, 3 -> 50% ]\nlayer 1 sigmoid\nloss bce");
        assertThat(SpecPrinter.print(network)).contains("data rows [ 0 -1 -> 1e-9; 2 3 -> 0.5 ]\n");
    }

    @Test
    void whatIsPrintedMeansTheSame() {
        var generator = new SpecGenerator(20_250_101);
        for (var i = 0; i < Integer.getInteger("texts", 100); i++) {
            var text = generator.spec();
            var network = Specs.network(text);
            var printed = SpecPrinter.print(network);
            var again = Specs.network(printed);
            assertThat(again).as(text).isEqualTo(network);
            assertThat(SpecPrinter.print(again)).isEqualTo(printed);
        }
    }
}
