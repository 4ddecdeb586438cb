using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Data;

namespace Tracker.App.Coding;

/// <summary>关闭样本: what the two auditors agree on becomes decisions, once all differences are adjudicated.</summary>
public static class CloseSample
{
    public sealed record Command(string SampleId) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such sample.</summary>
    /// <param name="Agreed">Commitments decided by agreement.</param>
    /// <param name="Skipped">Agreed ones that someone had decided on meanwhile, whose decision stands, and those whose reports are gone.</param>
    public sealed record Result(int Agreed, int Skipped);

    public sealed class Handler(TrackerDbContext db, SampleVerdicts verdicts, AuditLog log, TimeProvider time) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.Include(s => s.Items).Include(s => s.Answers).FirstOrDefaultAsync(s => s.Id == command.SampleId, cancellationToken);
            if (sample is null) return null;
            if (sample.RevealedAt is null) throw PassageChoice.Wrong("sample", "两位评定人都答完之后才能关闭。");
            if (sample.ClosedAt is not null) throw PassageChoice.Wrong("sample", "这个样本已经关闭。");
            var decided = await db.Decisions.Where(d => db.SampleItems.Any(i => i.SampleId == sample.Id && i.CommitmentId == d.CommitmentId))
                .Where(d => d.Placement!.InForce && (d.Kind == DecisionKind.SetStatus || d.Kind == DecisionKind.NotCommitment))
                .Select(d => new { d.CommitmentId, d.Adjudicates }).ToListAsync(cancellationToken);
            var settled = decided.Where(d => d.Adjudicates == sample.Id).Select(d => d.CommitmentId).ToHashSet(StringComparer.Ordinal);
            var coded = sample.Items.OrderBy(i => i.Position).Select(item => (Item: item, Coded: sample.Coded(item))).Where(pair => pair.Coded is not null).ToList();
            var open = coded.Count(pair => pair.Coded!.Differences.Count > 0 && !settled.Contains(pair.Item.CommitmentId));
            if (open > 0) throw PassageChoice.Wrong("sample", $"还有 {open} 项分歧没有裁定。");

            var taken = decided.Select(d => d.CommitmentId).ToHashSet(StringComparer.Ordinal);
            var (agreed, skipped) = (0, 0);
            foreach (var (item, both) in coded.Where(pair => pair.Coded!.Agreed is not null))
            {
                var isWritten = !taken.Contains(item.CommitmentId)
                    && await verdicts.WriteAsync(item, both!.Agreed!, "双人盲评一致", cancellationToken) is not null;
                if (isWritten) agreed++;
                else skipped++;
            }

            sample.ClosedAt = time.GetUtcNow();
            await log.AppendAsync(AuditKinds.Coding, sample.Id, new { action = "close", agreed, adjudicated = settled.Count, skipped }, cancellationToken);
            return new Result(agreed, skipped);
        }
    }
}
