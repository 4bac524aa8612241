package brickwork.check;

import brickwork.check.NumberRules.Bound;
import brickwork.model.DataSource;
import brickwork.source.Code;
import brickwork.source.Origin;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Which data sources can be named, what options each takes, and their defaults. An empty answer means that the fault is reported. */
final class SourceRules {

    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "xor", Set.of(),
            "iris", Set.of(),
            "digits", Set.of(),
            "quadrants", Set.of("samples", "seed"),
            "moons", Set.of("samples", "noise", "seed"),
            "circles", Set.of("samples", "noise", "factor", "seed"),
            "spirals", Set.of("samples", "noise", "turns", "classes", "seed"),
            "blobs", Set.of("samples", "classes", "features", "spread", "seed"),
            "sine", Set.of("samples", "noise", "seed"));

    private static final Set<String> WRITTEN_OTHERWISE = Set.of("rows", "csv", "idx", "npz");

    private final DataCatalog catalog;
    private final NumberRules quantities;
    private final DiagnosticCollector faults;

    SourceRules(DataCatalog catalog, NumberRules quantities, DiagnosticCollector faults) {
        this.catalog = catalog;
        this.quantities = quantities;
        this.faults = faults;
    }

    Optional<DataSource> source(Clause.Source source) {
        var written = new WrittenSources(quantities, faults);
        return switch (source) {
            case Clause.NamedSource named -> named(named);
            case Clause.RowsSource rows -> written.rows(rows);
            case Clause.CsvSource csv -> written.csv(csv);
            case Clause.IdxSource idx -> Optional.of(new DataSource.Idx(idx.images().value(), faults.origin(idx.images().span()),
                    idx.labels().value(), faults.origin(idx.labels().span()), faults.origin(idx.span())));
            case Clause.NpzSource npz -> Optional.of(new DataSource.Npz(npz.file().value(), faults.origin(npz.file().span()),
                    npz.inputs().value(), faults.origin(npz.inputs().span()), npz.targets().value(), faults.origin(npz.targets().span()),
                    faults.origin(npz.span())));
        };
    }

    /** The words that name a source, for notes. */
    Span place(Clause.Source source) {
        return switch (source) {
            case Clause.NamedSource named -> named.name().span();
            case Clause.CsvSource csv -> csv.file().span();
            case Clause.IdxSource idx -> idx.images().span();
            case Clause.NpzSource npz -> npz.file().span();
            case Clause.RowsSource rows -> rows.rows().isEmpty() ? rows.span() : rows.rows().getFirst().span();
        };
    }

    private Optional<DataSource> named(Clause.NamedSource source) {
        var word = source.name().text();
        var registered = catalog.registered();
        if (!OPTIONS.containsKey(word) && !registered.contains(word)) {
            var known = new HashSet<>(OPTIONS.keySet());
            known.addAll(WRITTEN_OTHERWISE);
            known.addAll(registered);
            faults.unknown(Code.NN060, source.name(), "data source", known);
            source.options().forEach(option -> option.value().ifPresent(quantities::number));
            return Optional.empty();
        }
        var takes = OPTIONS.containsKey(word) ? OPTIONS.get(word) : catalog.optionsOf(word);
        var options = new OptionList(source.name(), source.options(), takes, Set.of(), Map.of(), quantities, faults);
        var origin = faults.origin(source.span());
        return switch (word) {
            case "xor" -> Optional.of(new DataSource.Xor(origin));
            case "iris" -> Optional.of(new DataSource.Iris(origin));
            case "digits" -> Optional.of(new DataSource.Digits(origin));
            case String _ when OPTIONS.containsKey(word) -> generated(source, options, origin);
            case String _ -> registered(word, takes, options, origin);
        };
    }

    private Optional<DataSource> registered(String word, Set<String> takes, OptionList options, Origin origin) {
        var values = new HashMap<String, Double>();
        for (var name : takes) {
            if (options.has(name)) {
                options.number(name, 0, Bound.ANY).ifPresent(value -> values.put(name, value));
            }
        }
        return options.isFaulty() ? Optional.empty() : Optional.of(new DataSource.Registered(word, values, origin));
    }

    private Optional<DataSource> generated(Clause.NamedSource source, OptionList options, Origin origin) {
        var word = source.name().text();
        var samples = samples(source, options);
        var noise = options.number("noise", 0, Bound.NOT_NEGATIVE);
        var factor = options.number("factor", 0.5, Bound.NOT_NEGATIVE);
        var turns = options.number("turns", 1, Bound.ANY);
        var spread = options.number("spread", 1, Bound.NOT_NEGATIVE);
        var classes = options.count("classes", 2, Limits.SAMPLES);
        var features = options.count("features", 2, Limits.PARAMETERS);
        var seed = options.seed();
        if (samples.isEmpty() || noise.isEmpty() || factor.isEmpty() || turns.isEmpty() || spread.isEmpty() || classes.isEmpty()
                || features.isEmpty() || seed.isEmpty()) {
            return Optional.empty();
        }
        var n = samples.getAsInt();
        if (!roomy(n, features.getAsInt(), classes.getAsInt(), options)) {
            return Optional.empty();
        }
        return Optional.of(switch (word) {
            case "quadrants" -> new DataSource.Quadrants(n, seed.get(), origin);
            case "moons" -> new DataSource.Moons(n, noise.getAsDouble(), seed.get(), origin);
            case "circles" -> new DataSource.Circles(n, noise.getAsDouble(), factor.getAsDouble(), seed.get(), origin);
            case "spirals" -> new DataSource.Spirals(n, noise.getAsDouble(), turns.getAsDouble(), classes.getAsInt(), seed.get(), origin);
            case "blobs" -> new DataSource.Blobs(n, classes.getAsInt(), features.getAsInt(), spread.getAsDouble(), seed.get(), origin);
            case String _ -> new DataSource.Sine(n, noise.getAsDouble(), seed.get(), origin);
        });
    }

    private OptionalInt samples(Clause.NamedSource source, OptionList options) {
        if (!options.has("samples")) {
            if (!options.isFaulty()) {
                var word = source.name().text();
                faults.add(Code.NN061, source.name().span(), word + " needs the number of samples")
                        .help("such as `" + word + " samples 500`");
            }
            return OptionalInt.empty();
        }
        return options.isFaulty() && options.option("samples").flatMap(Clause.Option::value).isEmpty()
                ? OptionalInt.empty()
                : options.count("samples", 0, Limits.SAMPLES);
    }

    /** Whether the numbers of a generated set are not too many, and its samples enough for its classes. */
    private boolean roomy(int samples, int features, int classes, OptionList options) {
        if ((long) samples * features > Limits.NUMBERS) {
            faults.add(Code.NN036, place(options, "features"), "this makes " + Limits.text((long) samples * features)
                    + " numbers; a data set may have " + Limits.text(Limits.NUMBERS) + " at most");
            return false;
        }
        if (options.has("classes") && classes > samples) {
            faults.add(Code.NN067, place(options, "classes"),
                    DiagnosticCollector.counted(samples, "sample") + " cannot show " + classes + " classes");
            return false;
        }
        return true;
    }

    private static Span place(OptionList options, String name) {
        var option = options.option(name).orElseThrow();
        return option.value().map(v -> v.span()).orElse(option.span());
    }
}
