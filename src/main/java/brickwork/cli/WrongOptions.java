package brickwork.cli;

import brickwork.source.Code;
import brickwork.source.Diagnostic;
import brickwork.source.NearestName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the project's own words what picocli found wrong with a command line. */
final class WrongOptions {

    private WrongOptions() {}

    static Diagnostic diagnostic(Console console, ParameterException fault) {
        var command = fault.getCommandLine();
        var name = command.getCommandSpec().qualifiedName();
        var usage = "see " + name + " --help";
        return switch (fault) {
            case UnmatchedArgumentException unmatched -> {
                var word = unmatched.getUnmatched().getFirst();
                var isOption = word.startsWith("-");
                var known = isOption ? options(command) : List.copyOf(command.getSubcommands().keySet());
                var message = isOption ? name + " has no option " + word : known.isEmpty() ? "`" + word + "` is one word too many"
                        : "there is no command " + word;
                yield CommandLineText.diagnostic(console, Code.NN301, word, message,
                        NearestName.of(word, known).map(near -> "did you mean " + near + "?").orElse(usage));
            }
            case MissingParameterException missing -> {
                var lacking = missing.getMissing().getFirst();
                yield lacking instanceof OptionSpec option && !option.required()
                        ? CommandLineText.diagnostic(console, Code.NN301, option.longestName(),
                                option.longestName() + " needs " + option.paramLabel(), usage)
                        : CommandLineText.diagnostic(console, Code.NN301, "", name + " needs " + label(lacking), usage);
            }
            default -> CommandLineText.diagnostic(console, Code.NN301, fault.getValue() == null ? "" : fault.getValue(),
                    fault.getValue() == null || fault.getArgSpec() == null ? firstLine(fault)
                            : name + ": " + label(fault.getArgSpec()) + " cannot be " + fault.getValue(),
                    usage);
        };
    }

    private static String label(ArgSpec argument) {
        return switch (argument) {
            case OptionSpec option -> option.longestName() + " " + option.paramLabel();
            case PositionalParamSpec positional -> positional.paramLabel();
            default -> argument.paramLabel();
        };
    }

    private static List<String> options(CommandLine command) {
        var names = new ArrayList<String>();
        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    private static String firstLine(ParameterException fault) {
        var line = fault.getMessage().lines().findFirst().orElse("the options are wrong");
        return Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
