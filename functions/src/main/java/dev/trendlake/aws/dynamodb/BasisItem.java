package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.Basis;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.SideTableName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the basis of rows stands in an attribute: the first and last UTC day, the side tables, {@code
 * true} where it begins with the project's first event, and the digest.
 */
final class BasisItem {
    static final String NAME = "basis";

    private BasisItem() {}

    static AttributeValue of(Basis basis) {
        LakeReach reach = basis.reach();
        return Values.map(
                Map.of(
                        "first", Values.text(reach.first().toString()),
                        "last", Values.text(reach.last().toString()),
                        "tables",
                                Values.texts(
                                        reach.tables().stream().map(Enum::name).sorted().toList()),
                        "from_first_event", Values.truth(reach.beginsWithFirstEvent()),
                        "digest", Values.text(basis.digest())));
    }

    /** The basis of rows; an unknown one where there is none. */
    static Basis read(Item item, Instant computedAt) {
        if (!item.has(NAME)) {
            return Basis.unknown(computedAt);
        }
        Item basis = new Item(item.value(NAME).m());
        LakeReach reach =
                new LakeReach(
                        LocalDate.parse(basis.text("first")),
                        LocalDate.parse(basis.text("last")),
                        basis.texts("tables").stream()
                                .map(SideTableName::valueOf)
                                .collect(Collectors.toSet()),
                        basis.isTrue("from_first_event"));
        return new Basis(reach, basis.text("digest"));
    }
}
