package brickwork.cli;

import static brickwork.cli.CliRun.nn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The report of a training in a real Chromium, wherever one is installed; where none is, one line says so. */
class ReportInBrowserTest {

    private static final String SPEC = """
            network moons
            data moons samples 200 noise 0.2
            split test 20% validation 20%
            layer 2 -> 6 tanh -> 1 sigmoid
            loss bce
            optimizer adam rate 0.02
            train 12 epochs batch 20
            expect accuracy >= 99.9%
            expect loss decreases
            """;

    /** Texts that are too faint: contrast (WCAG 2.2) below the 4.5 of its level AA; texts on coloured cells are not judged. */
    private static final String FAINT = """
            (() => {
              const light = c => { const v = c / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
              const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
              const numbers = text => text.match(/[\\d.]+/g).map(Number);
              const ground = element => { for (let e = element; e; e = e.parentElement) {
                const c = numbers(getComputedStyle(e).backgroundColor);
                if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
              const behind = element => element.ownerSVGElement
                ? numbers(getComputedStyle(element.ownerSVGElement.querySelector('.ground')).fill) : ground(element);
              return [...document.querySelectorAll('h1,h2,h3,p,b,code,th,td,pre,svg text')].filter(e => e.textContent.trim()
                  && !(e.matches('svg text.m') && e.closest('figure').ariaLabel.startsWith('Confusion'))).map(e => {
                const ink = luminance(numbers(e.ownerSVGElement ? getComputedStyle(e).fill : getComputedStyle(e).color)),
                  paper = luminance(behind(e)), ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                return ratio < 4.5 ? e.textContent.slice(0, 40) + ' ' + ratio.toFixed(2) : null;
              }).filter(e => e);
            })()""";

    @TempDir
    private Path folder;

    private Chromium browser;
    private Path page;

    @TestFactory
    Stream<DynamicTest> inAChromium() throws Exception {
        var program = Chromium.installed();
        if (program.isEmpty()) {
            System.out.println("No Chromium is installed in /usr/bin: what reports do in a browser is not tested here.");
            return Stream.empty();
        }
        page = folder.resolve("r.html");
        assertThat(nn("train", Files.writeString(folder.resolve("moons.nn"), SPEC), "--report", page).exit()).isZero();
        browser = Chromium.start(program.get(), Path.of("target/chromium").toAbsolutePath());
        return Stream.of(
                test("asks for nothing and says nothing on the console", this::isSilent),
                test("shows eight pictures with names", this::showsPictures),
                test("shows the values under the pointer", this::followsThePointer),
                test("shows the values by the arrow keys", this::followsTheKeys),
                test("is as wide as a phone and no wider", this::fitsAPhone),
                test("has contrast in the light and in the dark", this::hasContrast),
                test("is read without script", this::isReadWithoutScript),
                test("prints", this::prints));
    }

    private DynamicTest test(String name, Executable body) {
        return DynamicTest.dynamicTest(name, () -> {
            browser.size(1280, 900);
            browser.open(page);
            body.execute();
        });
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void isSilent() {
        assertThat(browser.events("Runtime.exceptionThrown")).isEmpty();
        assertThat(browser.events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(browser.events("Log.entryAdded")).isEmpty();
        assertThat(browser.events("Network.requestWillBeSent").stream().map(event -> ((Map<?, ?>) event.get("request")).get("url"))
                .map(String::valueOf)).containsExactly(page.toUri().toString());
    }

    private void showsPictures() throws Exception {
        assertThat(browser.evaluate("[...document.querySelectorAll('svg[role=img]')].filter(s => s.getBoundingClientRect().width > 200 "
                + "&& s.getAttribute('aria-label').length > 30).length")).isEqualTo(8);
        assertThat(browser.evaluate("JSON.parse(document.getElementById('result').textContent).history.length")).isEqualTo(12);
    }

    private void followsThePointer() throws Exception {
        browser.evaluate("document.querySelector('svg .plot').ownerSVGElement.scrollIntoView()");
        @SuppressWarnings("unchecked")
        var place = (List<Number>) browser.evaluate("(() => { const p = document.querySelector('svg .plot path').getBoundingClientRect();"
                + " return [p.left + p.width * 4 / 11, p.top + 5]; })()");
        browser.call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", place.get(0), "y", place.get(1)));
        assertThat((String) browser.evaluate("document.querySelector('.value').textContent"))
                .matches("epoch 4: training 0\\.\\d+, validation 0\\.\\d+");
    }

    private void followsTheKeys() throws Exception {
        browser.evaluate("document.querySelector('figure').focus()");
        for (var key : List.of("ArrowRight", "ArrowRight", "ArrowLeft")) {
            browser.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
        }
        assertThat((String) browser.evaluate("document.querySelector('.value').textContent")).startsWith("epoch 1: training");
        browser.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", "End"));
        assertThat((String) browser.evaluate("document.querySelector('.value').textContent")).startsWith("epoch 11: training");
    }

    private void fitsAPhone() throws Exception {
        browser.size(390, 844);
        assertThat((Integer) browser.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    private void hasContrast() throws Exception {
        for (var scheme : List.of("light", "dark")) {
            browser.call("Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
            assertThat(browser.evaluate("matchMedia('(prefers-color-scheme:dark)').matches")).isEqualTo(scheme.equals("dark"));
            assertThat((List<?>) browser.evaluate(FAINT)).as(scheme).isEmpty();
        }
        browser.call("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    }

    private void isReadWithoutScript() throws Exception {
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.open(page);
        var text = (String) browser.evaluate("document.body.innerText");
        assertThat(text).contains("Statements", "1 of 2 statements hold", "accuracy >= 99.9%", "Provenance", "fingerprint");
        assertThat(browser.evaluate("document.querySelectorAll('.value').length")).isEqualTo(0);
        browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }

    private void prints() throws Exception {
        var document = Base64.getDecoder().decode((String) browser.call("Page.printToPDF", Map.of()).get("data"));
        assertThat(new String(document, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(document).hasSizeGreaterThan(20_000);
    }
}
