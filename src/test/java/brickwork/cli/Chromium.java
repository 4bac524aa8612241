package brickwork.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One page of a real Chromium without a window, driven by the DevTools protocol. */
final class Chromium implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Map<String, Object>>> answers = new ConcurrentHashMap<>();
    private final List<Map<String, Object>> events = new CopyOnWriteArrayList<>();

    /** Where one is installed. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    private Chromium(Process process, String host) throws Exception {
        this.process = process;
        var client = HttpClient.newHttpClient();
        var pages = JSON.std.listFrom(client.send(HttpRequest.newBuilder(URI.create("http://" + host + "/json/list")).build(),
                HttpResponse.BodyHandlers.ofString()).body());
        var page = pages.stream().map(each -> (Map<?, ?>) each).filter(each -> "page".equals(each.get("type"))).findFirst().orElseThrow();
        socket = client.newWebSocketBuilder().buildAsync(URI.create((String) page.get("webSocketDebuggerUrl")), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    static Chromium start(Path program, Path profile) throws Exception {
        var process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking", "--remote-debugging-port=0", "--remote-allow-origins=*",
                "--user-data-dir=" + profile, "about:blank").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        var host = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> said.lines().forEach(line -> {
            var found = LISTENING.matcher(line);
            if (found.find()) {
                host.complete(found.group(1));
            }
        }));
        return new Chromium(process, host.get(SECONDS, TimeUnit.SECONDS));
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket of, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                try {
                    heard(JSON.std.mapFrom(message.toString()));
                } catch (IOException broken) {
                    throw new IllegalStateException("not JSON: " + message, broken);
                }
                message.setLength(0);
            }
            of.request(1);
            return null;
        }
    }

    private void heard(Map<String, Object> message) {
        if (message.get("id") instanceof Integer id) {
            answers.remove(id).complete(message);
        } else {
            events.add(message);
        }
    }

    /** What the browser answers to a method of the protocol. */
    @SuppressWarnings("unchecked")
    Map<String, Object> call(String method, Map<String, Object> parameters) throws Exception {
        var id = calls.incrementAndGet();
        var answer = new CompletableFuture<Map<String, Object>>();
        answers.put(id, answer);
        socket.sendText(JSON.std.asString(Map.of("id", id, "method", method, "params", parameters)), true).get(SECONDS, TimeUnit.SECONDS);
        var message = answer.get(SECONDS, TimeUnit.SECONDS);
        if (message.containsKey("error")) {
            throw new IllegalStateException(method + ": " + message.get("error"));
        }
        return (Map<String, Object>) message.get("result");
    }

    /** Opens a file and waits until it is there as a whole. */
    void open(Path file) throws Exception {
        events.clear();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        for (var waited = 0; events("Page.loadEventFired").isEmpty(); waited++) {
            if (waited > 100 * SECONDS) {
                throw new IllegalStateException(file + " was not loaded within " + SECONDS + " s");
            }
            Thread.sleep(10);
        }
    }

    /** The parameters of all events of that name since the page was opened. */
    List<Map<?, ?>> events(String name) {
        return events.stream().filter(event -> name.equals(event.get("method"))).<Map<?, ?>>map(event -> (Map<?, ?>) event.get("params"))
                .toList();
    }

    /** The value of an expression in the page. */
    Object evaluate(String expression) throws Exception {
        var answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
        }
        return ((Map<?, ?>) answer.get("result")).get("value");
    }

    void size(int width, int height) throws Exception {
        call("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().completeOnTimeout(process, SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
