package brickwork.cli;

/** The jar's main class. */
public final class Launch {
    private Launch() {}

    /** Hands over to the command line. */
    public static void main(String[] arguments) throws Exception {
        Class.forName("brickwork.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
}
