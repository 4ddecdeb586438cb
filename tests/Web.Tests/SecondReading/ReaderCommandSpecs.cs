using Tracker.Web.Tests.App;
using Tracker.Web.Tests.Cluster;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.SecondReading;

/// <summary><c>tracker evaluate --reader</c> and <c>tracker reader check</c>, as programs of their own.</summary>
[Collection(ReaderDatabases.Name)]
public sealed class ReaderCommandSpecs(Databases databases)
{
    [Fact]
    public async Task Figures_come_without_with_and_of_the_reader_alone_and_asking_again_asks_nothing()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good("none"));
        var database = await databases.CreateAsync(Tracker.Data.DatabaseProvider.Sqlite);
        var seeds = Seeds.Directory;
        string[] command =
        [
            "evaluate", Path.Combine(seeds, "labels", "taiyuan-cppcc-2025.json"), Path.Combine(seeds, "reports", "taiyuan-cppcc_2025.txt"), Path.Combine(seeds, "reports", "taiyuan-cppcc_2026.txt"), "--reader",
        ];
        var first = await LinesAsync(database, server, "太原市政协", command);
        first.Select(line => line.Split(' ')[0]).Take(3).ShouldBe(["without", "with", "reader"]);
        first[0].ShouldContain("end_to_end_f1=");
        first[0].Split("queue=")[0].Replace("without  ", "").ShouldBe(first[1].Split("queue=")[0].Replace("with     ", ""), "nothing is known of this reader yet");
        first[2].ShouldContain("rate_error=");
        first[3].ShouldStartWith("not calibrated");
        var asked = server.Requests;
        asked.ShouldBeGreaterThan(30);

        (await LinesAsync(database, server, "taiyuan-cppcc", command))[..3].ShouldBe(first[..3]);
        server.Requests.ShouldBe(asked);
        (await LinesAsync(database, server, "another-body", command)).ShouldHaveSingleItem().ShouldStartWith("error usage: ");
    }

    [Fact]
    public async Task Check_says_what_answered_and_sends_no_report()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good());
        var lines = await LinesAsync(await databases.CreateAsync(Tracker.Data.DatabaseProvider.Sqlite), server, "*", ["reader", "check"]);
        lines[0].ShouldStartWith($"{server.Endpoint} answered as loopback-model in ");
        lines[0].ShouldContain("JSON by schema, 900 + 60 tokens");
        lines[1].ShouldStartWith("status Partial, evidence 1, reason ");
        server.Questions.ShouldHaveSingleItem().Key.ShouldBe("Bearer secret");
    }

    [Fact]
    public async Task A_setting_that_means_nothing_is_named_and_no_fault_of_the_program()
    {
        var database = await databases.CreateAsync(Tracker.Data.DatabaseProvider.Sqlite);
        using var process = TrackerProcess.Command(database, [("Tracker__Reader__Enabled", "true"), ("Tracker__Reader__Endpoint", "file:///etc/hostname"), ("Tracker__Reader__Model", "m"), ("Tracker__Reader__Bodies", "*")], ["reader", "check"]);

        await process.EndAsync();

        process.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.ShouldStartWith("error settings: "), line => line.ShouldContain("Tracker__Reader__Endpoint"));
    }

    private static async Task<List<string>> LinesAsync(Tracker.Data.DatabaseSettings database, ReaderServer server, string bodies, string[] command)
    {
        using var process = TrackerProcess.Command(
            database,
            [("Tracker__Reader__Enabled", "true"), ("Tracker__Reader__Endpoint", server.Endpoint), ("Tracker__Reader__Model", "loopback-model"), ("Tracker__Reader__Bodies", bodies), ("Tracker__Reader__Key", "secret")],
            command);
        await process.EndAsync();
        return process.Lines;
    }
}
