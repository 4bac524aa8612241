package chai;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends hostile requests to a service with 512 MB, and good ones beside them; fails unless all is answered as it should be. */
public final class Client {

    private static final int ATTACKERS = 4;
    private static final long MEBI = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Hostile hostile = new Hostile();
    private final Process service;
    private final int port;
    private final AtomicInteger good = new AtomicInteger();
    private final List<String> answers = new ArrayList<>();

    private record State(long heap, long metaspace, int threads) {
        static State of(String text) {
            var numbers = text.split(" ");
            return new State(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Integer.parseInt(numbers[2]));
        }

        @Override
        public String toString() {
            return "heap %.1f MB, metaspace %.1f MB, %d threads".formatted(heap / 1e6, metaspace / 1e6, threads);
        }
    }

    private Client() throws IOException {
        service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "--add-modules=jdk.incubator.vector", "-cp", System.getProperty("java.class.path"), Service.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        port = Integer.parseInt(new BufferedReader(new InputStreamReader(service.getInputStream())).readLine());
    }

    public static void main(String[] arguments) throws Exception {
        var client = new Client();
        try {
            client.run(Integer.parseInt(arguments[0]));
        } finally {
            client.service.destroy();
        }
    }

    private void run(int requests) throws Exception {
        for (var job : GoodJob.ALL) {
            answers.add(train(job));
        }
        require(answers.getFirst().contains("f626596c68265621f9ad28e631e17fdac87678081815df02a9dfdc61449704ce"), answers.getFirst());
        attack(0, requests / 3);
        var before = State.of(send("/state", new byte[0]).body());
        var begin = System.nanoTime();
        attack(requests / 3, requests);
        var seconds = (System.nanoTime() - begin) / 1e9;
        var after = State.of(send("/state", new byte[0]).body());

        require(service.isAlive(), "the service has died");
        require(after.heap() - before.heap() < 4 * MEBI, "heap has grown: " + before + ", then " + after);
        require(after.metaspace() - before.metaspace() < 4 * MEBI, "metaspace has grown: " + before + ", then " + after);
        require(after.threads() <= before.threads(), "threads were left behind: " + before + ", then " + after);
        require(good.get() > 0, "no good job was done");
        System.out.printf("chai: %d hostile requests, the last two thirds in %.1f s; %d good jobs undisturbed; %s, then %s; at most %s%n",
                requests,
                seconds, good.get(), before, after, peak());
    }

    /** Sends hostile requests from some threads, and good jobs from one more as long as they last. */
    private void attack(int from, int to) throws Exception {
        var next = new AtomicInteger(from);
        var over = new AtomicBoolean();
        try (var attackers = Executors.newFixedThreadPool(ATTACKERS + 1)) {
            var well = attackers.submit(() -> {
                for (var i = 0; !over.get(); i++) {
                    var answer = train(GoodJob.ALL.get(i % GoodJob.ALL.size()));
                    require(answer.equals(answers.get(i % answers.size())), "a good job was disturbed: " + answer);
                    good.incrementAndGet();
                }
                return null;
            });
            var ill = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < ATTACKERS; i++) {
                ill.add(attackers.submit(() -> {
                    for (var number = next.getAndIncrement(); number < to && !well.isDone(); number = next.getAndIncrement()) {
                        attack(number);
                    }
                    return null;
                }));
            }
            try {
                for (var each : ill) {
                    each.get();
                }
            } finally {
                over.set(true);
            }
            well.get();
        }
    }

    private void attack(int number) throws Exception {
        if (number % 40 == 7) {
            hangUp(number);
            return;
        }
        var request = hostile.next(number);
        var response = answer(number, request);
        require(request.statuses().contains(response.statusCode()),
                "request " + number + ", " + request.path() + ": " + response.statusCode()
                        + " " + response.body());
        require(response.body().length() < 100_000, "request " + number + " was answered by " + response.body().length() + " characters");
        if (response.statusCode() == 202) {
            var ended = send((number % 2 == 0 ? "/cancel?" : "/interrupt?") + response.body(), new byte[0]);
            require(ended.statusCode() == 200 && !ended.body().startsWith("FAILED"), "request " + number + ": " + ended.body());
        }
    }

    private HttpResponse<String> answer(int number, Hostile.Request request) throws Exception {
        try {
            return send(request.path(), request.body());
        } catch (IOException e) {
            throw new AssertionError("request " + number + ", " + request.path() + " of " + request.body().length + " bytes: no answer", e);
        }
    }

    /** Says what is no HTTP, or promises more than it sends, and hangs up. */
    private void hangUp(int number) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((number % 2 == 0 ? "\u0000\u0001 nonsense\r\n\r\n"
                    : "POST /load HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\nhalf").getBytes());
        }
    }

    /** Trains, and gives the fingerprint with a prediction. */
    private String train(GoodJob job) throws Exception {
        var begun = send("/train", job.spec().getBytes());
        while (begun.statusCode() == 503) {
            Thread.sleep(5);
            begun = send("/train", job.spec().getBytes());
        }
        require(begun.statusCode() == 202, begun.body());
        var state = send("/job?" + begun.body(), new byte[0]).body();
        while (state.equals("waiting") || state.equals("running")) {
            Thread.sleep(2);
            state = send("/job?" + begun.body(), new byte[0]).body();
        }
        return state + " " + send("/predict?" + begun.body(), job.row().getBytes()).body();
    }

    private HttpResponse<String> send(String path, byte[] body) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the system says the service had in memory at most, where it says so. */
    private String peak() throws IOException {
        var status = Path.of("/proc", Long.toString(service.pid()), "status");
        return Files.isReadable(
                status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("")
                        .replaceAll("\\s+", " ") : "unknown";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
