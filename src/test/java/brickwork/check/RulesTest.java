package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that is not about layers: text on the left, codes and places on the right. */
class RulesTest {

    static Stream<Arguments> statements() {
        return Specs.table("""
                layer 2 -> 1 linear | loss mse | seed 1 | seed 2 => NN010@4:1
                layer 2 -> 1 linear | loss mse | loss msee => NN010@3:1 NN040@3:6
                layer 2 -> 1 linear | loss mse | loss bce => NN010@3:1
                layer 2 -> 1 linear | loss mse | clip norm 1 | clip value 1 => NN010@4:1
                layer 2 -> 1 linear | loss mse | network a | network b | network c => NN010@4:1 NN010@5:1
                layer 2 -> 1 linear => NN011@1:20
                loss mse => NN011@1:9
                seed 1 => NN011@1:7
                # nothing => NN011@1:1
                layer 2 -> 1 linear | los mse => NN002@2:1
                nn 1 | layer 2 -> 1 linear | loss mse => ok
                layer 2 -> 1 linear | nn 1 | loss mse => NN027@2:1
                nn 2 | layer 2 -> 1 linear | loss mse => NN026@1:4
                nn 0 | layer 2 -> 1 linear | loss mse => NN033@1:4
                nn 1.5 | layer 2 -> 1 linear | loss mse => NN033@1:4
                seed 1.5 | layer 2 -> 1 linear | loss mse => NN035@1:6
                seed -1 | layer 2 -> 1 linear | loss mse => NN035@1:6
                seed 1e16 | layer 2 -> 1 linear | loss mse => NN036@1:6
                precision f65 | layer 2 -> 1 linear | loss mse => NN056@1:11
                scale by 0 | layer 2 -> 1 linear | loss mse => NN035@1:10
                """);
    }

    static Stream<Arguments> constants() {
        return Specs.table("""
                let a = 3 | let b = a * 2 | layer 2 -> b linear | loss mse => ok
                let a = b | let b = 2 | layer 2 -> a linear | loss mse => NN032@1:9
                let a = a | layer 2 -> a linear | loss mse => NN032@1:9
                let a = 2 | let a = 3 | layer 2 -> a linear | loss mse => NN031@2:5
                layer 2 -> n linear | loss mse | let n = 3 => NN032@1:12
                layer 2 -> n linear | loss mse => NN030@1:12
                let n = | layer 2 -> n linear | loss mse => NN001@1:8
                const n = 3 | layer 2 -> n linear | loss mse => NN002@1:1
                let n = 1 / 0 | layer 2 -> n linear | loss mse => NN037@1:13
                let n = 1 / (2 - 2) | layer 2 -> n linear | loss mse => NN037@1:13
                let n = 1e308 * 10 | layer 2 -> n linear | loss mse => NN037@1:9
                let n = 1e400 | layer 2 -> n linear | loss mse => NN092@1:9
                let n = --3 | layer 2 -> n linear | loss mse => ok
                let n = (1 + 2) * 3 - 8 / 4 | layer 2 -> n linear | loss mse => ok
                layer 2 -> hiden + hiden linear | loss mse => NN030@1:12 NN030@1:20
                """);
    }

    static Stream<Arguments> losses() {
        return Specs.table("""
                layer 2 -> 1 sigmoid | loss 0.5 * sse + mae + huber 0.7 + bce + 2 * l1 1e-3 + l2 1e-4/50 => ok
                layer 2 -> 1 sigmoid | loss mse + msee + l3 1 => NN040@2:12 NN040@2:19
                layer 2 -> 1 sigmoid | loss mse + l2 => NN041@2:12
                layer 2 -> 1 sigmoid | loss mse 2 => NN041@2:10
                layer 2 -> 1 sigmoid | loss l1 1 + l2 1 => NN042@2:6
                layer 2 -> 1 sigmoid | loss mse + l2 (-1) => NN035@2:15
                layer 2 -> 1 sigmoid | loss huber 0 => NN035@2:12
                layer 2 -> 1 tanh | loss mse + bce => NN043@2:12
                layer 2 -> 1 softmaxx | loss bce => NN016@1:14
                layer 2 -> 1 sigmoid | loss cross_entropy => NN044@2:6
                layer 2 -> 1 sigmoid | loss mse + l2 1e200 * 1e200 => NN037@2:15
                layer 2 -> 1 sigmoid | loss 1e200 * l2 1e200 + mse => NN037@2:6
                """);
    }

