package dev.trendlake.intake.compact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A client of AWS that tells of each change that it makes, and can break off before it. */
final class WatchedClient {
    private static final Set<String> CHANGES =
            Set.of("putObject", "deleteObject", "updateItem", "deleteItem");

    private WatchedClient() {}

    /** Hears of changes. */
    interface Watcher {
        /** A change is about to be made; what is thrown breaks it off. */
        void before();

        /** It was made. */
        void after();
    }

    static <T> T of(Class<T> type, T client, Watcher watcher) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            boolean changes = CHANGES.contains(method.getName());
                            if (changes) {
                                watcher.before();
                            }
                            try {
                                Object answer = method.invoke(client, arguments);
                                if (changes) {
                                    watcher.after();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
