package dev.trendlake.intake.imports;

import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.intake.load.ColumnRegister;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Registers the properties that get columns in every project, and that its files have quarter
 * hours, when its first events come.
 */
public final class DeclaredColumns implements ColumnRegister {
    /** An import may have begun before the registration, and take events of tomorrow. */
    private static final int DAYS_UNTIL_COMPLETE = 2;

    /** As a project without events has it. */
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final DynamoDbPropertyColumns columns;
    private final S3Client s3;
    private final String bucket;
    private final List<ColumnProperty> declared;
    private final InstantSource clock;

    /**
     * @param columns the columns of all projects
     * @param bucket the data bucket, which tells whether a project has events
     * @param declared the properties that get columns in every project
     */
    public DeclaredColumns(
            DynamoDbPropertyColumns columns,
            S3Client s3,
            String bucket,
            List<ColumnProperty> declared,
            InstantSource clock) {
        this.columns = columns;
        this.s3 = s3;
        this.bucket = bucket;
        this.declared = List.copyOf(declared);
        this.clock = clock;
    }

    /**
     * Reads a list like {@code event:$browser,person:plan}; blank for none.
     *
     * @throws IllegalArgumentException when it is none, or has more properties than a project can
     *     have columns
     */
    public static List<ColumnProperty> parse(String list) {
        if (list.isBlank()) {
            return List.of();
        }
        List<ColumnProperty> properties = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            properties.add(ColumnProperty.parse(text.strip()));
        }
        if (properties.size() > PropertyColumn.MOST) {
            throw new IllegalArgumentException(
                    "%d properties can't have columns, only %d"
                            .formatted(properties.size(), PropertyColumn.MOST));
        }
        return List.copyOf(properties);
    }

    @Override
    public PropertyColumns columns(long projectId) {
        EventLayout layout = columns.layout(projectId);
        PropertyColumns present = layout.columns();
        List<ColumnProperty> missing =
                declared.stream().filter(property -> present.of(property).isEmpty()).toList();
        if (missing.isEmpty() && layout.quartersFrom().isPresent()) {
            return present;
        }
        LocalDate from = completeFrom(projectId);
        columns.quartersFrom(projectId, from);
        // A project that was given others may have no place left for all of them.
        missing.forEach(property -> columns.add(projectId, property, from));
        return columns.of(projectId);
    }

    private LocalDate completeFrom(long projectId) {
        String folder = "events/project_id=%d/".formatted(projectId);
        boolean hasEvents =
                s3.listObjectsV2(request -> request.bucket(bucket).prefix(folder).maxKeys(1))
                        .hasContents();
        return hasEvents
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_UNTIL_COMPLETE)
                : EVER;
    }
}
