package brickwork.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import brickwork.engine.Tensor;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Each picture is a document of its own that holds the numbers it was given. */
class PictureTest {

    private static final String HOSTILE = "</title><script>alert(1)</script>&\"'\u0000\uD800";

    private static Document read(Picture picture) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(picture.svg())));
        } catch (Exception notXml) {
            throw new AssertionError(picture.svg(), notXml);
        }
    }

    private static List<Element> all(Document document, String tag) {
        var found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }

    private static List<String> texts(Document document) {
        return all(document, "text").stream().map(Element::getTextContent).toList();
    }

    private static CurvePicture curves(double... ys) {
        return new CurvePicture("Loss", "loss", List.of(Curve.ofEpochs("training", ys)), false, List.of(), OptionalInt.empty());
    }

    private static List<Picture> hostile() {
        var tensor = new Tensor(HOSTILE, 2, 2, false, new double[] {1, -2, 0, 0.5});
        var scores = new RocPicture.Scores(HOSTILE, new double[] {0.1, 0.9}, new boolean[] {false, true});
        return List.of(
                new CurvePicture(HOSTILE, HOSTILE, List.of(Curve.ofEpochs(HOSTILE, new double[] {1, 2})), false, List.of(HOSTILE),
                        OptionalInt.of(1)).picture(),
                new ConfusionPicture(HOSTILE, List.of(HOSTILE, "b"), new int[][] {{1, 0}, {2, 3}}, List.of(HOSTILE)).picture(),
                new RocPicture(HOSTILE, List.of(scores), List.of(HOSTILE)).picture(),
                new WeightsPicture(HOSTILE, List.of(tensor), Optional.of(new WeightsPicture.Marked(HOSTILE, 1, 0))).picture(),
                new NormsPicture(HOSTILE, List.of(HOSTILE), List.of(Curve.ofEpochs(HOSTILE, new double[] {0})), List.of(HOSTILE)).picture(),
                new BoundaryPicture(HOSTILE, new BoundaryPicture.Plane(HOSTILE, HOSTILE, 0, 1, 0, 1), List.of(HOSTILE, "b"),
                        new double[2][3][3], List.of(new BoundaryPicture.Sample(0.5, 0.5, 0, true)), List.of(HOSTILE)).picture());
    }

    @Test
    void whateverTheNamesThePictureIsOneDocumentWithoutScriptOrReference() {
        for (var picture : hostile()) {
            var document = read(picture);
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(all(document, "script")).isEmpty();
            assertThat(picture.svg()).doesNotContain("href", "url(", "@import", "<image", "NaN", "Infinity");
            assertThat(document.getDocumentElement().getAttribute("aria-label")).contains("</title><script>");
            assertThat(all(document, "title")).hasSize(1);
            assertThat(all(document, "desc")).hasSize(1);
        }
    }

    @Test
    void aCurveHasItsNumbersInItself() {
        var path = all(read(curves(4, 2, 1)), "path").stream().filter(p -> p.hasAttribute("data-ys")).findFirst().orElseThrow();
        assertThat(path.getAttribute("data-xs")).isEqualTo("0,1,2");
        assertThat(path.getAttribute("data-ys")).isEqualTo("4,2,1");
        assertThat(path.getAttribute("data-name")).isEqualTo("training");
    }

    @Test
    void whatIsNotFiniteIsAGapAndToldOf() {
        var picture = curves(4, Double.NaN, 1, 2).picture();
        var path = all(read(picture), "path").stream().filter(p -> p.hasAttribute("data-ys")).findFirst().orElseThrow();
        assertThat(path.getAttribute("d").chars().filter(c -> c == 'M')).hasSize(2);
        assertThat(path.getAttribute("data-ys")).isEqualTo("4,,1,2");
        assertThat(picture.description()).contains("1 number is not finite and left out: a gap.");
        assertThat(curves(4, 1).picture().description()).doesNotContain("gap");
    }

    private static Document read(CurvePicture picture) {
        return read(picture.picture());
    }

    @Test
    void aTrainingThatDivergedSaysWhere() {
        var picture = new CurvePicture("Loss", "loss", List.of(Curve.ofEpochs("training", new double[] {1, 1e30})), false, List.of(),
                OptionalInt.of(2)).picture();
        assertThat(texts(read(picture))).contains("diverged in epoch 2", "Training diverged in epoch 2: the curve ends there.");
        var atOnce = new CurvePicture("Loss", "loss", List.of(Curve.ofEpochs("training", new double[0])), false, List.of(),
                OptionalInt.of(0)).picture();
        assertThat(texts(read(atOnce))).contains("diverged in epoch 0");
    }

    @Test
    void goesByPowersOfTenWhereTheNumbersSpanThem() {
        assertThat(texts(read(curves(100, 10, 1)))).contains("loss (logarithmic)", "100", "10", "1");
        assertThat(texts(read(curves(3, 2, 1)))).contains("loss").doesNotContain("loss (logarithmic)");
        assertThat(texts(read(curves(100, 10, 0)))).contains("loss");
        assertThat(texts(read(curves(1e300, 1e-300)))).contains("loss (logarithmic)");
        assertThat(texts(read(curves(5, 5)))).contains("loss", "5");
        assertThat(texts(read(curves(-1.7e308, 1.7e308)))).contains("loss");
    }

    @Test
    void thinningKeepsPeaksAndEnds() {
        var ys = new double[100_000];
        Arrays.fill(ys, 1);
        ys[54_321] = 9;
        ys[77_777] = 0.5;
        var shown = Curve.ofEpochs("training", ys).shown();
        assertThat(shown).hasSizeLessThan(1_300).contains(0, 54_321, 77_777, 99_999).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theAreaBelowTheCurveCountsTiesHalf() {
        var scores = new RocPicture.Scores("a", new double[] {0.9, 0.5, 0.5, 0.1}, new boolean[] {true, true, false, false});
        assertThat(scores.area()).isEqualTo(3.5 / 4, within(1e-15));
        assertThat(new RocPicture.Scores("a", new double[] {1, 1, 1}, new boolean[] {true, false, false}).area()).isEqualTo(0.5);
    }

    @Test
    void theCellsOfAConfusionSayTheirCounts() {
        var picture = new ConfusionPicture("Confusion", List.of("cat", "dog"), new int[][] {{48, 2}, {7, 43}}, List.of()).picture();
        assertThat(texts(read(picture))).contains("48", "2", "7", "43", "96.0%", "91 of 100 right; shades are shares of a row.");
        assertThat(picture.description()).contains("Mistakes: 2 of cat taken for dog; 7 of dog taken for cat.");
    }

    @Test
    void seriesDifferInShapeAndDashNotInColourAlone() {
        var shapes = IntStream.range(0, Styles.looks()).mapToObj(i -> Drawing.shape(i, 0, 0, 3)).toList();
        assertThat(shapes).doesNotHaveDuplicates();
        var dashes = IntStream.range(0, Styles.looks())
                .mapToObj(i -> Picture.STYLE.replaceAll("(?s).*?\\.l" + i + "\\{stroke-dasharray:([^}]*)}.*", "$1")).toList();
        assertThat(dashes).doesNotHaveDuplicates().contains("none");
    }

    @Test
    void aWeightBelowZeroHasAStroke() {
        var positive = new WeightsPicture("W", List.of(new Tensor("w", 1, 2, false, new double[] {1, 2})), Optional.empty()).picture();
        var negative = new WeightsPicture("W", List.of(new Tensor("w", 1, 2, false, new double[] {1, -2})), Optional.empty()).picture();
        assertThat(all(read(positive), "path").stream().filter(p -> p.getAttribute("class").equals("edge"))).isEmpty();
        assertThat(all(read(negative), "path").stream().filter(p -> p.getAttribute("class").equals("edge"))).hasSize(1);
    }

    @Test
    void aContourRunsWhereTheValuesChangeSign() {
        assertThat(Contour.of(new double[][] {{-1, 1}, {-1, 1}}, 0, 0, 10, 10)).isEqualTo("M5 0L5 10");
        assertThat(Contour.of(new double[][] {{-1, 3}, {-1, 3}}, 0, 0, 8, 8)).isEqualTo("M2 0L2 8");
        assertThat(Contour.of(new double[][] {{1, 1}, {2, 3}}, 0, 0, 8, 8)).isEmpty();
        assertThat(Contour.of(new double[][] {{-1, Double.NaN}, {-1, 1}}, 0, 0, 8, 8)).isEmpty();
    }

    @Test
    void ticksAreRoundAndWithin() {
        assertThat(new Axis(0, 100, false, 0, 1).ticks(6)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(new Axis(-1.1, 1.3, false, 0, 1).ticks(6)).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
        assertThat(new Axis(0.003, 200, true, 0, 1).ticks(6)).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
        assertThat(new Axis(0.06, 0.4, true, 0, 1).ticks(6)).containsExactly(0.1, 0.2);
        assertThat(List.of(1e-7, 0.25, 1234.0, 3e9, -0.5, 0.0).stream().map(Axis::label))
                .containsExactly("1e-7", "0.25", "1234", "3e9", "-0.5", "0");
    }

    @Test
    void thePictureFollowsTheReadersScheme() {
        assertThat(curves(2, 1).picture().svg()).contains("@media screen and (prefers-color-scheme:dark)", "viewBox=\"0 0 680");
        assertThat(curves(2, 1).picture().inline()).doesNotContain("<style>");
    }
}
