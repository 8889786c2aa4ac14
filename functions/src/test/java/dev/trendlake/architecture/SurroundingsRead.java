package dev.trendlake.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/** Reading the time, or a variable, from the machine itself; reading a given clock isn't. */
final class SurroundingsRead extends DescribedPredicate<JavaAccess<?>> {
    static final SurroundingsRead ANY = new SurroundingsRead();

    private static final Set<String> OF_SYSTEM =
            Set.of("currentTimeMillis", "getenv", "getProperty", "getProperties");
    private static final Set<String> GIVEN_CLOCKS =
            Set.of(Clock.class.getName(), InstantSource.class.getName());

    private SurroundingsRead() {
        super("read the machine's clock or environment");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        if (owner.equals(System.class.getName())) {
            return OF_SYSTEM.contains(target.getName());
        }
        if (GIVEN_CLOCKS.contains(owner)) {
            return target.getName().startsWith("system") || target.getName().startsWith("tick");
        }
        return owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
