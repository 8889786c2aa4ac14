package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Describes a workgroup. */
final class GetWorkGroup {
    private final WorkGroups workGroups;

    GetWorkGroup(WorkGroups workGroups) {
        this.workGroups = workGroups;
    }

    ObjectNode answer(RequestBody request) throws Refusal {
        WorkGroup workGroup = workGroups.required(request.required("WorkGroup"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode description =
                answer.putObject("WorkGroup").put("Name", workGroup.name()).put("State", "ENABLED");
        ObjectNode configuration =
                description
                        .putObject("Configuration")
                        .put("EnforceWorkGroupConfiguration", workGroup.enforced())
                        .put("PublishCloudWatchMetricsEnabled", false);
        if (!workGroup.outputLocation().isEmpty()) {
            configuration
                    .putObject("ResultConfiguration")
                    .put("OutputLocation", workGroup.outputLocation());
        }
        if (workGroup.bytesScannedCutoff() > 0) {
            configuration.put("BytesScannedCutoffPerQuery", workGroup.bytesScannedCutoff());
        }
        return answer;
    }
}
