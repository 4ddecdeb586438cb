using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Decisions;

/// <summary>Has the method judge the commitments that people made in a pair, after the action that made them.</summary>
public static class JudgeMade
{
    public sealed record Command(string PairId) : IRequest<Result>;

    /// <param name="Judged">0 where none waits, and where a run has judged them meanwhile.</param>
    public sealed record Result(int Judged);

    public sealed class Handler(TrackerDbContext db, DecisionKeeper keeper) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var pair = await db.Pairs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == command.PairId, cancellationToken);
            var made = await db.Commitments.AsNoTracking().Where(row => row.PairId == command.PairId && row.Origin == CommitmentOrigin.Person).ToListAsync(cancellationToken);
            if (pair is null || !made.Exists(row => row.MethodVersion == StoredCommitment.Unjudged)) return new Result(0);

            // Nobody waits while this is worked out: the writers' lock is taken for the result only.
            var texts = await PairTexts.LoadAsync(db, pair, cancellationToken);
            var verdicts = MadeRows.Judge(pair, texts, made);
            return await db.WriteAsync(token => WriteAsync(pair, texts.ReviewSource, verdicts, token), cancellationToken);
        }

        private async Task<Result> WriteAsync(StoredPair judged, string? review, IReadOnlyDictionary<string, Verdict> verdicts, CancellationToken cancellation)
        {
            var pair = await db.Pairs.FirstOrDefaultAsync(p => p.Id == judged.Id, cancellation);
            if (pair is null || (pair.PlanReportId, pair.ReviewReportId, pair.State) != (judged.PlanReportId, judged.ReviewReportId, judged.State)) return new Result(0);
            var rows = await db.Commitments.Where(row => row.PairId == pair.Id && row.Origin == CommitmentOrigin.Person && row.MethodVersion == StoredCommitment.Unjudged)
                .ToListAsync(cancellation);
            rows.RemoveAll(row => !verdicts.ContainsKey(row.Id));
            foreach (var row in rows) await keeper.JudgeAsync(row, verdicts[row.Id], review, cancellation);
            await keeper.SumUpAsync(pair, cancellation);
            return new Result(rows.Count);
        }
    }
}
