package brickwork.corpus;

import java.lang.reflect.InvocationTargetException;
import java.util.List;

/** An object, or a class, of a product with its own class loader, whose methods can only be called by their names. */
record Mirror(Class<?> type, Object object) {

    Mirror(ClassLoader loader, String name) {
        this(load(loader, name), null);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object of the class. */
    Mirror made() {
        try {
            return new Mirror(type, type.getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Mirror call(String method) {
        return of(invoke(method, new Class<?>[0]));
    }

    Mirror call(String method, Class<?> parameter, Object argument) {
        return of(invoke(method, new Class<?>[] {parameter}, argument));
    }

    List<Mirror> list(String method) {
        return ((List<?>) invoke(method, new Class<?>[0])).stream().map(Mirror::of).toList();
    }

    List<Mirror> list(String method, Class<?> parameter, Object argument) {
        return ((List<?>) invoke(method, new Class<?>[] {parameter}, argument)).stream().map(Mirror::of).toList();
    }

    /** What the method gives, as a text. */
    String word(String method) {
        return String.valueOf(invoke(method, new Class<?>[0]));
    }

    private static Mirror of(Object object) {
        return new Mirror(object.getClass(), object);
    }

    private Object invoke(String method, Class<?>[] parameters, Object... arguments) {
        try {
            return type.getMethod(method, parameters).invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the product failed with an exception, which is no verdict: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
