package chai;

import brickwork.Brickwork;
import brickwork.source.InvalidSpecException;
import brickwork.NeuralSpec;
import brickwork.TrainedNetwork;
import brickwork.engine.Cancellation;
import brickwork.engine.CancelledException;
import brickwork.exchange.NetworkUnits;
import brickwork.model.ResourceLimits;
import brickwork.source.DiagnosticRenderer;
import brickwork.source.Outcome;
import brickwork.source.SourceText;
import brickwork.store.BrokenFileException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;

/** Takes specs, data and models of strangers over HTTP: checks, trains, cancels, predicts. What it does not expect is answered by 500. */
public final class Service {

    private static final int LONGEST_BODY = 8 << 20;
    private static final int HANDLERS = 4;

    /** For one job: two are trained and four are checked at a time, in 512 MB. */
    private static final ResourceLimits LIMITS = ResourceLimits.standard().withMemory(48_000_000).withParameters(20_000)
            .withSamples(100_000).withEpochs(200_000).withThreads(2);

    private final Brickwork brickwork = Brickwork.standard().withLimits(LIMITS);
    private final Jobs jobs = new Jobs();
    private final Path folder;
    private final TrainedNetwork standing;

    private record Answer(int status, byte[] body) {
        Answer(int status, String text) {
            this(status, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Service(Path folder) {
        this.folder = folder;
        this.standing = brickwork.compile(GoodJob.XOR.spec()).train().orThrow();
    }

    /** Serves on a free port of this machine alone, which is the first line of its output, until its input ends. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        var service = new Service(Files.createTempDirectory("service"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var handlers = (ThreadPoolExecutor) Executors.newFixedThreadPool(HANDLERS);
        handlers.prestartAllCoreThreads();
        server.setExecutor(handlers);
        server.createContext("/", service::handle);
        server.start();
        System.out.println(server.getAddress().getPort());
        System.in.readAllBytes();
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = String.valueOf(exchange.getRequestURI().getRawQuery());
        var body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            return new Answer(413, "send less");
        }
        try {
            return switch (path) {
                case "/check" -> check(text(body));
                case "/train" -> train(text(body));
                case "/verify" -> verify(text(body));
                case "/job" -> jobs.find(query).map(job -> new Answer(200, job.state())).orElseGet(Service::unknown);
                case "/cancel" -> jobs.find(query).map(job -> new Answer(200, job.end())).orElseGet(Service::unknown);
                case "/interrupt" -> jobs.find(query).map(job -> new Answer(200, job.interrupt())).orElseGet(Service::unknown);
                case "/predict" -> predict(query, text(body));
                case "/model" -> new Answer(200, standing.toBytes());
                case "/load" -> taken(TrainedNetwork.load(body));
                case "/import" -> imported(query, body);
                case "/data" -> data(query, body);
                case "/state" -> new Answer(200, measured());
                default -> unknown();
            };
        } catch (BrokenFileException refused) {
            return new Answer(422, refused.getMessage());
        } catch (InvalidSpecException refused) {
            return new Answer(422, refused.getMessage());
        } catch (CancelledException ended) {
            return new Answer(409, ended.getMessage());
        } catch (Throwable undeclared) {
            return new Answer(500, path + " " + undeclared);
        }
    }

    private static Answer unknown() {
        return new Answer(404, "there is no such thing");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Cancellation budget() {
        return Cancellation.limited(Duration.ofSeconds(20), 20_000);
    }

    private Answer check(String text) {
        return switch (brickwork.compile(new SourceText("upload.nn", text))) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> new Answer(200, spec.toString());
            case Outcome.Failure<NeuralSpec>(var faults) -> new Answer(422, DiagnosticRenderer.render(faults));
        };
    }

    private Answer train(String text) {
        var token = budget();
        return switch (brickwork.withCancellation(token).compile(new SourceText("upload.nn", text))) {
            case Outcome.Success<NeuralSpec>(var spec, _) -> jobs.begin(spec, token).map(id -> new Answer(202, id))
                    .orElseGet(() -> new Answer(503, "come again later"));
            case Outcome.Failure<NeuralSpec>(var faults) -> new Answer(422, DiagnosticRenderer.render(faults));
        };
    }

    private Answer verify(String text) {
        var spec = brickwork.withCancellation(Cancellation.after(Duration.ofMillis(100))).compile(text);
        return new Answer(200, spec.verify().stream().map(result -> result.verdict().text()).collect(Collectors.joining("\n")));
    }

    private Answer predict(String id, String text) {
        var network = id.equals("standing") ? standing : jobs.find(id).map(Jobs.Job::network).orElse(null);
        if (network == null) {
            return unknown();
        }
        try {
            var row = Arrays.stream(text.strip().split("\\s+", 100_000)).mapToDouble(Double::parseDouble).toArray();
            return new Answer(200, Arrays.toString(network.predict(row)));
        } catch (IllegalArgumentException refused) {
            return new Answer(422, refused.getMessage());
        }
    }

    private static Answer taken(TrainedNetwork network) {
        return network.network().parameters() > LIMITS.parameters() ? new Answer(422, "it is too large")
                : new Answer(200, network.fingerprint());
    }

    private Answer imported(String format, byte[] body) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "net", "." + format), body);
        try {
            return taken(brickwork.importNetwork(file, NetworkUnits.OF_DATA).network());
        } finally {
            Files.delete(file);
        }
    }

    private Answer data(String source, byte[] body) throws IOException {
        var place = Files.createTempDirectory(folder, "data");
        var file = Files.write(place.resolve("upload"), body);
        try {
            var spec = brickwork.withFolder(place).withCancellation(budget())
                    .compile("data " + source.replace('+', ' ').replace("%22", "\"") + "\nlayer 1 linear\nloss mse\ntrain 2 epochs");
            return new Answer(200, spec.train().report().fingerprint());
        } finally {
            Files.delete(file);
            Files.delete(place);
        }
    }

    /** Bytes of heap and of metaspace that are in use once all jobs are forgotten, and the number of threads. */
    private String measured() {
        jobs.forget();
        var memory = ManagementFactory.getMemoryMXBean();
        for (var i = 0; i < 3; i++) {
            memory.gc();
        }
        var metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage).mapToLong(usage -> usage.getUsed()).sum();
        return memory.getHeapMemoryUsage().getUsed() + " " + metaspace + " " + ManagementFactory.getThreadMXBean().getThreadCount();
    }
}
