using Microsoft.EntityFrameworkCore;
using Polly;
using Tracker.App.Runs;
using Tracker.Core.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>
/// Puts one question, or finds its answer. Every answer is committed by itself as soon as it is there, so that whatever dies
/// afterwards loses nothing and nobody pays for it twice.
/// </summary>
public sealed class ReaderDesk(TrackerDbContext db, ReaderBudget budget, ChatServer server, AnswerForm form, ReaderSettings settings, RunSettings runs, TimeProvider time)
{
    /// <summary>How suggestions are counted whose words do not stand in the plan.</summary>
    private const string StrayedSuggestion = "StrayedSuggestion";

    /// <param name="Error">What went wrong last; null where nothing did.</param>
    public sealed record Outcome(ReadingStep Step, ReaderAnswer? Answer, string? Error = null);

    public static string IdOf(string model, ReadingPrompt prompt) => ReadingPrompt.HashOf($"{model}\n{prompt.Hash}");

    /// <summary>The stored answer to a task; null where there is none yet.</summary>
    public Task<ReaderReading?> FindAsync(ReadingTask task, CancellationToken cancellation)
    {
        var id = IdOf(settings.Model, ReadingPrompt.Of(task));
        return db.ReaderReadings.AsNoTracking().FirstOrDefaultAsync(reading => reading.Id == id, cancellation);
    }

    /// <param name="runId">What the costs are counted against.</param>
    public async Task<Outcome> AskAsync(ReadingTask task, string commitmentId, string runId, CancellationToken cancellation)
    {
        var prompt = ReadingPrompt.Of(task);
        var id = IdOf(settings.Model, prompt);
        var owner = Guid.NewGuid().ToString("N");
        while (true)
        {
            var held = await ClaimAsync(id, owner, prompt, commitmentId, runId, cancellation);
            if (held.State == ReadingState.Answered) return new Outcome(ReadingStep.Known, held.Answer);
            if (held.State == ReadingState.Unusable) return new Outcome(ReadingStep.KnownUnusable, null);
            if (held.Owner == owner) break;
            await Task.Delay(runs.Poll, time, cancellation);
        }

        var talk = new Talk(prompt, task, id, owner, runId);
        var last = await Retrying(talk).ExecuteAsync(async (state, token) => await TryAsync(state, token), talk, cancellation);
        return await StoreAsync(talk, last, cancellation);
    }

    /// <summary>Whoever claims a question alone may put it, until the lease ends.</summary>
    private Task<ReaderReading> ClaimAsync(string id, string owner, ReadingPrompt prompt, string commitmentId, string runId, CancellationToken cancellation) => db.WriteBesideAsync(
        "reading:" + id,
        async token =>
        {
            var now = time.GetUtcNow();
            var reading = await db.ReaderReadings.FirstOrDefaultAsync(stored => stored.Id == id, token);
            if (reading is null)
            {
                reading = new ReaderReading
                {
                    Id = id, Model = settings.Model, PromptVersion = ReadingPrompt.Version, PromptHash = prompt.Hash, CommitmentId = commitmentId,
                };
                db.Add(reading);
            }
            else if (reading.State != ReadingState.Asking || reading.LeasedUntil > now)
            {
                return reading;
            }

            (reading.Owner, reading.LeasedUntil, reading.RunId) = (owner, now + LeaseOfAnAttempt, runId);
            return reading;
        },
        cancellation);

    private TimeSpan LeaseOfAnAttempt => settings.Timeout + runs.Lease;

    private async Task<Attempt> TryAsync(Talk talk, CancellationToken cancellation)
    {
        var most = settings.Price.Most(talk.Prompt, settings.AnswerTokens);
        if (await budget.SetAsideAsync(talk.RunId, most, cancellation) is not { } reserve) return new Attempt(null, null, null, OverBudget: true);
        await HoldAsync(talk, TimeSpan.Zero, requests: 1, cancellation);
        var began = time.GetTimestamp();
        try
        {
            var reply = await server.AskAsync(talk.Prompt, most, cancellation);
            var (answer, refusal) = reply.Refusal is { } declined ? (null, declined) : AnswerReader.Read(reply.Content, talk.Task);
            await SettleAsync(talk, reserve, reply.Used ?? most, began, refusal?.ToString(), answer?.Strayed ?? 0);
            return new Attempt(answer, refusal, null);
        }
        catch (ReaderServerException trouble)
        {
            await SettleAsync(talk, reserve, trouble.Used ?? Usage.Nothing, began, trouble.Trouble.ToString(), strayed: 0);
            return new Attempt(null, null, trouble);
        }
    }

