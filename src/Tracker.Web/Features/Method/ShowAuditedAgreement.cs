using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Training;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Method;

/// <summary>How far the method agreed with the auditors over time: its verdict as it was when each of them decided.</summary>
public static class ShowAuditedAgreement
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Chosen">Of commitments that auditors picked, the newest month first.</param>
    /// <param name="Sampled">Of random samples that two auditors judged blind, once both did.</param>
    public sealed record Result(IReadOnlyList<Line> Chosen, IReadOnlyList<Line> Sampled);

    /// <param name="Month">Of the decisions, such as <c>2026-11</c>, in the installation's time zone.</param>
    /// <param name="Audited">Commitments that somebody judged.</param>
    /// <param name="Status">The method's status against the person's.</param>
    /// <param name="IsCommitment">Commitments found by the method that somebody judged, and the share of which nobody said that it is none.</param>
    /// <param name="Passage">Best evidence of the method on which somebody decided, and the share that was right.</param>
    public sealed record Line(string Month, string MethodVersion, int Audited, Agreement Status, Share IsCommitment, Share Passage);

    public sealed record Share(int Items, int Right)
    {
        public double? Value => Items == 0 ? null : (double)Right / Items;

        internal static Share Of(IEnumerable<bool?> answers)
        {
            var given = answers.OfType<bool>().ToList();
            return new Share(given.Count, given.Count(right => right));
        }
    }

    public sealed class Handler(TrackerDbContext db, TimeZoneInfo zone) : IRequestHandler<Query, Result>
    {
        private static readonly DecisionKind[] Judging =
            [DecisionKind.SetStatus, DecisionKind.Confirm, DecisionKind.Reject, DecisionKind.Evidence, DecisionKind.NotCommitment];

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var decisions = await db.Decisions.AsNoTracking().Where(d => Judging.Contains(d.Kind) && d.Adjudicates == null && d.Placement!.InForce)
                .OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellationToken);
            var chosen = decisions.GroupBy(d => (Month: MonthOf(d.At), d.MethodVersion, d.CommitmentId)).Select(item => JudgedBy([.. item]));
            var samples = await db.Samples.AsNoTracking().Where(s => s.RevealedAt != null).Include(s => s.Items).Include(s => s.Answers).AsSplitQuery()
                .ToListAsync(cancellationToken);
            return new Result(Lines(chosen), Lines(samples.SelectMany(Answered)));
        }

        private static List<Line> Lines(IEnumerable<Judged> judged) =>
        [
            .. judged.GroupBy(item => (item.Month, item.MethodVersion)).OrderByDescending(group => group.Key.Month, StringComparer.Ordinal)
                .ThenByDescending(group => group.Key.MethodVersion, StringComparer.Ordinal).Select(group => new Line(
                    group.Key.Month, group.Key.MethodVersion, group.Count(),
                    Agreement.Of<CommitmentStatus>([.. group.Where(item => item.Status is not null).Select(item => item.Status!.Value)]),
                    Share.Of(group.Select(item => item.IsCommitment)), Share.Of(group.Select(item => item.IsPassageRight)))),
        ];

        private Judged JudgedBy(IReadOnlyList<StoredDecision> item)
        {
            var set = item.LastOrDefault(d => d is { Kind: DecisionKind.SetStatus, Status: not null, MachineStatus: not null });
            return new Judged(
                MonthOf(item[0].At), item[0].MethodVersion, set is null ? null : (set.MachineStatus!.Value, set.Status!.Value),
                PairPlaces.IsMadeByPerson(item[0].CommitmentId) ? null : item[^1].Kind != DecisionKind.NotCommitment, IsBestPassageRight(item));
        }

        /// <summary>Each of the two answers by itself, to items that both have answered.</summary>
        private IEnumerable<Judged> Answered(CodingSample sample)
        {
            foreach (var item in sample.Items)
            {
                if (sample.AnswerOf(sample.FirstCoder, item.Position) is not { } first || sample.AnswerOf(sample.SecondCoder, item.Position) is not { } second) continue;
                foreach (var answer in (CodingAnswer[])[first, second])
                    yield return new Judged(
                        MonthOf(answer.At), item.MethodVersion, answer.Status is { } status ? (item.MachineStatus, status) : null, answer.IsCommitment,
                        item.MachineEvidence.Count == 0 || answer.Evidence.Count == 0 ? null : answer.Evidence.Any(span => SpanAgreement.Touch(span, item.MachineEvidence[0])));
            }
        }

        private string MonthOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM", CultureInfo.InvariantCulture);

        /// <summary>Null where nobody said anything of the method's best passage: who sets a status does not judge what is shown beside it.</summary>
        private static bool? IsBestPassageRight(IReadOnlyList<StoredDecision> item)
        {
            bool? isRight = null;
            foreach (var decision in item.Where(d => d is { MachinePassage: not null, Passage: not null }))
            {
                var isSame = decision.Passage!.IsSamePassage(decision.MachinePassage!);
                isRight = (decision.Kind, isSame) switch
                {
                    (DecisionKind.Confirm or DecisionKind.Evidence, true) => true,
                    (DecisionKind.Reject, true) => false,
                    (DecisionKind.Evidence, false) => isRight ?? false,
                    _ => isRight,
                };
            }

            return isRight;
        }

        /// <summary>What one person, or all of them together, said of one commitment; null where nothing was said of it.</summary>
        private sealed record Judged(
            string Month, string MethodVersion, (CommitmentStatus Machine, CommitmentStatus Person)? Status, bool? IsCommitment, bool? IsPassageRight);
    }
}
