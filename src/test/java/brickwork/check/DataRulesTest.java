package brickwork.check;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.check.DataCatalog.Answer;
import brickwork.check.DataCatalog.Targets;
import brickwork.model.DataSource;
import brickwork.model.Specification;
import brickwork.source.Code;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.syntax.SpecParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataRulesTest {

    static Stream<Arguments> sources() {
        return Specs.table("""
                data moons samples 100 noise 0.2 seed 3 | layer 1 sigmoid | loss bce => ok
                data moons sample 100 | layer 1 sigmoid | loss bce => ok
                data moonz samples 100 | layer 1 sigmoid | loss bce => NN060@1:6
                data moons | layer 1 sigmoid | loss bce => NN061@1:6
                data moons sampels 100 | layer 1 sigmoid | loss bce => NN051@1:12
                data moons samples 0 noise -1 | layer 1 sigmoid | loss bce => NN033@1:20 NN035@1:28
                data moons samples 10 samples 20 | layer 1 sigmoid | loss bce => NN020@1:23
                data moons samples 10 turns 2 | layer 1 sigmoid | loss bce => NN051@1:23
                data xor samples 10 | layer 1 sigmoid | loss bce => NN051@1:10
                data moons samples 1e9 | layer 1 sigmoid | loss bce => NN036@1:20
                data blobs samples 1e8 features 1e3 | layer 1 sigmoid | loss bce => NN036@1:33
                data blobs samples 3 classes 4 | layer 4 softmax | loss cross_entropy => NN067@1:30
                data circles samples 10 noise 0.1 factor 0.3 | layer 1 sigmoid | loss bce => ok
                data rows [ 1 2 -> 3; 4 -> 5 6; 7 8 -> 9 ] | layer 1 linear | loss mse => NN062@1:23 NN062@1:28
                data rows [ 1 2 -> nope; 4 5 -> 6 ] | layer 1 linear | loss mse => NN030@1:20
                data csv "flowers.csv" target species | layer 1 sigmoid | loss bce => ok
                data csv "flowers.csv" target species, species | layer 1 sigmoid | loss bce => NN064@1:40
                data csv "flowers.csv" target 3 features 1, 3 | layer 1 sigmoid | loss bce => NN064@1:45
                data csv "flowers.csv" target (0) | layer 1 sigmoid | loss bce => NN033@1:31
                data csv "flowers.csv" target "spezies" | layer 1 sigmoid | loss bce => NN063@1:31
                """);
    }

    static Stream<Arguments> targets() {
        return Specs.table("""
                data xor | layer 1 sigmoid | loss bce => ok
                data xor | layer 2 softmax | loss cross_entropy => ok
                data xor | layer 3 sigmoid | loss bce => NN014@2:7
                data iris | layer 3 softmax | loss cross_entropy => ok
                data iris | layer 1 sigmoid | loss mse => NN014@2:7
                data iris | layer 4 tanh -> 2 + 0 softmax | loss cross_entropy => NN014@2:17
                data iris | layer 2 softmaxx | loss cross_entropy => NN014@2:7 NN016@2:9
                data sine samples 9 | layer 2 linear | loss mse => NN014@2:7
                data rows [ 1 -> 0 1 ] | layer 1 linear | loss mse => NN014@2:7
                data rows [ 1 -> 0 1 ] | layer 2 linear | loss mse => ok
                """);
    }

    static Stream<Arguments> splits() {
        return Specs.table("""
                data iris | split test 20% validation 10% stratified in order | layer 3 softmax | loss cross_entropy => ok
                data iris | split test 20 | layer 3 softmax | loss cross_entropy => NN034@2:12
                data iris | split test 0 validation 1 | layer 3 softmax | loss cross_entropy => NN034@2:12 NN034@2:25
                data iris | split test 60% validation 40% | layer 3 softmax | loss cross_entropy => NN065@2:27
                data xor | split test 80% | layer 1 sigmoid | loss bce => NN065@2:12
                data xor | split test 50% validation 30% | layer 1 sigmoid | loss bce => NN065@2:27
                data sine samples 90 | split test 20% stratified | layer 1 linear | loss mse => NN066@2:16
                data rows [ 1 -> 0; 2 -> 1; 3 -> 0 ] | split test 20% stratified | layer 1 sigmoid | loss bce => ok
                layer 2 -> 1 linear | loss mse | split test 20% stratified | scale standard => ok
                """);
    }

    @ParameterizedTest
    @MethodSource({"sources", "targets", "splits"})
    void eachFaultIsToldOnceAtItsPlace(String text, String expected) {
        assertThat(Specs.summary(Specs.check(text))).isEqualTo(expected);
    }

    private static Outcome<Specification> check(String text, ShapeCatalog catalog) {
        return Checker.check(SpecParser.parse(new SourceText("spec.nn", text)), catalog);
    }

    @Test
    void wholeNumbersAreClassesUnderSoftmaxAndRealElsewhere() {
        var catalog = new ShapeCatalog().with("x.csv", new Answer.Known(9, 2, new Targets.Whole(3), false, 0, 2, false));
        assertThat(Specs.summary(check("data csv \"x.csv\" target y\nlayer 3 softmax\nloss cross_entropy", catalog))).isEqualTo("ok");
        assertThat(Specs.summary(check("data csv \"x.csv\" target y\nlayer 1 linear\nloss mse", catalog))).isEqualTo("ok");
        assertThat(Specs.summary(check("data csv \"x.csv\" target y\nlayer 3 linear\nloss mse", catalog))).isEqualTo("NN014@2:7");
        assertThat(Specs.summary(check("data csv \"x.csv\" target y\nlayer 2 softmax\nloss mse", catalog))).isEqualTo("NN014@2:7");
        assertThat(
                Specs.summary(check("data csv \"x.csv\" target y\nlayer 1 linear\nloss mse\ntrain 9 epochs\nexpect accuracy > 0", catalog)))
                .isEqualTo("NN073@5:8");
    }

    @Test
    void aClosedFileIsToldWhereItIsNamedAndSilencesWhatDependsOnIt() {
        var closed = new Answer.Unreadable(Code.NN063, "cannot read gone.npz", Origin.NONE, "is it beside the spec?");
        var catalog = new ShapeCatalog().with("gone.npz", closed);
        var outcome = check("data npz \"gone.npz\" inputs \"x\" targets \"y\"\nlayer 3 linear\nloss mse\nsplit test 20% stratified",
                catalog);
        assertThat(Specs.summary(outcome)).isEqualTo("NN063@1:10");
        assertThat(outcome.diagnostics().getFirst().help()).contains("is it beside the spec?");
    }

    @Test
    void aRegisteredSourceIsKnownWithItsOptions() {
        var catalog = new ShapeCatalog().register("plant", Set.of("noise", "days"),
                new Answer.Known(9, 2, new Targets.Reals(1), false, 0, 1, false));
        var outcome = check("data plant days 3\nlayer 1 linear\nloss mse", catalog);
        assertThat(Specs.summary(outcome)).isEqualTo("ok");
        assertThat(((Outcome.Success<Specification>) outcome).value().data().source())
                .isEqualTo(Optional.of(new DataSource.Registered("plant", Map.of("days", 3.0), Origin.NONE)));
        assertThat(Specs.summary(check("data plant day 3\nlayer 1 linear\nloss mse", catalog))).isEqualTo("NN051@1:12");
        assertThat(check("data plent\nlayer 1 linear\nloss mse", catalog).diagnostics().getFirst().help())
                .contains("did you mean `plant`?");
    }

    @Test
    void anUnknownArrayIsGuessed() {
        var catalog = new ShapeCatalog().with("a.npz", new Answer.UnknownName("labls", Origin.NONE, "array", List.of("images", "labels")));
        var fault = check("data npz \"a.npz\" inputs \"images\" targets \"labls\"\nlayer 1 linear\nloss mse", catalog).diagnostics()
                .getFirst();
        assertThat(fault.message()).isEqualTo("unknown array `labls`");
        assertThat(fault.help()).contains("did you mean `labels`?");
    }
}
