package brickwork.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fault planted in the product, and the statements that must find it.
 *
 * @param name    what is wrong, in a few words; no two faults share one
 * @param changes to the product's source; several of one file are made one after the other
 * @param catches at least one
 */
record Fault(String name, List<Change> changes, List<Catch> catches) {

    Fault {
        changes = List.copyOf(changes);
        catches = List.copyOf(catches);
    }

    /**
     * A statement that fails because of the fault.
     *
     * @param evidence what its evidence must name
     */
    record Catch(Statement statement, String evidence) {}

    static Fault of(String name) {
        return new Fault(name, List.of(), List.of());
    }

    /** In {@code file}, {@code to} stands in the place of {@code from}. */
    Fault at(String file, String from, String to) {
        var more = new ArrayList<>(changes);
        more.add(new Change(file, from, to));
        return new Fault(name, more, catches);
    }

    /** Files that hold copies of constants that the changed file defines, and must be compiled again with it. */
    Fault touching(String... files) {
        var more = new ArrayList<>(changes);
        for (var file : files) {
            more.add(new Change(file, "", ""));
        }
        return new Fault(name, more, catches);
    }

    /** The statement of the suite fails, and says {@code evidence} among other things. */
    Fault caughtBy(Suite suite, String evidence) {
        return caughtBy(new Statement(suite, ""), evidence);
    }

    /** The statement of the suite fails for the examples that begin with {@code example}, and says {@code evidence} among other things. */
    Fault caughtBy(Suite suite, String example, String evidence) {
        return caughtBy(new Statement(suite, example), evidence);
    }

    private Fault caughtBy(Statement statement, String evidence) {
        var more = new ArrayList<>(catches);
        more.add(new Catch(statement, evidence));
        return new Fault(name, changes, more);
    }

    /** The changed files with their new text; where a statement is about single precision, their twins too. */
    Map<String, String> sources() {
        var sources = new LinkedHashMap<String, String>();
        for (var change : changes) {
            sources.put(change.file(), change.in(sources.computeIfAbsent(change.file(), Change::source), name));
        }
        var single = catches.stream().anyMatch(caught -> caught.statement().suite().isSingle());
        for (var file : single ? List.copyOf(sources.keySet()) : List.<String>of()) {
            Twin.of(file, sources.get(file)).ifPresent(twin -> sources.put(twin.file(), twin.text()));
        }
        return sources;
    }

    @Override
    public String toString() {
        return name;
    }
}
