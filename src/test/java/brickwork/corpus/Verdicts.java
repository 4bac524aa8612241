package brickwork.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of every statement about the product as it is, and of every planted fault; found by two threads while the tests wait. */
final class Verdicts implements AutoCloseable {

    private static final int SECONDS = 240;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<Suite, Future<Product.Answer>> unchanged;
    private final Map<String, Future<List<Product.Answer>>> faulty;

    /** {@code folder} takes what the statements need to be written. */
    Verdicts(Path folder) {
        unchanged = Stream.of(Suite.values())
                .collect(Collectors.toMap(Function.identity(), suite -> threads.submit(() -> Product.unchanged().judge(suite.file()))));
        faulty = Corpus.faults().collect(Collectors.toMap(Fault::name, fault -> threads.submit(() -> {
            var product = Product.with(fault);
            return fault.catches().stream().map(caught -> product.judge(caught.statement().file(folder))).toList();
        })));
    }

    /** The answer of the product as it is. */
    Product.Answer of(Suite suite) {
        return result(unchanged.get(suite));
    }

    /** The answers of the product with the fault, one for each statement that must find it. */
    List<Product.Answer> of(Fault fault) {
        return result(faulty.get(fault.name()));
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause().getMessage(), failed.getCause());
        } catch (TimeoutException hanging) {
            throw new AssertionError("the product hangs, which is no verdict", hanging);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
