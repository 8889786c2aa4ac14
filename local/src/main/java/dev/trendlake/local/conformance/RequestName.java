package dev.trendlake.local.conformance;

/**
 * Names a request among all cases.
 *
 * @param caseId the case's id
 * @param request the request's name in it
 */
public record RequestName(String caseId, String request) implements Comparable<RequestName> {
    /** As reports and lists write it. */
    @Override
    public String toString() {
        return caseId + " › " + request;
    }

    @Override
    public int compareTo(RequestName other) {
        return toString().compareTo(other.toString());
    }
}
