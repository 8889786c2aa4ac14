package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists the workgroups. */
final class ListWorkGroups {
    private final WorkGroups workGroups;

    ListWorkGroups(WorkGroups workGroups) {
        this.workGroups = workGroups;
    }

    ObjectNode answer(RequestBody request) throws Refusal {
        NamePage page = NamePage.of(request, workGroups.names());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode groups = answer.putArray("WorkGroups");
        page.names().forEach(name -> add(groups.addObject(), name));
        page.nextToken().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }

    private static void add(ObjectNode group, String name) {
        group.put("Name", name).put("State", "ENABLED").put("Description", "");
        group.putObject("EngineVersion")
                .put("SelectedEngineVersion", "AUTO")
                .put("EffectiveEngineVersion", "Athena engine version 3");
    }
}
