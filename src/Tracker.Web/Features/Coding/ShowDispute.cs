using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Coding;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Coding;

/// <summary>裁定: a commitment on which the two auditors differ, with both answers and the method's beside each other.</summary>
public static class ShowDispute
{
    public sealed record Query(string SampleId, int Position) : IRequest<Result?>;

    /// <summary>Null where there is nothing to settle, or the sample is not revealed.</summary>
    /// <param name="IsCoder">Whether whoever asks is one of the two themselves.</param>
    /// <param name="Settled">The decision in force that settles it; null while there is none.</param>
    /// <param name="Next">The next one that is still to be settled; null where there is none but this.</param>
    public sealed record Result(
        CodingSample Sample, CodingItem Item, CodedText Text, CodedItem Coded, CodingAnswer First, CodingAnswer Second, bool IsCoder, StoredDecision? Settled, int? Next);

    public sealed class Handler(TrackerDbContext db, Actor actor) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.AsNoTracking().Include(s => s.Items).Include(s => s.Answers)
                .FirstOrDefaultAsync(s => s.Id == query.SampleId && s.RevealedAt != null, cancellationToken);
            var item = sample?.Items.Find(i => i.Position == query.Position);
            if (sample is null || item is null || sample.Coded(item) is not { Differences.Count: > 0 } coded) return null;
            if (await CodedText.LoadAsync(db, item, cancellationToken) is not { } text) return null;

            var settled = await db.Decisions.AsNoTracking().Where(d => d.Adjudicates == sample.Id && d.Kind != DecisionKind.Evidence && d.Placement!.InForce).ToListAsync(cancellationToken);
            var open = sample.Items.Where(i => sample.Coded(i) is { Differences.Count: > 0 } && !settled.Exists(d => d.CommitmentId == i.CommitmentId))
                .Select(i => i.Position).Where(position => position != item.Position).Order().ToList();
            return new Result(
                sample, item, text, coded, sample.AnswerOf(sample.FirstCoder, item.Position)!, sample.AnswerOf(sample.SecondCoder, item.Position)!,
                sample.IsCoder(actor.Name), settled.Find(d => d.CommitmentId == item.CommitmentId),
                open.Count == 0 ? null : open.Find(position => position > item.Position) is > 0 and var later ? later : open[0]);
        }
    }
}
