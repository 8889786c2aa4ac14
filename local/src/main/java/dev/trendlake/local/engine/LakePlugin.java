package dev.trendlake.local.engine;

import io.trino.filesystem.TrinoFileSystemFactory;
import io.trino.filesystem.cache.NoopSplitAffinityProvider;
import io.trino.filesystem.cache.SplitAffinityProvider;
import io.trino.metastore.HiveMetastore;
import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.spi.Plugin;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Hive connector over a metastore and a file system of our own. */
record LakePlugin(HiveMetastore metastore, TrinoFileSystemFactory files)
        implements Plugin, ConnectorFactory {
    @Override
    public Iterable<ConnectorFactory> getConnectorFactories() {
        return List.of(this);
    }

    @Override
    public String getName() {
        return "lake";
    }

    @Override
    public Connector create(
            String catalog, Map<String, String> settings, ConnectorContext context) {
        return HiveConnectorFactory.createConnector(
                catalog,
                settings,
                context,
                () ->
                        binder ->
                                binder.bind(SplitAffinityProvider.class)
                                        .to(NoopSplitAffinityProvider.class),
                Optional.of(metastore),
                false,
                Optional.of(files));
    }
}
