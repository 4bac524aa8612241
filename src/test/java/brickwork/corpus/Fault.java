package brickwork.corpus;

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
