package brickwork.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads the product anew with some classes changed: the packages of the changed classes and all that may stand on them. What lies below is
 * shared with the rest of the JVM, which has compiled it already.
 */
final class ProductLoader extends ClassLoader {

    /** Each may use those before it and no other; what is not named here stands above them all. */
    private static final List<String> LADDER = List.of("source", "random", "model", "syntax", "check", "data", "plan", "kernel", "engine",
            "train", "store", "verify");

    private final Map<String, byte[]> changed;
    private final Set<String> shared = new HashSet<>();

    /** {@code lowest} is the rung of the lowest change. */
    ProductLoader(Map<String, byte[]> changed, int lowest) {
        super(ProductLoader.class.getClassLoader());
        this.changed = Map.copyOf(changed);
        LADDER.subList(0, lowest).forEach(shared::add);
    }

    static int height(String rung) {
        return LADDER.contains(rung) ? LADDER.indexOf(rung) : LADDER.size();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            if (known == null && isOwn(name)) {
                var bytes = bytes(name);
                known = defineClass(name, bytes, 0, bytes.length);
            }
            return known == null ? super.loadClass(name, resolve) : known;
        }
    }

    /** Tests are in the same packages, but not in the same folder; they are not loaded. */
    private boolean isOwn(String name) {
        if (!name.startsWith("brickwork.") || !Files.exists(Product.CLASSES.resolve(file(name)))) {
            return false;
        }
        var dot = name.indexOf('.', "brickwork.".length());
        return dot < 0 || !shared.contains(name.substring("brickwork.".length(), dot));
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        try {
            return changed.containsKey(name) ? changed.get(name) : Files.readAllBytes(Product.CLASSES.resolve(file(name)));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }
}
