package brickwork.cli;

import brickwork.report.JsonObject;
import brickwork.report.JsonReport;
import brickwork.source.DiagnosticRenderer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line {@code nn}. */
@CommandLine.Command(name = "nn", description = "networks written as text: check them, train them, prove what they do",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main {

    private static final int INTERNAL_ERROR = 70;

    /** The commands by name, in the order of the usage message. */
    private static final Map<String, Supplier<Command>> COMMANDS = commands();

    private Main() {}

    private static Map<String, Supplier<Command>> commands() {
        var commands = new LinkedHashMap<String, Supplier<Command>>();
        commands.put("check", CheckCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("fmt", FormatCommand::new);
        commands.put("plan", PlanCommand::new);
        commands.put("train", TrainCommand::new);
        commands.put("plot", PlotCommand::new);
        commands.put("predict", PredictCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("gradcheck", GradcheckCommand::new);
        commands.put("trace", TraceCommand::new);
        commands.put("verify", VerifyCommand::new);
        return commands;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Console.system(Stream.concat(Stream.of("nn"), Arrays.stream(arguments)).toList()), arguments));
    }

    /** Runs one command on the given streams; the answer is the exit code. */
    static int run(Console console, String... words) {
        var arguments = asOption(words);
        var line = new CommandLine(new Main());
        var named = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        for (var made : named == null ? COMMANDS.values() : List.of(named)) { // reading the options of all takes a tenth of a second
            var command = made.get();
            command.attach(console);
            line.addSubcommand(command);
        }
        explainExits(line);
        line.getSubcommands().values().forEach(Main::explainExits);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler((fault, given) -> wrongOptions(console, fault, given));
        line.setExecutionExceptionHandler((bug, _, _) -> internalError(console, bug));
        if (arguments.length == 0) {
            console.note(line.getUsageMessage());
            return Exit.WRONG_TEXT.code();
        }
        return line.execute(arguments);
    }

    /** {@code nn help} and {@code nn help train} are {@code nn --help} and {@code nn train --help}. */
    private static String[] asOption(String[] given) {
        return given.length == 0 || !given[0].equals("help") ? given
                : Stream.concat(Arrays.stream(given, 1, Math.min(2, given.length)), Stream.of("--help")).toArray(String[]::new);
    }

    private static void explainExits(CommandLine line) {
        var exits = new LinkedHashMap<String, String>();
        Arrays.stream(Exit.values()).sorted(Comparator.comparingInt(Exit::code))
                .forEach(exit -> exits.put(String.valueOf(exit.code()), exit.meaning()));
        line.getCommandSpec().usageMessage().exitCodeListHeading("Exit codes:%n").exitCodeList(exits);
    }

    private static int wrongOptions(Console console, ParameterException fault, String[] given) {
        var diagnostics = List.of(WrongOptions.diagnostic(console, fault));
        if (Arrays.asList(given).contains("--json")) {
            console.result(new JsonObject().put("diagnostics", JsonReport.diagnostics(diagnostics)).write());
        } else {
            console.note(DiagnosticRenderer.render(diagnostics, console.terminal()));
        }
        return Exit.WRONG_TEXT.code();
    }

    private static int internalError(Console console, Exception bug) {
        console.note("nn: an internal error, which is a fault of ours: please report it with the lines below");
        bug.printStackTrace(console.err());
        return INTERNAL_ERROR;
    }
}
