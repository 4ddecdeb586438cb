using System.Net;
using Microsoft.EntityFrameworkCore;
using Tracker.Cli;
using Tracker.Data;
using Tracker.Web.Tests.Cli;
using Tracker.Web.Tests.Cluster;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>Off is off: without a reader nothing is asked, nothing is put on a list and no connection is made.</summary>
[Collection(ReaderDatabases.Name)]
public sealed class ReaderOffSpecs(Databases databases)
{
    [Fact]
    public async Task A_whole_run_makes_not_one_connection()
    {
        var database = await databases.SmallPairAsync();
        using var run = TrackerProcess.Command(database, [("TRACKER_COUNT_CONNECTIONS", "1")], "run", "--all");
        (await run.EndAsync()).ShouldBe(0, string.Join('\n', run.Lines));
        run.Lines.ShouldContain("connections 0");
        await using var db = database.Open();
        (await db.ReadingItems.AnyAsync()).ShouldBeFalse();
        (await db.ReaderReadings.AnyAsync()).ShouldBeFalse();
    }

    /// <summary>The watch that ends every test program at its first step off this machine.</summary>
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("93.184.216.34", false)]
    [InlineData("2606:2800:220:1::1", false)]
    public void The_watch_tells_this_machine_from_others(string address, bool isHere) =>
        Tracker.Tests.NoOutsideConnections.IsOnThisMachine(new IPEndPoint(IPAddress.Parse(address), 443).Serialize().ToString()).ShouldBe(isHere);

    [Fact]
    public async Task With_one_the_same_run_is_seen_to_connect()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good());
        using var run = TrackerProcess.Command(
            await databases.SmallPairAsync(),
            [
                ("TRACKER_COUNT_CONNECTIONS", "1"), ("Tracker__Reader__Enabled", "true"), ("Tracker__Reader__Endpoint", server.Endpoint), ("Tracker__Reader__Model", "loopback-model"),
                ("Tracker__Reader__Bodies", "sample-cppcc"), ("Tracker__Reader__Concurrency", "1"),
            ],
            "run", "--all");
        (await run.EndAsync()).ShouldBe(0, string.Join('\n', run.Lines));
        run.Lines.ShouldContain("connections 1", "one connection carries all questions");
        server.Requests.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Check_says_that_it_is_off()
    {
        using var folder = new Folder();
        var checkedOff = await CommandLine.RunAsync("reader", "check", "--data", folder.Path);
        (checkedOff.Status, checkedOff.Output.Trim()).ShouldBe((ExitStatus.Done, "off: no second reader is set, and nothing is sent anywhere"));
    }

    [Fact]
    public async Task An_answer_that_was_given_is_gone_from_the_queue_once_it_is_off_and_a_run_was_made()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good("contradicted"));
        var database = await databases.SmallPairAsync();
        var (on, _) = await ReaderProgram.RunAsync(database, ReaderProgram.Settings(server));
        await on.DisposeAsync();
        await using var off = new DecisionProgram(database);
        await off.RunAsync(all: true);
        (await off.RowsAsync()).ShouldAllBe(row => row.ReaderStatus == null && row.AuditPriority < 5);
        (await off.ReadAsync(db => db.ReaderReadings.CountAsync())).ShouldBeGreaterThan(5, "it is kept all the same");
    }
}
