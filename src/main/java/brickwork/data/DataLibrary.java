package brickwork.data;

import brickwork.check.DataCatalog;
import brickwork.model.DataSource;
import brickwork.model.DataSpec;
import brickwork.model.Missing;
import brickwork.model.Specification;
import brickwork.source.Origin;
import brickwork.source.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources a text or a program may draw on: those of the language, those the host program registered, and the files it grants. What was
 * opened is kept for a while, so that checking and training read a file once. Safe to share between threads.
 */
public final class DataLibrary implements DataCatalog {

    private static final int KEPT = 8;

    /** A source, what becomes of its missing cells, and a seed; 0 where none matters. */
    private record Key(DataSource source, List<Missing> missing, long seed) {}

    private final FileAccess access;
    private final Map<String, CustomSource> hosts;
    private final Map<Key, SampleTable> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SampleTable> eldest) {
            return size() > KEPT;
        }
    };

    /** A library without sources of a host program. */
    public DataLibrary(FileAccess access) {
        this(access, Map.of());
    }

    /** {@code hosts} are the program's own sources, by the names specs call them. */
    public DataLibrary(FileAccess access, Map<String, CustomSource> hosts) {
        this.access = access;
        this.hosts = Map.copyOf(hosts);
    }

    @Override
    public Set<String> registered() {
        return hosts.keySet();
    }

    @Override
    public Set<String> optionsOf(String registered) {
        return host(registered).options();
    }

    /** {@inheritDoc} What a generator would draw is described without drawing it. */
    @Override
    public Answer describe(DataSpec data, long seed) {
        try {
            var source = named(data);
            return source instanceof DataSource.Generated generated ? GeneratedSource.describe(generated)
                    : Preparation.describe(data, seed, open(data, seed), source.origin());
        } catch (DataFault fault) {
            return fault.answer();
        }
    }

    /**
     * Opens, splits, scales and encodes the samples of {@code network}, whose data must be named.
     *
     * @return the samples, or every fault of file and data, at the place where the spec names the file
     * @throws IllegalArgumentException if the network names no data, or a source that nobody registered
     */
    public Outcome<Dataset> prepare(Specification network) {
        var source = named(network.data());
        try {
            return Preparation.prepare(network, open(network.data(), network.seed()), source.origin());
        } catch (DataFault fault) {
            return new Outcome.Failure<>(List.of(fault.diagnostic()));
        }
    }

    /**
     * Reads a csv file of inputs alone, to be predicted. Columns that have names are looked up in the header, in any order, and others are
     * left out; where the file or the training had no header, columns are taken by position, which a note says.
     *
     * @param file        the csv file
     * @param origin      where it was named
     * @param network     whose inputs are wanted
     * @param preparation what was fitted in training
     * @return rows without targets, scaled
     */
    public Outcome<Samples> prepareInputs(String file, Origin origin, Specification network, FittedPreparation preparation) {
        try {
            var read = CsvInputs.read(DataFile.find(access, file, origin), preparation, network.inputs());
            return new Outcome.Success<>(Preparation.inputs(read.inputs(), network.precision(), preparation.scaling(), origin),
                    read.notes());
        } catch (DataFault fault) {
            return new Outcome.Failure<>(List.of(fault.diagnostic()));
        }
    }

    /** The same with the targets of the rows, as a network that was trained is judged on them. */
    public Outcome<Samples> prepareJudged(String file, Origin origin, Specification network, FittedPreparation preparation) {
        try {
            var read = CsvInputs.readJudged(DataFile.find(access, file, origin), preparation, network.inputs(), network.outputs());
            var table = new SampleTable(read.inputs(), read.targets());
            return new Outcome.Success<>(Preparation.judged(table, network, preparation.scaling(), origin), read.notes());
        } catch (DataFault fault) {
            return new Outcome.Failure<>(List.of(fault.diagnostic()));
        }
    }

    private static DataSource named(DataSpec data) {
        return data.source().orElseThrow(() -> new IllegalArgumentException("the network names no data to prepare"));
    }

    private synchronized SampleTable open(DataSpec data, long specSeed) throws DataFault {
        var source = named(data);
        var seed = switch (source) {
            case DataSource.Generated generated -> generated.seed().orElse(specSeed);
            case DataSource.Registered _ -> specSeed;
            case DataSource.Xor _, DataSource.Iris _, DataSource.Digits _, DataSource.Rows _, DataSource.Csv _, DataSource.Idx _,
                    DataSource.Npz _ -> 0;
        };
        var key = new Key(source, data.missing(), seed);
        var table = kept.get(key);
        if (table == null) {
            table = read(source, data.missing(), seed);
            var bad = table.firstNotFinite();
            if (bad.isPresent()) {
                throw bad.get().fault(source.origin());
            }
            kept.put(key, table);
        }
        return table;
    }

    private SampleTable read(DataSource source, List<Missing> missing, long seed) throws DataFault {
        return switch (source) {
            case DataSource.Xor _ -> RowsSource.xor();
            case DataSource.Rows rows -> RowsSource.open(rows);
            case DataSource.Generated generated -> GeneratedSource.open(generated, seed);
            case DataSource.Iris _ -> ShippedSource.iris();
            case DataSource.Digits _ -> ShippedSource.digits();
            case DataSource.Csv csv -> CsvSource.open(csv, DataFile.find(access, csv.file(), csv.fileOrigin()), missing);
            case DataSource.Idx idx -> IdxSource.open(idx, DataFile.find(access, idx.images(), idx.imagesOrigin()),
                    DataFile.find(access, idx.labels(), idx.labelsOrigin()));
            case DataSource.Npz npz -> NpzSource.open(npz, DataFile.find(access, npz.file(), npz.fileOrigin()));
            case DataSource.Registered registered -> host(registered.word()).open(registered, seed);
        };
    }

    private HostSource host(String name) {
        if (!hosts.containsKey(name)) {
            throw new IllegalArgumentException("no source is registered as " + name + "; there are " + hosts.keySet());
        }
        return new HostSource(name, hosts.get(name));
    }
}
