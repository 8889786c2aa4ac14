package dev.trendlake.intake.imports;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A client of a real endpoint that fails from its n-th change of the bucket on, before or after the
 * change is made, as a function does that is killed.
 */
final class FailingS3 {
    private static final Set<String> CHANGES = Set.of("putObject", "deleteObject");

    private FailingS3() {}

    static S3Client of(S3Client client, int changes, boolean isMade) {
        int[] left = {changes};
        return (S3Client)
                Proxy.newProxyInstance(
                        FailingS3.class.getClassLoader(),
                        new Class<?>[] {S3Client.class},
                        (_, method, arguments) -> {
                            boolean isChange = CHANGES.contains(method.getName());
                            if (isChange && left[0]-- <= 0) {
                                if (isMade && left[0] == -1) {
                                    call(client, method, arguments);
                                }
                                throw SdkClientException.create("killed");
                            }
                            return call(client, method, arguments);
                        });
    }

    private static Object call(S3Client client, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
