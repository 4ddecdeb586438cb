using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.App.Mail;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.App.Digest;

/// <summary>Reads once, for all readers, what happened in a period.</summary>
public sealed class PeriodReader(TrackerDbContext db)
{
    private const int SoonDays = 7;

    public async Task<PeriodChanges> ReadAsync(DigestPeriod period, CancellationToken cancellation)
    {
        var pairs = await PairsAsync(cancellation);
        var changes = await db.StatusChanges.AsNoTracking()
            .Where(change => change.At >= period.Start && change.At < period.End && (change.Kind == ChangeKind.New || change.Kind == ChangeKind.Gone || change.Kind == ChangeKind.Flipped))
            .OrderBy(change => change.At).ThenBy(change => change.Id).ToListAsync(cancellation);
        var decisions = await db.Decisions.AsNoTracking().Include(d => d.Placement).Where(d => d.At >= period.Start && d.At < period.End)
            .OrderBy(d => d.Id).ToListAsync(cancellation);
        var stale = await db.Placements.AsNoTracking()
            .Where(p => p.InForce && p.PlacedAt >= period.Start && p.PlacedAt < period.End && (p.Fate == AnchorFate.Stale || p.Fate == AnchorFate.Orphaned))
            .OrderBy(p => p.DecisionId).ToListAsync(cancellation);
        var rows = await RowsAsync([.. changes.Select(c => c.CommitmentId), .. decisions.Select(IdOf), .. stale.Select(p => p.CommitmentId ?? "")], cancellation);

        var items = new List<DigestItem>();
        var signed = decisions.ToLookup(IdOf, StringComparer.Ordinal);
        foreach (var ofOne in changes.GroupBy(change => change.CommitmentId, StringComparer.Ordinal))
        {
            var row = rows.GetValueOrDefault(ofOne.Key);
            if (pairs.GetValueOrDefault(ofOne.First().PairId) is { } pair && Net([.. ofOne], pair, row, signed[ofOne.Key].LastOrDefault()) is { } item) items.Add(item);
        }

        // A decision that changed the status is told as that change.
        var told = items.Where(item => item.Cause == DigestCause.Person).Select(item => item.CommitmentId).ToHashSet(StringComparer.Ordinal);
        items.AddRange(decisions.Where(d => pairs.ContainsKey(d.PairId) && !told.Contains(IdOf(d))).Select(d => Of(d, pairs[d.PairId], rows.GetValueOrDefault(IdOf(d)))));
        items.AddRange(stale.Where(p => pairs.ContainsKey(p.PairId)).Select(p => Of(p, pairs[p.PairId], rows.GetValueOrDefault(p.CommitmentId ?? ""))));
        items.AddRange(await DisputesAsync(period, pairs, cancellation));
        var waiting = await db.PendingResults.CountAsync(result => result.Waits, cancellation);
        return new PeriodChanges(period, DigestChoice.Ordered(items), await ExpectedAsync(period, pairs, cancellation), waiting);
    }

    private sealed record Row(
        string Id, string Quote, Specificity Specificity, double? Confidence, bool IsDecided, IReadOnlyList<Evidence> Evidence, string SearchText, CommitmentStanding Standing);

    private async Task<Dictionary<string, PairFacts>> PairsAsync(CancellationToken cancellation)
    {
        var counts = await db.Commitments.Where(row => row.Standing == CommitmentStanding.Counted).GroupBy(row => row.PairId)
            .Select(group => new
            {
                Id = group.Key, All = group.Count(),
                Judged = group.Count(row => row.Status != null), Answered = group.Count(row => row.Status != null && row.Status != CommitmentStatus.None),
            })
            .ToDictionaryAsync(group => group.Id, StringComparer.Ordinal, cancellation);
        var pairs = await db.Pairs.AsNoTracking().Select(pair => new { pair.Id, pair.BodyId, pair.Body.Name, pair.Body.Region, pair.Year }).ToListAsync(cancellation);
        return pairs.ToDictionary(
            pair => pair.Id,
            pair => new PairFacts(
                pair.Id, pair.BodyId, PlainLine.Of(pair.Name, 60), PlainLine.Of(pair.Region, 60), pair.Year, counts.GetValueOrDefault(pair.Id)?.All ?? 0,
                counts.GetValueOrDefault(pair.Id) is { Judged: > 0 } found ? found.Answered : null),
            StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, Row>> RowsAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var some in ids.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Chunk(500))
        {
            var found = await db.Commitments.AsNoTracking().Where(row => some.Contains(row.Id))
                .Select(row => new Row(row.Id, row.Quote, row.Specificity, row.Confidence, row.IsDecided, row.Evidence, row.SearchText, row.Standing)).ToListAsync(cancellation);
            found.ForEach(row => rows[row.Id] = row);
        }

        return rows;
    }

