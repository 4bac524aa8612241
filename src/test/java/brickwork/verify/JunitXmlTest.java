package brickwork.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {

    private static final String HOSTILE = "a < b & \"c\" 'd' > ]]> \u0000\u001b\uD800 é 😀 \n\tend";

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }

    @Test
    void countsByFileAndAltogether() throws Exception {
        var xml = JunitXml.of(List.of(new JunitXml.Case("a.nn", 3, "accuracy = 1", new Verdict.Passed("is 1"), 0.25),
                new JunitXml.Case("b.feature", 0, "Scenario", new Verdict.Failed("no"), 1),
                new JunitXml.Case("a.nn", 4, "loss < 1", new Verdict.Inconclusive("why"), 0.5)));

        var root = parsed(xml);
        assertThat(root.getAttribute("tests")).isEqualTo("3");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getAttribute("errors")).isEqualTo("1");
        assertThat(root.getAttribute("time")).isEqualTo("1.750");
        var first = (Element) root.getElementsByTagName("testsuite").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("a.nn");
        assertThat(first.getAttribute("tests")).isEqualTo("2");
        assertThat(first.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(((Element) first.getElementsByTagName("testcase").item(1)).getAttribute("line")).isEqualTo("4");
        assertThat(((Element) root.getElementsByTagName("failure").item(0)).getAttribute("message")).isEqualTo("no");
        assertThat(((Element) root.getElementsByTagName("error").item(0)).getAttribute("message")).isEqualTo("why");
        assertThat(root.getElementsByTagName("system-out").item(0).getTextContent()).isEqualTo("is 1");
    }

    @Test
    void keepsAllTextThatXmlCanHold() throws Exception {
        var root = parsed(JunitXml.of(List.of(new JunitXml.Case(HOSTILE, 1, HOSTILE, new Verdict.Failed(HOSTILE), 0))));

        assertThat(((Element) root.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("a < b & \"c\" 'd' > ]]> \uFFFD\uFFFD\uFFFD é 😀 \n\tend");
        assertThat(((Element) root.getElementsByTagName("testcase").item(0)).getAttribute("name")).startsWith("a < b & \"c\"");
    }

    @Test
    void isAWholeDocumentWithoutCases() throws Exception {
        assertThat(parsed(JunitXml.of(List.of())).getAttribute("tests")).isEqualTo("0");
    }
}
