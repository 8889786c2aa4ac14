package dev.trendlake.local.command;

import picocli.CommandLine.Command;

/** The commands on keys. */
@Command(
        name = "key",
        description = "API keys.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KeyCommand {}