    /// <summary>All that happened to one commitment, from what it was before to what it is after; null where it came back to what it was.</summary>
    private static DigestItem? Net(IReadOnlyList<StatusChange> changes, PairFacts pair, Row? row, StoredDecision? decision)
    {
        var (first, last) = (changes[0], changes[^1]);
        DigestItemKind? kind = (first.Kind, last.Kind) switch
        {
            (ChangeKind.New, ChangeKind.Gone) => null,
            (_, ChangeKind.Gone) => DigestItemKind.Gone,
            (_, _) when first.From is null && last.To is null => first.Kind == ChangeKind.New ? DigestItemKind.Promise : null,
            (_, _) when first.From is null => DigestItemKind.Answer,
            (_, _) when first.From == last.To => null,
            _ => DigestItemKind.Flip,
        };
        if (kind is null) return null;
        var cause = changes.Any(change => change.Cause == ChangeCause.Human) ? DigestCause.Person
            : changes.Any(change => change.Cause == ChangeCause.NewText) ? DigestCause.NewText : DigestCause.NewMethod;
        return new DigestItem(
            kind.Value, [.. changes.Select(change => FormattableString.Invariant($"c:{change.Id}"))],
            last.RunId is not null && changes.All(change => change.RunId == last.RunId) ? $"p:{pair.Id}:{last.RunId}" : "", last.At, pair, last.CommitmentId, last.Quote,
            row?.Specificity, first.From, last.To, cause, row is { IsDecided: false } ? row.Confidence : null, EvidenceOf(row),
            cause == DigestCause.Person && decision is not null ? Signature.Of(decision.SignedAs) : "", decision?.Reason ?? "", decision?.Kind,
            row?.SearchText ?? SearchText.Fold(last.Quote));
    }

    private static DigestItem Of(StoredDecision decision, PairFacts pair, Row? row) => new(
        DigestItemKind.Decision, ["d:" + decision.Id], "", decision.At, pair, IdOf(decision), row?.Quote ?? decision.Subject.Quote, row?.Specificity, decision.Status, decision.Status,
        DigestCause.Person, null, decision.Passage?.Quote ?? EvidenceOf(row), Signature.Of(decision.SignedAs), decision.Reason, decision.Kind,
        row?.SearchText ?? SearchText.Fold(decision.Subject.Quote));

    private static DigestItem Of(DecisionPlacement placed, PairFacts pair, Row? row) => new(
        DigestItemKind.Stale, [$"s:{placed.DecisionId}:{placed.Fate}:{placed.MethodVersion}"], "", placed.PlacedAt, pair, placed.CommitmentId ?? "", row?.Quote ?? placed.OldWords, row?.Specificity,
        null, null, DigestCause.None, null, "", "", placed.Reason, null, row?.SearchText ?? SearchText.Fold(placed.OldWords));

    /// <summary>盲评: where both were shown, differ, and nobody has settled it yet.</summary>
    private async Task<IReadOnlyList<DigestItem>> DisputesAsync(DigestPeriod period, Dictionary<string, PairFacts> pairs, CancellationToken cancellation)
    {
        var samples = await db.Samples.AsNoTracking().Include(sample => sample.Items).Include(sample => sample.Answers).AsSplitQuery()
            .Where(sample => sample.RevealedAt >= period.Start && sample.RevealedAt < period.End && sample.ClosedAt == null).ToListAsync(cancellation);
        return
        [
            .. from sample in samples
               from item in sample.Items.OrderBy(item => item.Position)
               let first = sample.AnswerOf(sample.FirstCoder, item.Position)
               let second = sample.AnswerOf(sample.SecondCoder, item.Position)
               where first is not null && second is not null && (first.IsCommitment, first.Status) != (second.IsCommitment, second.Status) && pairs.ContainsKey(item.PairId)
               select new DigestItem(
                   DigestItemKind.Disputed, [FormattableString.Invariant($"a:{sample.Id}:{item.Position}")], "", sample.RevealedAt!.Value, pairs[item.PairId], item.CommitmentId,
                   item.Subject.Quote, item.MachineSpecificity, first.Status, second.Status, DigestCause.Person, null, "", "", "", null, SearchText.Fold(item.Subject.Quote)),
        ];
    }

    /// <summary>Reports are read at about the same time each year: what was read a year before the coming days is awaited in them.</summary>
    private async Task<IReadOnlyList<ExpectedReport>> ExpectedAsync(DigestPeriod period, Dictionary<string, PairFacts> pairs, CancellationToken cancellation)
    {
        var awaiting = await db.Pairs.AsNoTracking().Where(pair => pair.State == PairState.Awaiting && pair.PlanReport!.Delivered != null)
            .Select(pair => new { pair.Id, Delivered = pair.PlanReport!.Delivered!.Value }).ToListAsync(cancellation);
        return
        [
            .. awaiting.Select(pair => new ExpectedReport(pairs[pair.Id], pair.Delivered.AddYears(1)))
                .Where(expected => expected.Around > period.LastDay && expected.Around <= period.LastDay.AddDays(SoonDays))
                .OrderBy(expected => expected.Around).ThenBy(expected => expected.Pair.Id, StringComparer.Ordinal),
        ];
    }

    private static string IdOf(StoredDecision decision) => decision.Placement?.CommitmentId ?? decision.CommitmentId;

    private static string EvidenceOf(Row? row) => row is { Evidence: [var best, ..] } ? best.Quote : "";
}
