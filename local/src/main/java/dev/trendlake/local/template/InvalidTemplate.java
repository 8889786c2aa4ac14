package dev.trendlake.local.template;

/** The template says something that can't be resolved on one machine. */
public final class InvalidTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param address the property, as a path of names and places ({@code
     *     Resources.TrendFunction.Properties.Timeout})
     * @param detail what is wrong with it
     */
    public InvalidTemplate(String address, String detail) {
        super(address + ": " + detail);
    }
}
