package brickwork.corpus;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles changed source files against the product as it was built, without touching a file. For one thread at a time. */
final class Compilation {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final StandardJavaFileManager files = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private final List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "--add-modules", "jdk.incubator.vector",
            "-classpath", Product.CLASSES + File.pathSeparator + System.getProperty("java.class.path"));

    /**
     * The classes that the files make, by their names.
     *
     * @param sources file names from {@code src/main/java/brickwork} on, and their texts
     * @throws AssertionError with the compiler's words where they do not compile
     */
    Map<String, byte[]> compile(Map<String, String> sources) {
        var classes = new HashMap<String, ByteArrayOutputStream>();
        var units = sources.entrySet().stream().map(source -> new Text(source.getKey(), source.getValue())).toList();
        var complaints = new StringWriter();
        if (!COMPILER.getTask(complaints, new InMemory(files, classes), null, options, null, units).call()) {
            throw new AssertionError("the changed files do not compile:\n" + complaints);
        }
        var bytes = new HashMap<String, byte[]>();
        classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
        return bytes;
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String file, String text) {
            super(URI.create("string:///brickwork/" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }

        /** The standard files stay open: they serve the next compilation. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
