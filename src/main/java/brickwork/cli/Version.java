package brickwork.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code nn --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("development");
        return new String[] {"nn " + version + ", language version 1, Java " + Runtime.version()};
    }
}
