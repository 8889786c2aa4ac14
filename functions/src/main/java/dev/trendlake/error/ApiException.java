package dev.trendlake.error;

import org.jspecify.annotations.Nullable;

/**
 * What a request ends with when it can't be answered. Each kind knows who is to blame; only the
 * door turns it into a status and a body (spec: HTTP, errors).
 */
public abstract sealed class ApiException extends RuntimeException
        permits InvalidRequest,
                MalformedRequest,
                NotAuthenticated,
                PermissionDenied,
                NotFound,
                MethodNotAllowed,
                NotAcceptable,
                UnsupportedMediaType,
                TooManyRequests,
                QueryUnavailable,
                QueryFailed {
    private static final long serialVersionUID = 1L;

    ApiException(String message) {
        super(message);
    }

    ApiException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
