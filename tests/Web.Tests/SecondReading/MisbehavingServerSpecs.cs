using Microsoft.EntityFrameworkCore;
using Tracker.App.SecondReading;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Digest;
using Behaviour = Tracker.Web.Tests.SecondReading.ReaderServer.Behaviour;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>A second reader's server that misbehaves: no run fails, nothing wrong gets in, and what can be had is had.</summary>
[Collection(ReaderDatabases.Name)]
public sealed class MisbehavingServerSpecs(Databases databases)
{
    private const string WrongNumber = """{"status":"partial","evidence":[{"candidate":11,"relation":"direct"}],"reason":"好","suggestions":[]}""";

    public static TheoryData<string> Faults => [.. Behaviours.Keys];

    private static readonly Dictionary<string, Behaviour> Behaviours = new(StringComparer.Ordinal)
    {
        ["429"] = new Behaviour.Fails(429, RetryAfter: "0"),
        ["500"] = new Behaviour.Fails(500),
        ["503"] = new Behaviour.Fails(503, RetryAfter: "0"),
        ["slow"] = new Behaviour.Sleeps(Timeout.InfiniteTimeSpan),
        ["cut off in the middle"] = new Behaviour.HangsUp(),
        ["a stream cut off in the middle"] = new Behaviour.HangsUp(InChunks: true),
        ["ended by length"] = new Behaviour.Says("""{"status":"par""", Ending: "length"),
        ["broken JSON"] = new Behaviour.Says("""{"status":"partial","evidence":[{"candidate":1"""),
        ["no JSON"] = new Behaviour.Says("我认为已经落实。"),
        ["no answer of the protocol"] = new Behaviour.Raw("""{"hello":"world"}"""),
        ["no JSON at all"] = new Behaviour.Raw("<html>"),
        ["a number that is no candidate's"] = new Behaviour.Says(WrongNumber),
        ["a status that does not exist"] = new Behaviour.Says("""{"status":"done","evidence":[],"reason":"好","suggestions":[]}"""),
        ["words as evidence"] = new Behaviour.Says("""{"status":"partial","evidence":["举办委员培训班4期"],"reason":"好","suggestions":[]}"""),
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task What_goes_wrong_once_is_asked_again_and_answered(string fault)
    {
        await using var server = await ReaderServer.StartAsync(question => question.Times == 1 ? Behaviours[fault] : ReaderServer.Good());
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server, timeout: Patience(fault), concurrency: 16));
        await using var _ = program;

        item.Commitments.ShouldBeGreaterThan(5);
        (item.Answered, item.Unusable, item.Unreachable).ShouldBe((item.Commitments, 0, 0));
        server.Asked.Values.ShouldAllBe(times => times == 2);
        (await program.RowsAsync()).Where(row => row.Candidates.Count > 0).ShouldAllBe(row => row.ReaderStatus != null && row.ReaderEvidence.Count == 1);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task What_goes_wrong_again_and_again_is_left_to_the_machine_with_its_reason_counted(string fault)
    {
        await using var server = await ReaderServer.StartAsync(_ => Behaviours[fault]);
        var database = await databases.SmallPairAsync();
        var before = await StatusesAsync(database);
        var (program, item) = await ReaderProgram.RunAsync(database, ReaderProgram.Settings(server, attempts: 2, timeout: Patience(fault, 0.15), concurrency: 8));
        await using var _ = program;

        (item.Answered, item.Known, item.Unusable + item.Unreachable).ShouldBe((0, 0, item.Commitments));
        item.Error.ShouldNotBeNull();
        (await program.RowsAsync()).ShouldAllBe(row => row.ReaderStatus == null && row.ReaderEvidence.Count == 0 && row.JointConfidence == null);
        (await StatusesAsync(database)).ShouldBe(before);
        var refusals = await program.ReadAsync(db => db.ReaderReadings.AsNoTracking().ToListAsync());
        refusals.Where(reading => reading.Requests > 0).ShouldAllBe(reading => reading.Refusals.Values.Sum() == 2);
    }

