package brickwork.check;

import brickwork.source.Code;
import brickwork.source.Span;
import brickwork.syntax.SpecTree;
import brickwork.syntax.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of a text by kind, and the rules about which may stand how often and where. */
record Statements(SpecTree tree, DiagnosticCollector faults) {

    private static final Set<Class<? extends Statement>> ONCE = Set.of(Statement.Version.class, Statement.Name.class, Statement.Seed.class,
            Statement.Precision.class, Statement.Data.class, Statement.Split.class, Statement.Scale.class, Statement.Loss.class,
            Statement.Optimizer.class, Statement.Clip.class, Statement.Train.class, Statement.Checkpoint.class);

    List<Statement> outermost() {
        return tree.statements();
    }

    /** Those inside repeats too, however deep they are nested. */
    List<Statement> everywhere() {
        var found = new ArrayList<Statement>();
        var left = new ArrayDeque<>(tree.statements());
        while (!left.isEmpty()) {
            var statement = left.pop();
            found.add(statement);
            if (statement instanceof Statement.Repeat repeat) {
                repeat.body().reversed().forEach(left::push);
            }
        }
        return found;
    }

    <S extends Statement> List<S> all(Class<S> kind) {
        return tree.statements().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <S extends Statement> Optional<S> first(Class<S> kind) {
        return tree.statements().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether a statement of a kind surely stands nowhere, not even where it may not. */
    boolean lacks(Class<? extends Statement> kind) {
        return readable() && everywhere().stream().noneMatch(kind::isInstance);
    }

    /** Whether every statement could be read; where not, nothing can be said to be missing. */
    boolean readable() {
        return everywhere().stream().noneMatch(Statement.Broken.class::isInstance);
    }

    void check() {
        checkDoubles();
        checkMissing();
        first(Statement.Version.class).ifPresent(this::checkPlaceOf);
    }

    private void checkPlaceOf(Statement.Version version) {
        var first = tree.statements().getFirst();
        if (first != version && !(first instanceof Statement.Broken)) {
            faults.add(Code.NN027, version.keyword(), "the version must be the first statement")
                    .note("this stands before it", first.keyword());
        }
    }

    private void checkDoubles() {
        Map<Class<? extends Statement>, Statement> firsts = new HashMap<>();
        for (var statement : tree.statements()) {
            var first = firsts.putIfAbsent(statement.getClass(), statement);
            if (first != null && ONCE.contains(statement.getClass())) {
                var word = faults.source().text(statement.keyword());
                faults.add(Code.NN010, statement.keyword(), "`" + word + "` stands twice")
                        .note("it stands here first", first.keyword())
                        .help(statement instanceof Statement.Loss ? "keep one of them, or join their terms by `+`" : "keep one of them");
            }
        }
    }

    private void checkMissing() {
        if (!readable()) {
            return;
        }
        if (tree.statements().isEmpty()) {
            faults.add(Code.NN011, new Span(0, 0), "this text says nothing")
                    .help("a spec needs layers and a loss: `layer 2 -> 1 sigmoid; loss bce`");
            return;
        }
        var end = tree.statements().getLast().span().end();
        var place = new Span(end, end);
        var noLayers = all(Statement.Layers.class).stream().allMatch(s -> s.layers().isEmpty()) && first(Statement.Repeat.class).isEmpty();
        var noLoss = lacks(Statement.Loss.class);
        if (noLayers && noLoss) {
            faults.add(Code.NN011, place, "this spec has no layers and no loss").help("add them, such as `layer 2 -> 1 sigmoid; loss bce`");
        } else if (noLayers) {
            faults.add(Code.NN011, place, "this spec has no layers").help("add one, such as `layer 2 -> 1 sigmoid`");
        } else if (noLoss) {
            faults.add(Code.NN011, place, "this spec has no loss").help("add one, such as `loss mse`");
        }
    }
}
