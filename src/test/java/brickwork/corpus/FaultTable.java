package brickwork.corpus;

import java.util.stream.Collectors;

/** The page that tells which statement found which fault. */
final class FaultTable {

    private static final String HEAD = """
            # Planted faults

            Each of these %d faults is planted in the product's own source, and each is found by statements anyone can make about a \
            training: every statement holds of the product as it is, and fails with the fault. The test `PlantedBugCorpusTest` plants them \
            and keeps this page; the statements are the features in `src/test/resources/brickwork/corpus/suite`. \
            A sentence is the one that failed.
            """;

    private FaultTable() {}

    static String of(Verdicts verdicts) {
        var page = new StringBuilder(HEAD.replace("%d", String.valueOf(Corpus.faults().count())));
        Corpus.chapters().forEach((chapter, faults) -> {
            page.append("\n## ").append(chapter)
                    .append("\n\n| fault | planted in | found by | because this is false |\n| --- | --- | --- | --- |\n");
            for (var fault : faults) {
                var answers = verdicts.of(fault);
                for (var i = 0; i < answers.size(); i++) {
                    page.append("| ").append(i == 0 ? fault.name() : "").append(" | ").append(i == 0 ? places(fault) : "")
                            .append(" | ").append(fault.catches().get(i).statement()).append(" | ").append(answers.get(i).sentence())
                            .append(" |\n");
                }
            }
        });
        return page.toString();
    }

    private static String places(Fault fault) {
        return fault.changes().stream().filter(change -> !change.from().isEmpty()).map(change -> "`" + change.file() + "`").distinct()
                .collect(Collectors.joining(", "));
    }
}
