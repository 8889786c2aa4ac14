package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the requests of a case. */
final class RequestReader {
    private RequestReader() {}

    static List<CaseRequest> read(CaseObject object) throws InvalidCase {
        Instant now = object.instant("now");
        List<CaseRequest> requests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CaseObject request : object.objects("requests")) {
            requests.add(read(request, now));
            if (!names.add(requests.getLast().name())) {
                throw request.wrong("name", "taken by an earlier request");
            }
        }
        if (requests.isEmpty()) {
            throw object.wrong("requests", "at least one is required");
        }
        return requests;
    }

    private static CaseRequest read(CaseObject request, Instant now) throws InvalidCase {
        Optional<ObjectNode> body = request.content("body");
        CaseObject expect =
                request.object("expect")
                        .orElseThrow(() -> request.wrong("expect", "an object is required"));
        CaseRequest read =
                new CaseRequest(
                        name(request),
                        request.text("method"),
                        request.text("path"),
                        query(request),
                        body.orElse(null),
                        request.optionalInstant("now").orElse(now),
                        ExpectationReader.read(expect));
        request.end();
        return read;
    }

    private static String name(CaseObject request) throws InvalidCase {
        String name = request.text("name");
        if (!name.equals(name.strip()) || name.lines().count() != 1) {
            throw request.wrong("name", "not one line without blanks around it");
        }
        return name;
    }

    private static ObjectNode query(CaseObject request) throws InvalidCase {
        ObjectNode query = request.content("query").orElseGet(CaseJson.MAPPER::createObjectNode);
        for (var parameter : query.properties()) {
            if (parameter.getValue().isNull()) {
                throw request.wrong("query", "'%s' is null".formatted(parameter.getKey()));
            }
        }
        return query;
    }
}