    static Stream<Arguments> optimizers() {
        return Specs
                .table("""
                        layer 2 -> 1 linear | loss mse | optimizer sgd rate 0.1 momentum 0.9 nesterov warmup 2 epochs decay step 0.5 every \
                        2 epochs => ok
                        layer 2 -> 1 linear | loss mse | optimizer adamw rate 0.1 beta1 0.8 beta2 0.9 epsilon 1e-6 decay 0.1 decay cosine \
                        to 0 => ok
                        layer 2 -> 1 linear | loss mse | optimizer rmsprop alpha 0.9 plateau 0.5 after 3 epochs => ok
                        layer 2 -> 1 linear | loss mse | optimizer adagrad decay inverse 0.1 => ok
                        layer 2 -> 1 linear | loss mse | optimizer sdg rate 0.1 => NN050@3:11
                        layer 2 -> 1 linear | loss mse | optimizer sgd rate 0 => NN035@3:20
                        layer 2 -> 1 linear | loss mse | optimizer sgd rate -0.1 => NN035@3:20
                        layer 2 -> 1 linear | loss mse | optimizer adam momentum 0.9 => NN051@3:16
                        layer 2 -> 1 linear | loss mse | optimizer adam rate 0.1 nesterov => NN051@3:25
                        layer 2 -> 1 linear | loss mse | optimizer adam decay 0.1 => NN051@3:16
                        layer 2 -> 1 linear | loss mse | optimizer sgd beta1 0.9 => NN051@3:15
                        layer 2 -> 1 linear | loss mse | optimizer adam beta1 1 beta2 1 => NN035@3:22 NN035@3:30
                        layer 2 -> 1 linear | loss mse | optimizer sgd ratte 0.1 => NN051@3:15
                        layer 2 -> 1 linear | loss mse | optimizer sgd rate 0.1 rate 0.2 => NN020@3:24
                        layer 2 -> 1 linear | loss mse | optimizer sgd nesterov => NN053@3:15
                        layer 2 -> 1 linear | loss mse | optimizer sgd momentum 0 nesterov => NN053@3:26
                        layer 2 -> 1 linear | loss mse | optimizer sgd momentum 2 nesterov => NN035@3:24
                        layer 2 -> 1 linear | loss mse | optimizer sgd decay step 0 every 0 epochs => NN035@3:26 NN033@3:34
                        layer 2 -> 1 linear | loss mse | optimizer sgd decay linear to -1 => NN035@3:31
                        layer 2 -> 1 linear | loss mse | optimizer sgd warmup 0 epochs => NN033@3:22
                        layer 2 -> 1 linear | loss mse | clip norm 0 => NN035@3:11
                        layer 2 -> 1 linear | loss mse | clip vaule 0 => NN054@3:6 NN035@3:12
                        """);
    }

    static Stream<Arguments> training() {
        return Specs.table("""
                layer 2 -> 1 linear | loss mse | train 10 epochs batch full in order | checkpoint every 5 epochs => ok
                layer 2 -> 1 linear | loss mse | train 0 epochs batch 0 => NN033@3:7 NN033@3:22
                layer 2 -> 1 linear | loss mse | train 2147483647 epochs => ok
                layer 2 -> 1 linear | loss mse | train 2147483648 epochs => NN036@3:7
                layer 2 -> 1 linear | loss mse | checkpoint every 1/2 epochs => NN033@3:18
                layer 2 -> 1 linear | loss mse | stop when loss < 0.1 for 3 epochs | stop when mae stalls 5 epochs keep best => ok
                layer 2 -> 1 linear | loss mse | stop when los < 0.1 for 0 epochs => NN070@3:11 NN033@3:25
                data sine samples 50 | layer 1 linear | loss mse | stop when accuracy > 90% => NN073@4:11
                data sine samples 50 | layer 1 linear | loss mse | stop when f1 stalls 3 epochs => NN073@4:11
                """);
    }

    static Stream<Arguments> expectations() {
        return Specs
                .table("""
                        data iris | split test 20% validation 10% | layer 3 softmax | loss cross_entropy | train 9 epochs | expect \
                        accuracy on validation >= 90% within 5 epochs for at least 100% of 3 seeds => ok
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect output for [0 1] = [1] within 0.1 | expect loss = \
                        0.1 within 0.1 | expect mse < 1 for every seed in 0 .. 9 => ok
                        data xor | layer 2 sigmoid | loss bce | train 9 epochs | expect accuracy on test >= 90% => NN072@5:20
                        data iris | split test 20% | layer 3 softmax | loss cross_entropy | train 9 epochs | expect f1 on validation >= \
                        90% => NN072@6:14
                        data iris | split test | layer 3 softmax | loss cross_entropy | train 9 epochs | expect f1 on test >= 90% => \
                        NN001@2:11
                        data xor | layer 2 sigmoid | loss bce | train 9 epochs | expect accuracy on trian >= 90% => NN071@5:20
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect accurate > 1 for at least 90 of 0 seeds => \
                        NN070@5:8 NN034@5:34 NN033@5:40
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect mse < 1 within 0.1 => NN074@5:23
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect mse = 1 within -0.1 => NN035@5:23
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect mse < 1 within 0 epochs => NN033@5:23
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect mse < 1 for every seed in 3 .. 1 => NN078@5:34
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect mse < 1 for every seed in 0 .. 1e9 => NN036@5:34
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect output for [0 1 2] = [1 2] within 0.1 => \
                        NN076@5:19 NN076@5:29
                        data sine samples 9 | layer 1 linear | loss mse | train 9 epochs | expect accuracy > 0.5 | expect r2 > 0.5 => \
                        NN073@5:8
                        data rows [ 1 -> 0; 2 -> 1 ] | layer 1 sigmoid | loss mse | train 9 epochs | expect accuracy > 0.5 => ok
                        data rows [ 1 -> 0 1; 2 -> 1 0 ] | layer 2 sigmoid | loss mse | train 9 epochs | expect accuracy > 0.5 => ok
                        data rows [ 1 -> 1 1; 2 -> 1 0 ] | layer 2 sigmoid | loss mse | train 9 epochs | expect accuracy > 0.5 => NN073@5:8
                        layer 2 -> 1 linear | loss mse | expect gradcheck norm < 1e-7 | expect gradcheck <= 1e-7 => ok
                        layer 2 -> 1 linear | loss mse | expect gradcheck = 0 => NN075@3:18 NN035@3:20
                        data xor | layer 1 sigmoid | loss bce | expect initial loss = 0.7 within 0.1 => ok
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect fingerprint = \
                        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855" => NN077@5:22
                        data xor | layer 1 sigmoid | loss bce | train 9 epochs | expect fingerprint = \
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" => ok
                        """);
    }

    @ParameterizedTest
    @MethodSource({"statements", "constants", "losses", "optimizers", "training", "expectations"})
    void eachFaultIsToldOnceAtItsPlace(String text, String expected) {
        assertThat(Specs.summary(Specs.check(text))).isEqualTo(expected);
    }
}
