package brickwork.check;

import brickwork.model.DataSource;
import brickwork.model.Definition;
import brickwork.model.Language;
import brickwork.model.Limits;
import brickwork.model.Missing;
import brickwork.model.Parameter;
import brickwork.source.Code;
import brickwork.source.DecimalText;
import brickwork.source.Plural;
import brickwork.source.Span;
import brickwork.syntax.Clause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which data sources can be named, what options each takes, and their defaults. An empty answer means that the fault is reported. */
record SourceRules(DataCatalog catalog, NumberRules quantities, DiagnosticCollector faults) {

    Optional<DataSource> source(Clause.Source source) {
        var written = new WrittenSources(quantities, faults);
        return switch (source) {
            case Clause.NamedSource named -> named(named);
            case Clause.RowsSource rows -> written.rows(rows);
            case Clause.CsvSource csv -> new CsvRules(quantities, faults).csv(csv);
            case Clause.IdxSource idx -> Optional.of(new DataSource.Idx(idx.images().value(), faults.origin(idx.images().span()),
                    idx.labels().value(), faults.origin(idx.labels().span()), faults.origin(idx.span())));
            case Clause.NpzSource npz -> Optional.of(new DataSource.Npz(npz.file().value(), faults.origin(npz.file().span()),
                    npz.inputs().value(), faults.origin(npz.inputs().span()), npz.targets().value(), faults.origin(npz.targets().span()),
                    faults.origin(npz.span())));
        };
    }

    /** What becomes of missing cells of {@code source}. */
    List<Missing> missing(Statements statements, Optional<DataSource> source) {
        return new CsvRules(quantities, faults).missing(statements, source);
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
        var definition = Language.SOURCES.find(word);
        if (definition.isPresent()) {
            return ofLanguage(source, definition.get());
        }
        if (catalog.registered().contains(word)) {
            return registered(source);
        }
        var known = new HashSet<>(Language.SOURCES.words());
        Language.SOURCE_FORMS.forEach(form -> known.add(form.word()));
        known.addAll(catalog.registered());
        faults.unknown(Code.NN060, source.name(), Language.SOURCES.kind(), known);
        source.options().forEach(option -> option.value().ifPresent(quantities::number));
        return Optional.empty();
    }

    private Optional<DataSource> registered(Clause.NamedSource source) {
        var takes = catalog.optionsOf(source.name().text()).stream().map(Parameter::free).toList();
        var options = options(source, takes);
        var values = new HashMap<String, Double>();
        options.arguments().values().forEach((parameter, value) -> {
            if (options.has(parameter.name())) {
                values.put(parameter.name(), value);
            }
        });
        return options.isFaulty() ? Optional.empty()
                : Optional.of(new DataSource.Registered(source.name().text(), values, faults.origin(source.span())));
    }

    private OptionList options(Clause.NamedSource source, List<Parameter> takes) {
        return new OptionList(source.name(), source.options(), takes, Map.of(), quantities, faults);
    }

    private Optional<DataSource> ofLanguage(Clause.NamedSource source, Definition<DataSource> definition) {
        var options = options(source, definition.parameters());
        var arguments = options.arguments();
        var missing = definition.parameters().stream().filter(Parameter::isNeeded).filter(p -> !arguments.values().containsKey(p)).toList();
        missing.stream().filter(parameter -> !options.has(parameter.name()) && !options.isFaulty())
                .forEach(parameter -> faults
                        .add(Code.NN061, source.name().span(), definition.word() + " needs the number of " + parameter.name())
                        .help("such as `" + definition.word() + " " + parameter.name() + " "
                                + DecimalText.of(parameter.example())
                                + "`"));
        if (!options.isWhole() || !missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(definition.make(arguments.withOrigin(faults.origin(source.span()))))
                .filter(made -> !(made instanceof DataSource.Generated generated) || roomy(generated, options));
    }

    /** Whether the numbers of a generated set are not too many, and its samples enough for its classes. */
    private boolean roomy(DataSource.Generated source, OptionList options) {
        var numbers = (long) source.samples() * source.features();
        if (numbers > Limits.NUMBERS) {
            faults.add(Code.NN036, place(options, "features"), "this makes " + Limits.text(numbers)
                    + " numbers; a data set may have " + Limits.text(Limits.NUMBERS) + " at most");
            return false;
        }
        if (options.has("classes") && source.classes() > source.samples()) {
            faults.add(Code.NN067, place(options, "classes"),
                    Plural.of(source.samples(), "sample") + " cannot show " + source.classes() + " classes");
            return false;
        }
        return true;
    }

    private static Span place(OptionList options, String name) {
        var option = options.option(name).orElseThrow();
        return option.value().map(v -> v.span()).orElse(option.span());
    }
}
