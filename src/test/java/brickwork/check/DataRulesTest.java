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
import org.junit.jupiter.api.Test;

class DataRulesTest {

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