    private async Task SettleAsync(Talk talk, ReaderBudget.Reserve reserve, Usage used, long began, string? refusal, int strayed)
    {
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        if (refusal is not null) refusals[refusal] = 1;
        if (strayed > 0) refusals[StrayedSuggestion] = strayed;
        await budget.SettleAsync(reserve, used, refusals, CancellationToken.None);
        talk.Add(used, time.GetElapsedTime(began), refusals);
    }

    /// <summary>Keeps others from the question for an attempt and the pause before it, and no longer: whoever dies holds up nobody.</summary>
    private Task<int> HoldAsync(Talk talk, TimeSpan pause, int requests, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + pause + LeaseOfAnAttempt;
        return db.ReaderReadings.Where(reading => reading.Id == talk.Id && reading.Owner == talk.Owner).ExecuteUpdateAsync(
            set => set.SetProperty(reading => reading.LeasedUntil, until).SetProperty(reading => reading.Requests, reading => reading.Requests + requests), cancellation);
    }

    private ResiliencePipeline<Attempt> Retrying(Talk talk) => ReaderRetry.Of<Attempt>(
        settings, time, IsWorthAnother, attempt => attempt.Trouble, (pause, cancellation) => HoldAsync(talk, pause, requests: 0, cancellation));

    private bool IsWorthAnother(Attempt attempt) => attempt switch
    {
        { OverBudget: true } or { Answer: not null } or { Refusal: AnswerRefusal.Declined } => false,
        { Trouble: { Part: { } part } } => form.Refused(part),
        { Trouble: { } trouble } => trouble.IsPassing,
        _ => true,
    };

    /// <summary>An answer, or that none can be taken, is kept. Where the server was away or the money spent, the question stays open.</summary>
    private async Task<Outcome> StoreAsync(Talk talk, Attempt last, CancellationToken cancellation)
    {
        var isClosed = last.Answer is not null || last.Refusal is not null;
        await db.WriteBesideAsync(
            "reading:" + talk.Id,
            async token =>
            {
                var reading = await db.ReaderReadings.SingleAsync(stored => stored.Id == talk.Id, token);
                reading.PromptTokens += talk.Used.Prompt;
                reading.AnswerTokens += talk.Used.Answer;
                reading.CostMicros += settings.Price.Of(talk.Used.Prompt, talk.Used.Answer);
                reading.Milliseconds += talk.Took.TotalMilliseconds;
                reading.Refusals = ReaderBudget.Sum(reading.Refusals, talk.Refusals);
                (reading.LeasedUntil, reading.Owner) = (null, null);
                if (!isClosed || reading.State == ReadingState.Answered) return false;
                (reading.State, reading.At) = (last.Answer is null ? ReadingState.Unusable : ReadingState.Answered, time.GetUtcNow());
                if (last.Answer is { } answer)
                    (reading.Status, reading.Evidence, reading.Reason, reading.Suggestions, reading.Strayed) = (answer.Status, answer.Evidence, answer.Reason, answer.Suggestions, answer.Strayed);
                return true;
            },
            cancellation);
        return last switch
        {
            { Answer: { } answer } => new Outcome(ReadingStep.Answered, answer),
            { OverBudget: true } => new Outcome(ReadingStep.OverBudget, null, ReaderBudget.Spent),
            { Refusal: { } refusal } => new Outcome(ReadingStep.Unusable, null, $"No answer could be taken; the last was {refusal}."),
            _ => new Outcome(ReadingStep.Unreachable, null, last.Trouble?.Message),
        };
    }

    /// <param name="Refusal">Why what was said is not taken.</param>
    /// <param name="Trouble">Why nothing was said.</param>
    private sealed record Attempt(ReaderAnswer? Answer, AnswerRefusal? Refusal, ReaderServerException? Trouble, bool OverBudget = false);

    /// <summary>One question with what its attempts took together.</summary>
    private sealed record Talk(ReadingPrompt Prompt, ReadingTask Task, string Id, string Owner, string RunId)
    {
        public IReadOnlyDictionary<string, int> Refusals { get; private set; } = new Dictionary<string, int>();

        public Usage Used { get; private set; } = Usage.Nothing;

        public TimeSpan Took { get; private set; }

        public void Add(Usage used, TimeSpan took, IReadOnlyDictionary<string, int> refusals) =>
            (Used, Took, Refusals) = (new Usage(Used.Prompt + used.Prompt, Used.Answer + used.Answer), Took + took, ReaderBudget.Sum(Refusals, refusals));
    }
}

/// <summary>What became of a question.</summary>
public enum ReadingStep
{
    /// <summary>Answered before: nothing was asked.</summary>
    Known,

    /// <summary>Asked before in vain: nothing was asked.</summary>
    KnownUnusable,

    Answered,

    /// <summary>No answer could be taken.</summary>
    Unusable,

    /// <summary>The server was away, too busy, or the settings do not fit it.</summary>
    Unreachable,

    OverBudget,
}