    [Fact]
    public async Task Who_declines_is_not_asked_twice_unless_somebody_wants_it()
    {
        await using var server = await ReaderServer.StartAsync(question => question.Times == 1 ? new Behaviour.Declines() : ReaderServer.Good());
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server));
        await using var _ = program;
        item.Unusable.ShouldBe(item.Commitments);
        server.Asked.Values.ShouldAllBe(times => times == 1);
        (await program.ReadAsync(db => db.ReaderReadings.AsNoTracking().ToListAsync())).ShouldAllBe(reading => reading.Refusals[nameof(AnswerRefusal.Declined)] == 1);
        await program.RunAsync();
        server.Requests.ShouldBe(item.Commitments, "another run leaves it at that");

        (await program.SendAsync(new RetryReadings.Command())).ShouldBe(item.Commitments);
        var again = await program.RunAsync();
        (await program.SendAsync(new ShowRunReading.Query(again.RunId)))!.Answered.ShouldBe(item.Commitments);
    }

    [Fact]
    public async Task What_a_run_asked_in_vain_and_what_the_next_one_got_is_told_of_each_apart()
    {
        var isAway = true;
        await using var server = await ReaderServer.StartAsync(_ => isAway ? new Behaviour.Fails(500) : ReaderServer.Good());
        var database = await databases.SmallPairAsync();
        var settings = ReaderProgram.Settings(server, attempts: 2, concurrency: 1);
        var (program, item) = await ReaderProgram.RunAsync(database, settings);
        await using var _ = program;
        var vain = (await program.SendAsync(new ShowRunReading.Query(item.RunId)))!;
        (vain.Answered, vain.Unreachable, vain.Requests, vain.Tokens).ShouldBe((0, item.Commitments, server.Requests, 0));
        vain.Refusals.ShouldBe([(nameof(ServerTrouble.Failed), server.Requests)]);

        isAway = false;
        var next = await program.RunAsync();
        var read = (await program.SendAsync(new ShowRunReading.Query(next.RunId)))!;
        (read.Answered, read.Requests, read.Tokens).ShouldBe((item.Commitments, item.Commitments, 960 * item.Commitments));
        (read.Refusals.Count, read.Models.Single()).ShouldBe((0, "loopback-model"));
        (await program.SendAsync(new ShowRunReading.Query(item.RunId)))!.Refusals.ShouldBe(vain.Refusals);
    }

    [Fact]
    public async Task A_model_that_knows_other_parameters_is_asked_with_those()
    {
        await using var server = await ReaderServer.StartAsync(question =>
            question.Parameters.Contains("max_tokens") ? new Behaviour.Fails(400, """{"error":{"message":"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."}}""")
            : question.Parameters.Contains("temperature") ? new Behaviour.Fails(400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model."}}""")
            : ReaderServer.Good());
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server, concurrency: 1));
        await using var _ = program;
        item.Answered.ShouldBe(item.Commitments);
        server.Requests.ShouldBe(item.Commitments + 2, "one refusal of each tells for all");
        server.Questions.ShouldAllBe(question => question.Parameters.Contains("max_tokens") != question.Parameters.Contains("max_completion_tokens"), "the length is bounded in any case");
    }

    [Fact]
    public async Task A_key_that_is_refused_is_tried_once_a_question_and_after_a_few_no_more()
    {
        await using var server = await ReaderServer.StartAsync(_ => new Behaviour.Fails(401, """{"error":"bad key"}"""));
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server, concurrency: 1));
        await using var _ = program;
        item.Unreachable.ShouldBe(item.Commitments);
        item.Error!.ShouldContain("401");
        server.Requests.ShouldBe(5);
    }

    [Fact]
    public async Task A_server_that_knows_no_schema_is_asked_in_words()
    {
        await using var server = await ReaderServer.StartAsync(question =>
            question.BySchema ? new Behaviour.Fails(400, """{"error":"response_format is not supported"}""") : ReaderServer.Good() with { Content = "```json\n" + ReaderServer.Good().Content + "\n```" });
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), ReaderProgram.Settings(server, concurrency: 1));
        await using var _ = program;
        item.Answered.ShouldBe(item.Commitments);
        server.Requests.ShouldBe(item.Commitments + 1, "one refusal tells for all");
    }

    [Fact]
    public async Task A_server_that_is_away_fails_no_run()
    {
        await using var server = await ReaderServer.StartAsync(_ => ReaderServer.Good());
        using var nobody = new ClosedPort();
        var settings = ReaderProgram.Settings(server, attempts: 2, endpoint: $"http://127.0.0.1:{nobody.Number}/v1");
        var (program, item) = await ReaderProgram.RunAsync(await databases.SmallPairAsync(), settings);
        await using var _ = program;
        item.Unreachable.ShouldBe(item.Commitments);
    }

    /// <summary>In seconds: short only where silence is what is tried, and long enough for the answers that come after it.</summary>
    private static double Patience(string fault, double withSilence = 6) => fault == "slow" ? withSilence : 20;

    private static async Task<List<string>> StatusesAsync(DatabaseSettings database)
    {
        await using var db = database.Open();
        return (await db.Commitments.AsNoTracking().OrderBy(row => row.Id).ToListAsync()).ConvertAll(row => $"{row.Id} {row.Status} {row.MachineStatus} {string.Join('|', row.Evidence.Select(item => item.Quote))}");
    }
}
