package brickwork.cli;

/** The command line. */
public final class Main {
    private Main() {}

    /** Prints the usage. */
    public static void main(String[] arguments) {
        System.err.println("usage: nn COMMAND FILE...");
        System.exit(2);
    }
}
