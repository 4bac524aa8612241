package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {

    /** A word that is nearly known, that another library uses, or that is like nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    layer 2 -> 1 sigmod; loss mse               | did you mean `sigmoid`?
                    layer 2 -> 1 Sigmoid; loss mse              | did you mean `sigmoid`?
                    layer 2 -> 1 swish; loss mse                | did you mean `silu`?
                    layer 2 -> 1 blob; loss mse                 | there are elu, gelu, leaky_relu, linear, relu, selu, sigmoid, silu, \
                    softmax, softplus and tanh
                    layer 2 -> 1 linear; loss mean_squared_error | did you mean `mse`?
                    layer 2 -> 1 sigmoid; loss binary_crossentropy | did you mean `bce`?
                    layer 2 -> 1 linear init glorot; loss mse   | did you mean `xavier`?
                    layer 2 -> 1 linear; loss mse; optimizer adam lr 0.1 | did you mean `rate`?
                    layer 2 -> 1 linear; loss mse; optimizer adam weight_decay 0.1 | adam takes beta1, beta2, epsilon and rate
                    layer 2 -> 1 linear; loss mse; optimizer sgd beta1 0.1 | `beta1` belongs to adam or adamw
                    precision double; layer 2 -> 1 linear; loss mse | did you mean `f64`?
                    data xor samples 3; layer 1 sigmoid; loss mse | xor takes no options
                    layer 2 -> hidden relu; loss mse            | a constant stands before its use: `let hidden = 1`
                    layer 2 -> 1 linear; loss mse; split test 20 | for a share in per cent write `20%`
                    """)
    void namesTheCure(String text, String help) {
        assertThat(Specs.check(text).diagnostics()).singleElement().satisfies(fault -> assertThat(fault.help()).contains(help));
    }
}
