package dev.trendlake.local.command;

import picocli.CommandLine.Command;

/** The commands on columns of properties. */
@Command(
        name = "columns",
        description = "Columns of their own for the properties that are asked for most.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ColumnsCommand {}
