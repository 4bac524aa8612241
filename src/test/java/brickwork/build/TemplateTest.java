package brickwork.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @Test
    void linesWithoutDirectivesStay() {
        assertThat(Template.expand("class A {\n\n    int one = 1;\n}\n")).isEqualTo("class A {\n\n    int one = 1;\n}\n");
    }

    @Test
    void aRangeRepeatsItsLinesWithoutTheIndentationOfTheDirective() {
        assertThat(Template.expand("""
                a
                    #for 1 <= row < 3
                        x$row = y[$row];
                        z$row = 0;
                    #end
                b
                """)).isEqualTo("""
                a
                    x1 = y[1];
                    z1 = 0;
                    x2 = y[2];
                    z2 = 0;
                b
                """);
    }

    @Test
    void anEmptyRangeGivesNothing() {
        assertThat(Template.expand("a\n#for 1 <= i < 1\nx\n#end\nb\n")).isEqualTo("a\nb\n");
    }

    @Test
    void rangesNestAndUseTheNamesAroundThem() {
        assertThat(Template.expand("""
                #for rows in 2, 1
                tile$rows
                #for 0 <= r < $rows
                c$r$rows
                #end
                #end
                """)).isEqualTo("""
                tile2
                c02
                c12
                tile1
                c01
                """);
    }

    @Test
    void aDefinitionIsUsedWithItsOwnNamesOnly() {
        assertThat(Template.expand("""
                #define sum(count, distance)
                    #for 0 <= i < $count
                        s += x[at + $i * $distance];
                    #end
                #end
                {
                    #sum(3, LENGTH)
                }
                #for n in 1
                #sum($n, gap)
                #end
                """)).isEqualTo("""
                {
                    s += x[at];
                    s += x[at + LENGTH];
                    s += x[at + 2 * LENGTH];
                }
                s += x[at];
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${7}                | 7
            ${2 * 3 + 1}        | 7
            ${1 + 6 / 2 * 3}    | 10
            a${8 / 2}b${1 + 1}  | a4b2
            a + 0 * b + c       | a + c
            a + 1 * b           | a + b
            a + 10 * b + 0.1 * c | a + 10 * b + 0.1 * c
            x[0] + 1            | x[0] + 1
            """)
    void wholeNumbersAreWorkedOut(String line, String expanded) {
        assertThat(Template.expand(line)).isEqualTo(expanded + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            #for 0 <= i < 2              | no #end for: #for 0 <= i < 2
            #for i over 3%n#end          | expected #for … <= name < …, #for name in … or #define name(…), got: #for i over 3
            x$row                        | $row has no value in: x$row
            #sum(3)                      | expected a directive or a name that was defined, got: #sum(3)
            #end                         | expected a directive or a name that was defined, got: #end
            #define s(a, b)%n#end%n#s(3) | expected values for [a, b], got: #s(3)
            """)
    void faultsAreTold(String template, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.expand(template.replace("%n", "\n"))).withMessage(message);
    }
}
