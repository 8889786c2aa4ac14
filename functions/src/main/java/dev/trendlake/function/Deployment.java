package dev.trendlake.function;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the template tells every function of the stack it is in.
 *
 * @param stack {@code STACK_NAME}: which one; the metrics of several are told apart by it
 * @param dollarsPerTerabyte {@code DOLLARS_PER_TERABYTE}: what the engine bills for 10^12 bytes
 */
public record Deployment(String stack, BigDecimal dollarsPerTerabyte) {
    /** The engine bills an execution as if it had read so much at least. */
    static final long LEAST_BYTES = 10_000_000;

    private static final int DIGITS_OF_A_TERABYTE = 12;

    static Deployment of(Map<String, String> environment) {
        String price = value(environment, "DOLLARS_PER_TERABYTE");
        if (!price.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new IllegalStateException(
                    "the environment variable DOLLARS_PER_TERABYTE is '%s', which is no price"
                            .formatted(price));
        }
        return new Deployment(value(environment, "STACK_NAME"), new BigDecimal(price));
    }

    /** What an execution costs that read so many bytes, in US dollars. */
    BigDecimal dollars(long bytesScanned) {
        return BigDecimal.valueOf(Math.max(bytesScanned, LEAST_BYTES))
                .multiply(dollarsPerTerabyte)
                .movePointLeft(DIGITS_OF_A_TERABYTE)
                .stripTrailingZeros();
    }

    private static String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }
}
