using Microsoft.EntityFrameworkCore;
using Tracker.App.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>The small pair with a second reader beside it.</summary>
internal static class ReaderProgram
{
    /// <summary>Pauses are short: a test does not wait as a user's program does. An answer may take as long as a busy machine needs.</summary>
    public static ReaderSettings Settings(
        ReaderServer server, long runRequests = 1000, int attempts = 4, string bodies = "*", double timeout = 20, int concurrency = 4, string json = AnswerForm.Auto,
        long runTokens = 100_000_000, decimal runCost = 0, decimal price = 0, bool embeddings = false, string? endpoint = null) => new()
    {
        Enabled = true, Endpoint = endpoint ?? server.Endpoint, Model = "loopback-model", Bodies = bodies, TimeoutSeconds = timeout, PauseSeconds = 0.001, Attempts = attempts, Concurrency = concurrency,
        RunRequests = runRequests, RunTokens = runTokens, DayTokens = 1_000_000_000, RunCost = runCost, InputPrice = price, OutputPrice = price, Json = json,
        EmbeddingsEndpoint = embeddings ? server.Endpoint : "", EmbeddingsModel = embeddings ? "loopback-vectors" : "",
    };

    public static async Task<(DecisionProgram Program, ReadingItem Item)> RunAsync(DatabaseSettings database, ReaderSettings settings)
    {
        var program = new DecisionProgram(database, settings);
        var run = await program.RunAsync(all: true);
        run.Outcome.ShouldBe(RunOutcome.Succeeded);
        return (program, await program.ReadAsync(db => db.ReadingItems.AsNoTracking().SingleAsync(item => item.RunId == run.RunId)));
    }

    public static Task<DatabaseSettings> SmallPairAsync(this Databases databases, DatabaseProvider provider = DatabaseProvider.Sqlite) => databases.CreateAsync(provider, Contents.SmallPair);

    public static Task<List<StoredCommitment>> RowsAsync(this DecisionProgram program) =>
        program.ReadAsync(db => db.Commitments.AsNoTracking().OrderBy(row => row.Position).ToListAsync());
}
