import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.jdt.core.ToolFactory;
import org.eclipse.jdt.core.formatter.CodeFormatter;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;

/** Formats the Java sources with the formatter of Eclipse, or says which are not formatted. Run by Maven in its own Java, which may be 17:
 * {@code mvn antrun:run@format} writes, {@code mvn verify} checks. An author's line breaks stay; only what is wider than the limit is
 * broken anew.
 *
 * <p>Arguments: {@code write} or {@code check}, the file of settings, and the directories. */
public final class Format {

    private static final String JAVA = "25";
    private static final int WIDTH = 140;

    /** The formatter takes its own result for the source until nothing changes: a line broken anew may allow or demand another break. */
    private static final int MOST_PASSES = 8;

    private final CodeFormatter formatter;

    private Format(Path settings) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(settings)) {
            properties.load(in);
        }
        Map<String, String> options = new HashMap<>();
        properties.forEach((name, value) -> options.put("org.eclipse.jdt.core.formatter." + name, value.toString()));
        options.put(JavaCore.COMPILER_SOURCE, JAVA);
        options.put(JavaCore.COMPILER_COMPLIANCE, JAVA);
        options.put(JavaCore.COMPILER_CODEGEN_TARGET_PLATFORM, JAVA);
        formatter = ToolFactory.createCodeFormatter(options, ToolFactory.M_FORMAT_EXISTING);
    }

    public static void main(String[] args) throws IOException {
        var write = args[0].equals("write");
        var format = new Format(Path.of(args[1]));
        List<Path> changed = new ArrayList<>();
        for (var directory : List.of(args).subList(2, args.length)) {
            for (var file : sources(Path.of(directory))) {
                var text = Files.readString(file);
                var formatted = format.apply(text, file);
                if (!formatted.equals(text)) {
                    changed.add(file);
                    if (write) {
                        Files.writeString(file, formatted);
                    }
                }
            }
        }
        changed.forEach(file -> System.out.println((write ? "formatted: " : "not formatted: ") + file));
        if (!write && !changed.isEmpty()) {
            System.out.println("write them anew with: mvn -q antrun:run@format");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private String apply(String text, Path file) {
        var before = UnnamedPatterns.hide(text);
        for (var pass = 0; pass < MOST_PASSES; pass++) {
            var after = once(before, file);
            if (after.equals(before)) {
                return Javadoc.fill(UnnamedPatterns.show(after));
            }
            before = after;
        }
        throw new IllegalStateException(file + ": the formatter does not come to rest");
    }

    private String once(String text, Path file) {
        var edit = formatter.format(CodeFormatter.K_COMPILATION_UNIT | CodeFormatter.F_INCLUDE_COMMENTS, text, 0, text.length(), 0, "\n");
        if (edit == null) {
            throw new IllegalStateException(file + ": no Java source of version " + JAVA);
        }
        var document = new Document(text);
        try {
            edit.apply(document);
        } catch (BadLocationException wrong) {
            throw new IllegalStateException(file.toString(), wrong);
        }
        return document.get();
    }

    /** In {@code case A _, B _} the formatter of Eclipse sees no list: it takes the space after the comma away and never breaks the line.
     * While it works, each such pattern is a name, which is as long. */
    private static final class UnnamedPatterns {

        private static final String NAME = "$" + "_";
        private static final Pattern LABEL = Pattern.compile("\\bcase\\s[\\w.\\s,]+?->");
        private static final Pattern UNNAMED = Pattern.compile("(?<=\\w) _(?=,| ->)");

        private UnnamedPatterns() {}

        static String hide(String text) {
            if (text.contains(NAME)) {
                throw new IllegalStateException("a source may not hold the name " + NAME);
            }
            return LABEL.matcher(text).replaceAll(label -> quoted(UNNAMED.matcher(label.group()).replaceAll(quoted(NAME))));
        }

        static String show(String text) {
            return text.replace(NAME, " _");
        }

        private static String quoted(String replacement) {
            return Matcher.quoteReplacement(replacement);
        }
    }

    /** Breaks lines of Javadoc that are too wide, and fills the rest of their paragraph. All other comments stay as they are. */
    private static final class Javadoc {

        private static final Pattern ONE_LINE = Pattern.compile("( *)/\\*\\* (.*) \\*/");
        private static final Pattern PROSE = Pattern.compile(" *\\* +(?![@<|])\\S.*");
        private static final Pattern START = Pattern.compile(" *\\* +(@(param|throws) \\S+ +|@return )?");
        private static final Pattern WORD = Pattern.compile("(\\{@[^}]*}|\\S)+");

        private Javadoc() {}

        static String fill(String text) {
            var lines = List.of(text.split("\n", -1));
            List<String> filled = new ArrayList<>();
            var inside = false;
            for (var i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                inside |= line.stripLeading().startsWith("/**");
                var one = ONE_LINE.matcher(line);
                if (!inside || line.length() <= WIDTH) {
                    filled.add(line);
                } else if (one.matches()) {
                    filled.add(one.group(1) + "/**");
                    fill(one.group(1) + " * " + one.group(2), filled);
                    filled.add(one.group(1) + " */");
                } else {
                    var paragraph = new StringBuilder(line);
                    while (PROSE.matcher(lines.get(i + 1)).matches()) {
                        paragraph.append(' ').append(lines.get(++i).strip().substring(1).strip());
                    }
                    fill(paragraph.toString(), filled);
                }
                inside &= !line.contains("*/");
            }
            return String.join("\n", filled);
        }

        private static void fill(String paragraph, List<String> lines) {
            var start = START.matcher(paragraph);
            if (!start.lookingAt()) {
                lines.add(paragraph);
                return;
            }
            var star = paragraph.indexOf('*') + 1;
            var next = paragraph.substring(0, star) + " ".repeat(start.end() - star);
            var line = new StringBuilder(start.group());
            var words = WORD.matcher(paragraph).region(start.end(), paragraph.length());
            for (var first = true; words.find(); first = false) {
                if (!first && line.length() + 1 + words.group().length() > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder(next);
                    first = true;
                }
                line.append(first ? "" : " ").append(words.group());
            }
            lines.add(line.toString());
        }
    }
}
