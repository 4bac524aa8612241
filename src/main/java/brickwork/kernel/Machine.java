package brickwork.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** How fast this JVM can compute, by its own flags. The results are the same with all of them. */
final class Machine {

    private static final int FULL_OPTIMIZATION = 4;

    private Machine() {}

    /** The flags of HotSpot, in a class of their own because a small runtime image may lack their module. */
    private static final class Flags {
        private static final Optional<HotSpotDiagnosticMXBean> BEAN = Optional
                .ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class));
    }

    private static boolean hasFlags() {
        return ModuleLayer.boot().findModule("jdk.management").isPresent() && Flags.BEAN.isPresent();
    }

    /** Whether {@link Math#fma} is an instruction; without it each call goes through BigDecimal. */
    static boolean hasFma() {
        return flag("UseFMA").map(Boolean::parseBoolean).orElse(true);
    }

    /** Why vectors would not be compiled to vector instructions; then each vector is an object. */
    static Optional<String> withoutOptimizer() {
        if (!hasFlags()) {
            return Optional.of("this JVM does not show the flags of HotSpot, whose optimizing compiler the SIMD kernels need;"
                    + " use an OpenJDK build with the module jdk.management.");
        }
        if (System.getProperty("java.vm.info", "").startsWith("interpreted")) {
            return Optional.of("this JVM only interprets, which makes vectors slow; drop -Xint for SIMD kernels.");
        }
        var quickOnly = System.getProperty("java.vm.info", "").contains("emulated-client");
        if (quickOnly || flag("TieredStopAtLevel").map(Integer::parseInt).orElse(FULL_OPTIMIZATION) < FULL_OPTIMIZATION) {
            return Optional.of("this JVM runs without its optimizing compiler C2, which makes vectors slow;"
                    + " drop -XX:TieredStopAtLevel or -XX:CompilationMode for SIMD kernels.");
        }
        return Optional.empty();
    }

    private static Optional<String> flag(String name) {
        try {
            return hasFlags() ? Flags.BEAN.map(bean -> bean.getVMOption(name).getValue()) : Optional.empty();
        } catch (IllegalArgumentException _) { // a JVM that has no such flag
            return Optional.empty();
        }
    }
}
