package dev.trendlake.local.stack;

import dev.trendlake.intake.load.LoadFailed;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the {@link WholeStack} for the first test that asks for it, and ends it after the last.
 */
public final class WholeStackExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(WholeStackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(WholeStack.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(WholeStack.class, _ -> start(), WholeStack.class);
    }

    private static WholeStack start() {
        try {
            return WholeStack.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the stack did not start", e);
        } catch (IOException | LoadFailed e) {
            throw new IllegalStateException("the stack did not start", e);
        }
    }
}
