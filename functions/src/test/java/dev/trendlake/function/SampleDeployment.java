package dev.trendlake.function;

import java.math.BigDecimal;

/** A stack at Athena's price. */
final class SampleDeployment {
    static final Deployment STACK = new Deployment("sample", new BigDecimal("5"));

    private SampleDeployment() {}
}
