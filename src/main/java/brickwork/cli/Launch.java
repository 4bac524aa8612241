package brickwork.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The jar's main class, compiled for Java 8 so that any Java can load it. On a Java that is new enough and, where the command computes
 * anything, has the vector module it goes straight to {@link Main}; otherwise it starts a better Java where there is one, hands it standard
 * input, output and error, and ends with its exit code. Exit code 3 and a message where no Java is new enough.
 *
 * <p>It looks in the places where the script {@code nn} looks, in the same order, and heeds the same two variables. The system property
 * {@code brickwork.launch=here} keeps it from starting another Java.
 */
public final class Launch {

    private static final int NEEDED = 25;
    /** Vectors are very slow until they are compiled, so that is done after a few calls, and waited for. */
    private static final String KERNELS = "brickwork.kernel.simd.*::*";
    private static final String VECTOR = "jdk.incubator.vector";
    private static final String HERE = "brickwork.launch";
    private static final int NO_JAVA = 3;
    private static final List<String> READERS = Arrays.asList("check", "fmt", "explain");

    private Launch() {}

    /** Runs the command line in this Java or in a better one. */
    public static void main(String[] arguments) throws Throwable {
        boolean recent = major(System.getProperty("java.specification.version")) >= NEEDED;
        boolean here = "here".equals(System.getProperty(HERE));
        if (!recent || !here && computes(arguments) && !hasVector()) {
            Jdk better = here ? null : better(recent);
            if (better != null) {
                System.exit(start(better, arguments));
            }
            if (!recent) {
                refuse("needs Java " + NEEDED + " or later, but this is " + System.getProperty("java.version") + " ("
                        + System.getProperty("java.home") + ").",
                        "install a JDK " + NEEDED + " or later (for example from https://adoptium.net), or set NN_JAVA_HOME to one");
            }
        }
        try {
            Class.forName("brickwork.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Whether the command needs kernels; what reads texts only does not, and starts faster without. */
    private static boolean computes(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-") && !READERS.contains(arguments[0]);
    }

    private static boolean hasVector() {
        try {
            Class.forName(VECTOR + ".Vector", false, Launch.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The first JDK that improves on this Java: new enough and, where this one is new enough already, with the vector module. */
    private static Jdk better(boolean recent) throws IOException {
        String explicit = System.getenv("NN_JAVA_HOME");
        if (explicit != null && !explicit.isEmpty()) {
            Jdk jdk = Jdk.in(new File(explicit));
            if (jdk == null || major(jdk.version) < NEEDED) {
                refuse("NN_JAVA_HOME is " + explicit + (jdk == null
                        ? ", but no JDK is there (bin/java and release)."
                        : ", which is Java " + jdk.version + ", but nn needs Java " + NEEDED + " or later."),
                        "set NN_JAVA_HOME to a JDK " + NEEDED + " or later, or unset it so that nn looks for one");
            }
            return jdk;
        }
        for (File home : homes(recent)) {
            Jdk jdk = Jdk.in(home);
            if (jdk != null && major(jdk.version) >= NEEDED && (jdk.vector || !recent)) {
                return jdk;
            }
        }
        return null;
    }

    private static Set<File> homes(boolean recent) throws IOException {
        Set<File> homes = new LinkedHashSet<>();
        if (recent) {
            homes.add(new File(System.getProperty("java.home")));
        }
        String javaHome = System.getenv("JAVA_HOME");
        if (javaHome != null && !javaHome.isEmpty()) {
            homes.add(new File(javaHome));
        }
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            File java = new File(folder, "java");
            if (java.canExecute() && java.isFile()) {
                homes.add(java.toPath().toRealPath().getParent().getParent().toFile());
                break;
            }
        }
        String user = System.getProperty("user.home");
        for (String folder : Arrays.asList("/usr/lib/jvm", "/usr/java", "/opt", "/opt/java", "/Library/Java/JavaVirtualMachines",
                user + "/.sdkman/candidates/java", user + "/.jdks")) {
            String[] names = new File(folder).list();
            for (String name : names == null ? new String[0] : sorted(names)) {
                homes.add(new File(folder, folder.startsWith("/Library/") ? name + "/Contents/Home" : name));
            }
        }
        return homes;
    }

    private static String[] sorted(String[] names) {
        Arrays.sort(names);
        return names;
    }

    private static int start(Jdk jdk, String[] arguments) throws IOException, InterruptedException {
        String options = System.getenv("NN_JAVA_OPTIONS") == null ? "" : System.getenv("NN_JAVA_OPTIONS").trim();
        List<String> command = new ArrayList<>();
        command.add(new File(jdk.home, "bin/java").getPath());
        if (!computes(arguments)) {
            command.add("-XX:TieredStopAtLevel=1");
        } else if (jdk.vector) {
            Collections.addAll(command, "--add-modules=" + VECTOR, "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=CompileThresholdScaling," + KERNELS + ",0.02",
                    "-XX:CompileCommand=BackgroundCompilation," + KERNELS + ",false", "-Dbrickwork.vectors.early=true");
        }
        if (!options.matches("(?s).*-XX:\\+Use\\w*GC.*")) {
            command.add("-XX:+UseSerialGC");
        }
        if (!options.isEmpty()) {
            Collections.addAll(command, options.split("\\s+"));
        }
        Collections.addAll(command, "-D" + HERE + "=here", "-cp", System.getProperty("java.class.path"), Launch.class.getName());
        Collections.addAll(command, arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    /** 8 of "1.8.0_402", 25 of "25.0.3". */
    private static int major(String version) {
        String[] parts = version.split("\\D+");
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }

    private static void refuse(String message, String help) {
        System.err.println("nn: " + message);
        System.err.println("help: " + help);
        System.exit(NO_JAVA);
    }

    /** A JDK as its {@code release} file describes it, without starting it. */
    private static final class Jdk {
        final File home;
        final String version;
        final boolean vector;

        private Jdk(File home, String version, String modules) {
            this.home = home;
            this.version = version;
            this.vector = Arrays.asList(modules.split(" ")).contains(VECTOR);
        }

        /** The JDK in {@code home}, or null where there is none. */
        static Jdk in(File home) throws IOException {
            File release = new File(home, "release");
            if (!new File(home, "bin/java").canExecute() || !release.canRead()) {
                return null;
            }
            Properties properties = new Properties();
            try (InputStream in = Files.newInputStream(release.toPath())) {
                properties.load(in);
            }
            String version = unquoted(properties.getProperty("JAVA_VERSION", ""));
            return version.matches("\\d.*") ? new Jdk(home, version, unquoted(properties.getProperty("MODULES", ""))) : null;
        }

        private static String unquoted(String value) {
            return value.replace("\"", "").trim();
        }
    }
}
