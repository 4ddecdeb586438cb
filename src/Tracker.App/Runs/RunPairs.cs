using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tracker.App.Auditing;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>复核运行: extracts, matches and scores what is new or what a new version of the method affects. Each pair is one transaction.</summary>
public static partial class RunPairs
{
    /// <param name="PairIds">Only these; null for every pair.</param>
    /// <param name="All">Also pairs whose texts and method are the same as before.</param>
    public sealed record Command(RunCause Cause, IReadOnlyList<string>? PairIds = null, bool All = false, IProgress<Progress>? Progress = null)
        : IRequest<Result>;

    public sealed record Progress(int Done, int Total, Item Item);

    public sealed record Result(string RunId, RunOutcome Outcome, IReadOnlyList<Item> Items);

    /// <param name="State">What the pair is now; null where it was taken away or failed.</param>
    public sealed record Item(string PairId, RunItemOutcome Outcome, PairState? State, int Commitments, IReadOnlyList<StatusChange> Changes, string? Error);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(command => command.PairIds).NotEmpty();
    }

    public sealed partial class Handler(
        TrackerDbContext db, PairWriter writer, AuditLog audit, TimeProvider time, ILogger<Handler> log) : IRequestHandler<Command, Result>
    {
        private static readonly TimeSpan LongestRun = TimeSpan.FromHours(6);

        private readonly Readings _readings = new(db);
        private readonly List<string> _errors = [];
        private readonly List<Item> _items = [];

        /// <exception cref="UnusableInputException"><c>unknown-pair</c>.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var runId = await StartAsync(command.Cause, cancellationToken);
            try
            {
                await _readings.RefreshAsync((report, cause) => Note(report, cause), cancellationToken);
                await RunAsync(runId, command, cancellationToken);
            }
            catch (Exception cause)
            {
                _errors.Add(cause is OperationCanceledException ? "The run was cancelled." : OneLine(cause));
                await FinishAsync(runId, RunOutcome.Failed);
                throw;
            }

            var outcome = _errors.Count == 0 ? RunOutcome.Succeeded : RunOutcome.PartlyFailed;
            await FinishAsync(runId, outcome);
            return new Result(runId, outcome, _items);
        }

        private async Task RunAsync(string runId, Command command, CancellationToken cancellation)
        {
            var pairs = Pairing.Of(await db.Reports.Select(report => new Pairing.Candidate(
                report.Id, report.BodyId, report.PlanYear, report.ReviewYear, report.DocumentKind, report.ImportedAt)).ToListAsync(cancellation));
            var stored = await db.Pairs.AsNoTracking().ToDictionaryAsync(pair => pair.Id, StringComparer.Ordinal, cancellation);
            var ids = pairs.Select(pair => pair.Id).Concat(stored.Keys).Distinct(StringComparer.Ordinal).ToList();
            if (command.PairIds?.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
            {
                throw new UnusableInputException("unknown-pair", $"There is no pair '{unknown}': a pair is a body and a year, such as {ids.FirstOrDefault() ?? "taiyuan-cppcc-2025"}.");
            }

            var wanted = ids.Where(id => command.PairIds is null || command.PairIds.Contains(id)).ToList();
            foreach (var id in wanted)
            {
                cancellation.ThrowIfCancellationRequested();
                var item = await RunOneAsync(runId, id, pairs.FirstOrDefault(pair => pair.Id == id), stored.GetValueOrDefault(id), command.All, cancellation);
                _items.Add(item);
                command.Progress?.Report(new Progress(_items.Count, wanted.Count, item));
            }
        }

        private async Task<Item> RunOneAsync(string runId, string id, Pairing.Pair? pair, StoredPair? before, bool all, CancellationToken cancellation)
        {
            var started = time.GetTimestamp();
            try
            {
                var isSame = pair is not null && before is not null && before.MethodVersion == MethodVersion.Current
                    && (before.PlanReportId, before.ReviewReportId) == (pair.PlanReportId, pair.ReviewReportId);
                var steps = isSame && !all ? [] : await StepsAsync(pair, before, cancellation);
                return await db.WriteAsync(
                    async token =>
                    {
                        List<StatusChange> changes = pair is null ? [.. await writer.RemoveAsync(runId, id, token)] : [];
                        foreach (var step in steps)
                        {
                            changes.AddRange(await writer.WriteAsync(runId, step.Pair, step.Contents, step.Cause, token));
                        }

                        var outcome = pair is not null && steps.Count == 0 ? RunItemOutcome.Unchanged : RunItemOutcome.Written;
                        var commitments = await db.Commitments.CountAsync(commitment => commitment.PairId == id, token);
                        await AddItemAsync(new Item(id, outcome, pair?.State, commitments, changes, null), runId, started, token);
                        return new Item(id, outcome, pair?.State, commitments, changes, null);
                    },
                    cancellation);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                var failed = new Item(id, RunItemOutcome.Failed, null, before is null ? 0 : await db.Commitments.CountAsync(c => c.PairId == id, cancellation), [], Note(id, cause));
                return await db.WriteAsync(token => AddItemAsync(failed, runId, started, token), cancellation);
            }
        }

        /// <summary>
        /// Where both the method and a text are new, the old texts are held against each other by the new method first: what
        /// changes then is the method's doing, what changes after that the text's.
        /// </summary>
        private async Task<IReadOnlyList<Step>> StepsAsync(Pairing.Pair? pair, StoredPair? before, CancellationToken cancellation)
        {
            if (pair is null)
            {
                return [];
            }

            var oldTexts = before is null ? null : pair with { PlanReportId = before.PlanReportId, ReviewReportId = before.ReviewReportId };
            var steps = new List<Step>();
            if (oldTexts is not null && (before!.MethodVersion != MethodVersion.Current || oldTexts == pair))
            {
                steps.Add(new Step(oldTexts, await ContentsAsync(oldTexts, cancellation), ChangeCause.NewMethod));
            }

            if (oldTexts != pair)
            {
                steps.Add(new Step(pair, await ContentsAsync(pair, cancellation), ChangeCause.NewText));
            }

            return steps;
        }

        private async Task<PairContents> ContentsAsync(Pairing.Pair pair, CancellationToken cancellation) =>
            PairContents.Of(await _readings.OfAsync(pair.PlanReportId, cancellation), await _readings.OfAsync(pair.ReviewReportId, cancellation));

        private async Task<string> StartAsync(RunCause cause, CancellationToken cancellation)
        {
            var now = time.GetUtcNow();
            var run = new Run { Id = Guid.CreateVersion7(now).ToString("N"), Cause = cause, MethodVersion = MethodVersion.Current, StartedAt = now };
            return await db.WriteAsync(
                async token =>
                {
                    await CloseInterruptedAsync(now, token);
                    return db.Runs.Add(run).Entity.Id;
                },
                cancellation);
        }

        /// <summary>A run whose program was killed could not say so itself. What it had finished was kept, pair by pair.</summary>
        private Task<int> CloseInterruptedAsync(DateTimeOffset now, CancellationToken cancellation)
        {
            var longAgo = now - LongestRun;
            return db.Runs.Where(run => run.Outcome == RunOutcome.Running && run.StartedAt < longAgo).ExecuteUpdateAsync(
                set => set.SetProperty(run => run.Outcome, RunOutcome.Failed).SetProperty(run => run.FinishedAt, now).SetProperty(run => run.Errors, "The program ended before the run did."),
                cancellation);
        }

        private async Task<Item> AddItemAsync(Item item, string runId, long started, CancellationToken cancellation)
        {
            db.Add(new RunItem
            {
                RunId = runId,
                PairId = item.PairId,
                Outcome = item.Outcome,
                Commitments = item.Commitments,
                New = item.Changes.Count(change => change.Kind == ChangeKind.New),
                Gone = item.Changes.Count(change => change.Kind == ChangeKind.Gone),
                Flipped = item.Changes.Count(change => change.Kind == ChangeKind.Flipped),
                Milliseconds = time.GetElapsedTime(started).TotalMilliseconds,
                Error = item.Error,
            });
            await db.SaveChangesAsync(cancellation);
            return item;
        }

        /// <summary>Not cancellable: a cancelled run is to be marked as such.</summary>
        private Task<Run> FinishAsync(string runId, RunOutcome outcome) => db.WriteAsync(async _ =>
        {
            var run = await db.Runs.SingleAsync(stored => stored.Id == runId);
            (run.FinishedAt, run.Outcome) = (time.GetUtcNow(), outcome);
            run.Written = _items.Count(item => item.Outcome == RunItemOutcome.Written);
            run.Unchanged = _items.Count(item => item.Outcome == RunItemOutcome.Unchanged);
            run.Failed = _items.Count(item => item.Outcome == RunItemOutcome.Failed);
            run.Errors = _errors.Count == 0 ? null : string.Join('\n', _errors);
            await audit.AppendAsync(
                AuditKinds.Run, run.Id, new { run.Cause, run.MethodVersion, run.Outcome, run.Written, run.Unchanged, run.Failed, changes = _items.Sum(item => item.Changes.Count) });
            return run;
        });

        private string Note(string subject, Exception cause)
        {
            LogFailed(cause, subject);
            _errors.Add($"{subject}: {OneLine(cause)}");
            return _errors[^1];
        }

        private static string OneLine(Exception cause) => $"{cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}";

        [LoggerMessage(1101, LogLevel.Error, "{Subject} failed and stays as it was")]
        private partial void LogFailed(Exception cause, string subject);

        private sealed record Step(Pairing.Pair Pair, PairContents Contents, ChangeCause Cause);
    }
}
