using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
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

    /// <param name="Of">Number of items.</param>
    public sealed record Share(int Of, int Right)
    {
        public double? Value => Of == 0 ? null : (double)Right / Of;
    }

    public sealed class Handler(TrackerDbContext db, TimeZoneInfo zone) : IRequestHandler<Query, Result>
    {
        private static readonly DecisionKind[] Judging =
            [DecisionKind.SetStatus, DecisionKind.Confirm, DecisionKind.Reject, DecisionKind.Evidence, DecisionKind.NotCommitment];

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var decisions = await db.Decisions.AsNoTracking()
                .Where(d => Judging.Contains(d.Kind) && (d.SampleId != null || d.Placement!.InForce)).OrderBy(d => d.At).ThenBy(d => d.Id)
                .ToListAsync(cancellationToken);
            return new Result(Lines(decisions.Where(d => d.SampleId is null), CommitmentOf), Lines(AnsweredByBoth(decisions), AnswerOf));
        }

        /// <summary>An answer counts when the other auditor gave theirs: until then nothing of it may be seen, not even in a mean.</summary>
        private static IEnumerable<StoredDecision> AnsweredByBoth(IEnumerable<StoredDecision> decisions) => decisions
            .Where(d => d.SampleId is not null).GroupBy(d => (d.SampleId, d.CommitmentId))
            .Where(item => item.Select(d => d.Actor).Distinct(StringComparer.Ordinal).Count() >= 2).SelectMany(item => item);

        private List<Line> Lines(IEnumerable<StoredDecision> decisions, Func<StoredDecision, string> itemOf) =>
        [
            .. decisions.GroupBy(d => (Month: TimeZoneInfo.ConvertTime(d.At, zone).ToString("yyyy-MM", CultureInfo.InvariantCulture), d.MethodVersion))
                .OrderByDescending(group => group.Key.Month, StringComparer.Ordinal).ThenByDescending(group => group.Key.MethodVersion, StringComparer.Ordinal)
                .Select(group => LineOf(group.Key.Month, group.Key.MethodVersion, [.. group.GroupBy(itemOf, StringComparer.Ordinal).Select(item => item.ToList())])),
        ];

        private static string CommitmentOf(StoredDecision decision) => decision.CommitmentId;

        private static string AnswerOf(StoredDecision decision) => $"{decision.SampleId}\n{decision.CommitmentId}\n{decision.Actor}";

        private static Line LineOf(string month, string version, IReadOnlyList<List<StoredDecision>> items)
        {
            var statuses = items.Select(item => item.LastOrDefault(d => d is { Kind: DecisionKind.SetStatus, Status: not null, MachineStatus: not null })).OfType<StoredDecision>()
                .Select(d => (d.MachineStatus!.Value, d.Status!.Value)).ToList();
            var found = items.Where(item => !PairPlaces.IsMadeByPerson(item[0].CommitmentId)).ToList();
            var passages = items.Select(IsBestPassageRight).OfType<bool>().ToList();
            return new Line(
                month, version, items.Count, Agreement.Of<CommitmentStatus>(statuses),
                new Share(found.Count, found.Count(item => item[^1].Kind != DecisionKind.NotCommitment)), new Share(passages.Count, passages.Count(right => right)));
        }

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
    }
}
