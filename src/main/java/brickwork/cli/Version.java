package brickwork.cli;

import brickwork.store.Provenance;
import picocli.CommandLine.IVersionProvider;

/** What {@code nn --version} says. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"nn " + Provenance.version() + ", language version 1, Java " + Runtime.version()};
    }
}
