package brickwork;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;

/** Finds extensions where this library is and where the thread's context is, which in a container are two places. */
final class ExtensionSearch {

    private ExtensionSearch() {}

    /** With all that is found, in its order. */
    static Brickwork extended(Brickwork brickwork) {
        var extended = brickwork;
        for (var extension : found()) {
            extended = extension.extend(extended);
        }
        return extended;
    }

    /** Each once, whichever loader finds it: an extension is the same where its class has the same name. */
    private static List<BrickworkExtension> found() {
        var loaders = new ArrayList<ClassLoader>();
        loaders.add(ExtensionSearch.class.getClassLoader());
        var context = Thread.currentThread().getContextClassLoader();
        if (context != null && !loaders.contains(context) && knowsUs(context)) {
            loaders.add(context);
        }
        var found = new LinkedHashMap<String, ServiceLoader.Provider<BrickworkExtension>>();
        for (var loader : loaders) {
            ServiceLoader.load(BrickworkExtension.class, loader).stream()
                    .forEach(provider -> found.putIfAbsent(provider.type().getName(), provider));
        }
        return found.values().stream().map(ServiceLoader.Provider::get).toList();
    }

    /** A context with another copy of this library, or with none, has extensions of that one. */
    private static boolean knowsUs(ClassLoader context) {
        try {
            return context.loadClass(BrickworkExtension.class.getName()) == BrickworkExtension.class;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
