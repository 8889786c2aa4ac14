package dev.trendlake.local.command;

import picocli.CommandLine.Command;

/** The commands on projects. */
@Command(
        name = "project",
        description = "Projects: their names, time zones and weeks.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ProjectCommand {}
