package brickwork.store;

import static org.assertj.core.api.Assertions.assertThat;

import brickwork.Brickwork;
import brickwork.model.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    private static final String XOR = "data xor; layer 2 -> 3 tanh -> 1 sigmoid; loss bce; train 2 epochs";

    private static Provenance of(long seed) {
        return Brickwork.standard().withSeed(seed).withThreads(2).compile(XOR).train().provenance();
    }

    @Test
    void saysWhatMadeAResult() {
        var provenance = of(3);

        assertThat(provenance.seed()).isEqualTo(3);
        assertThat(provenance.precision()).isEqualTo(Precision.F32);
        assertThat(provenance.threads()).isEqualTo(2);
        assertThat(provenance.specSha256()).matches("[0-9a-f]{64}").isEqualTo(of(3).specSha256()).isNotEqualTo(of(4).specSha256());
        assertThat(provenance.java()).startsWith("25");
        assertThat(provenance.brickwork()).isNotBlank();
    }

    /** As a jar does that holds the program and all it uses. */
    private static final class HostJar extends ClassLoader {

        private final Class<?> provenance;

        HostJar() throws IOException {
            super(Provenance.class.getClassLoader());
            definePackage("brickwork.store", "host", "9.9-host", "somebody", "host", "9.9-host", "somebody", null);
            try (var stream = Provenance.class.getResourceAsStream("Provenance.class")) {
                var bytes = stream.readAllBytes();
                provenance = defineClass(Provenance.class.getName(), bytes, 0, bytes.length);
            }
        }
    }

    @Test
    void theVersionIsOursInTheJarOfAHostToo() throws Exception {
        var inHost = new HostJar().provenance;

        assertThat(inHost.getPackage().getImplementationVersion()).isEqualTo("9.9-host");
        assertThat(inHost.getMethod("version").invoke(null)).isEqualTo(Provenance.version());
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Provenance.version() + "</version>");
    }
}
