using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Coding;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Coding;

/// <summary>A sample: how far the two have come, and once it is revealed how far they agree, with each other and with the method.</summary>
public static class ShowSample
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Sample">Before it is revealed with the answers of whoever asks alone: the others are not even read.</param>
    /// <param name="Mine">For one of the two auditors: the commitments and their own answers; empty for everybody else.</param>
    /// <param name="Next">Place of the first commitment that whoever asks has still to answer; null where there is none.</param>
    /// <param name="Outcome">Null until it is revealed.</param>
    public sealed record Result(CodingSample Sample, int FirstAnswered, int SecondAnswered, IReadOnlyList<OwnAnswer> Mine, int? Next, Outcome? Outcome);

    public sealed record OwnAnswer(int Position, string Quote, CodingAnswer? Answer);

    /// <param name="Both">Commitments that both have answered.</param>
    public sealed record Outcome(int Both, IReadOnlyList<CodingAgreement> Fields, IReadOnlyList<Difference> Differences)
    {
        public int Open => Differences.Count(difference => !difference.IsSettled);
    }

    public sealed record Difference(int Position, string Quote, IReadOnlyList<CodingField> Fields, bool IsSettled);

    public sealed class Handler(TrackerDbContext db, Actor actor) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var sample = await db.Samples.AsNoTracking().Include(s => s.Items).FirstOrDefaultAsync(s => s.Id == query.Id, cancellationToken);
            if (sample is null) return null;
            var answers = db.Set<CodingAnswer>().AsNoTracking().Where(a => a.SampleId == sample.Id);
            var isRevealed = sample.RevealedAt is not null;
            sample.Answers.AddRange(await answers.Where(a => isRevealed || a.Coder == actor.Name).ToListAsync(cancellationToken));
            sample.Items.Sort((left, right) => left.Position.CompareTo(right.Position));
            var answered = await answers.Select(a => new { a.Coder, a.Position }).Distinct().GroupBy(a => a.Coder)
                .Select(group => new { Coder = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Coder, group => group.Count, cancellationToken);
            List<OwnAnswer> mine = sample.IsCoder(actor.Name)
                ? [.. sample.Items.Select(item => new OwnAnswer(item.Position, item.Subject.Quote, sample.AnswerOf(actor.Name, item.Position)))]
                : [];
            return new Result(
                sample, answered.GetValueOrDefault(sample.FirstCoder), answered.GetValueOrDefault(sample.SecondCoder), mine,
                mine.Find(item => item.Answer is null)?.Position, isRevealed ? await OutcomeAsync(sample, cancellationToken) : null);
        }

        private async Task<Outcome> OutcomeAsync(CodingSample sample, CancellationToken cancellation)
        {
            var settled = await db.Decisions.AsNoTracking().Where(d => d.Adjudicates == sample.Id && d.Kind != DecisionKind.Evidence && d.Placement!.InForce)
                .Select(d => d.CommitmentId).ToListAsync(cancellation);
            var read = await ReadAsync(sample, cancellation);
            var coded = sample.Items.Where(item => sample.Coded(item) is not null)
                .Select(item => (Item: item, Coded: sample.Coded(item)! with { Reader = read.GetValueOrDefault(item.Position) })).ToList();
            return new Outcome(
                coded.Count, CodingAgreement.Of([.. coded.Select(pair => pair.Coded)], sample.AsksSpecificity),
                [.. coded.Where(pair => pair.Coded.Differences.Count > 0).Select(pair =>
                    new Difference(pair.Item.Position, pair.Item.Subject.Quote, pair.Coded.Differences, settled.Contains(pair.Item.CommitmentId)))]);
        }

        /// <summary>What a second reader says of the words that were drawn, by their places; of a text that was corrected since it says nothing.</summary>
        private async Task<Dictionary<int, BlindAnswer>> ReadAsync(CodingSample sample, CancellationToken cancellation)
        {
            var ids = sample.Items.Select(item => item.CommitmentId).ToList();
            var read = await db.Commitments.AsNoTracking().Where(row => ids.Contains(row.Id) && row.ReaderStatus != null)
                .Select(row => new { row.Id, row.ReaderStatus, row.ReaderEvidence, row.SpanStart, row.SpanEnd, row.Pair.PlanReportId, row.Pair.ReviewReportId }).ToListAsync(cancellation);
            return (from item in sample.Items
                    join row in read on (item.CommitmentId, item.PlanReportId, item.ReviewReportId, item.SpanStart, item.SpanEnd)
                        equals (row.Id, row.PlanReportId ?? "", row.ReviewReportId ?? "", row.SpanStart, row.SpanEnd)
                    select (item.Position, Answer: new BlindAnswer(true, row.ReaderStatus, null, [.. row.ReaderEvidence.Select(evidence => evidence.Span)])))
                .ToDictionary(item => item.Position, item => item.Answer);
        }
    }
}
