package chai;

import java.util.List;

/**
 * What a well-meaning client trains, and the answer that never may differ.
 *
 * @param row a row to predict
 */
record GoodJob(String spec, String row) {

    static final GoodJob XOR = new GoodJob("""
            data xor
            layer 2 -> 3 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.05
            train 500 epochs batch full
            """, "0 1");

    static final List<GoodJob> ALL = List.of(XOR, new GoodJob("""
            data moons samples 300 noise 0.1
            split test 20%
            scale standard
            layer 2 -> 16 gelu norm -> 1 sigmoid
            loss bce + l2 1e-4
            optimizer adam rate 0.01
            train 30 epochs batch 32
            """, "0.5 0.2"), new GoodJob("""
            seed 7
            precision f64
            data iris
            split test 20% stratified
            scale standard
            layer 4 -> 10 relu dropout 10% -> 3 softmax
            loss cross_entropy
            train 40 epochs batch 16
            """, "5.1 3.5 1.4 0.2"), new GoodJob("""
            data spirals samples 200 noise 0.05
            layer 2 -> 20 tanh -> 10 silu -> 1 sigmoid
            loss bce
            optimizer rmsprop rate 0.003
            train 50 epochs
            """, "-0.3 0.8"));
}
