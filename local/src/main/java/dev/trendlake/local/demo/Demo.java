package dev.trendlake.local.demo;

import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import java.io.PrintStream;
import java.time.Clock;

/** Loads the events of the demonstration, asks for trends and prints them. */
public final class Demo {
    private final RunningStack stack;
    private final Clock clock;
    private final BarChart chart;
    private final PrintStream out;

    /** Takes a stack that runs, and where to print. */
    public Demo(RunningStack stack, Clock clock, Terminal terminal, PrintStream out) {
        this.stack = stack;
        this.clock = clock;
        this.chart = new BarChart(terminal);
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @throws DemoFailed when the events can't be loaded or the API doesn't answer
     */
    public void run() throws DemoFailed, InterruptedException {
        try (StackClients clients = new StackClients(stack);
                TrendsClient client =
                        new TrendsClient(stack.gateway(), DemoProject.ID, DemoProject.KEY)) {
            tell(new DemoProject(clients, stack, clock).prepare());
            Trends perDay = client.ask(Question.PER_DAY);
            out.println("Page views per day");
            chart.lines(perDay.days(0)).forEach(out::println);
            out.println("Visitors per day");
            chart.lines(perDay.days(1)).forEach(out::println);
            explain(clients, perDay);
            Trends byBrowser = client.ask(Question.BY_BROWSER);
            out.println("Page views by browser, 17 to 20 May 2015");
            chart.lines(byBrowser.totals()).forEach(out::println);
            explain(clients, byBrowser);
            invite(client);
        }
    }

    private void tell(LoadReport report) {
        out.printf(
                "Project 1, web log of May 2015: %,d events loaded, %,d were there already%n%n",
                report.taken(), report.repeated());
    }

    private void explain(StackClients clients, Trends trends) {
        out.println();
        if (trends.execution().isEmpty()) {
            out.printf("  from the cache in %,d ms%n%n", trends.took().toMillis());
            return;
        }
        Execution execution = Execution.find(clients, trends.execution());
        execution.sql().lines().forEach(line -> out.println("  " + line));
        out.println();
        out.printf(
                "  %,d bytes read, %,d ms in the engine, %,d ms in all%n%n",
                execution.bytes(), execution.milliseconds(), trends.took().toMillis());
    }

    private void invite(TrendsClient client) {
        out.println("Try it:");
        out.println();
        out.printf(
                """
                curl -H 'Authorization: Bearer %s' \\
                     -H 'Content-Type: application/json' \\
                     -d '{"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}' \\
                     %s

                """,
                DemoProject.KEY, client.address());
    }
}
