using Tracker.App.Runs;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>What one result of a pair changes against another.</summary>
internal static class ResultDiff
{
    /// <summary>What changes are told by. What people decided is laid over it and is no part of it.</summary>
    public sealed record Row(string Id, string Quote, CommitmentStatus? Status, double? Score, string Evidence)
    {
        public static Row Of(StoredCommitment row) => new(row.Id, row.Quote, row.MachineStatus, row.Score, Best(row.MachineEvidence));

        public static IReadOnlyList<Row> Of(string pairId, PairContents contents) => [.. contents.Commitments.Select(item => new Row(
            $"{pairId}.{item.Commitment.Id}", item.Commitment.Quote, item.Verdict?.Status, item.Verdict?.Score, Best(item.Verdict?.Evidence ?? [])))];

        private static string Best(IReadOnlyList<Evidence> evidence) => evidence.Count > 0 ? evidence[0].Quote : "";
    }

    /// <summary>Through all steps, each change with the cause of its step.</summary>
    /// <param name="steps">Empty where the pair is to be taken away.</param>
    public static IReadOnlyList<ResultChange> Through(string pairId, IReadOnlyList<Row> before, IReadOnlyList<ResultStep> steps, double scoreStep)
    {
        if (steps.Count == 0) return Of(before, [], ChangeCause.NewMethod, scoreStep);
        var changes = new List<ResultChange>();
        foreach (var step in steps)
        {
            var after = Row.Of(pairId, step.Contents);
            changes.AddRange(Of(before, after, step.Cause, scoreStep));
            before = after;
        }

        return changes;
    }

    /// <returns>In the order of <paramref name="after"/>, then what is gone in the order of <paramref name="before"/>.</returns>
    public static IReadOnlyList<ResultChange> Of(IReadOnlyList<Row> before, IReadOnlyList<Row> after, ChangeCause cause, double scoreStep)
    {
        var left = before.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var changes = new List<ResultChange>();
        foreach (var row in after)
        {
            var known = left.Remove(row.Id, out var old);
            ChangeKind? kind = !known ? ChangeKind.New : old!.Status != row.Status ? ChangeKind.Flipped : HasMoved(old, row, scoreStep) ? ChangeKind.Moved : null;
            if (kind is { } news) changes.Add(Change(news, old, row, cause));
        }

        changes.AddRange(before.Where(row => left.ContainsKey(row.Id)).Select(row => Change(ChangeKind.Gone, row, null, cause)));
        return changes;
    }

    /// <summary>Share of the statuses of <paramref name="before"/> that a new method alone changes or takes away, 0 to 1.</summary>
    public static double FlipShare(IReadOnlyList<Row> before, IReadOnlyList<ResultChange> changes)
    {
        var shown = before.Count(row => row.Status is not null);
        var flipped = changes.Count(change => change is { Cause: ChangeCause.NewMethod, Kind: ChangeKind.Flipped or ChangeKind.Gone, From: not null });
        return shown == 0 ? 0 : (double)flipped / shown;
    }

    private static bool HasMoved(Row old, Row row, double step) => old.Score is { } from && row.Score is { } to && Math.Abs(to - from) >= step;

    private static ResultChange Change(ChangeKind kind, Row? old, Row? row, ChangeCause cause) => new(
        (row ?? old)!.Id, kind, old?.Status, row?.Status, old?.Score, row?.Score, old?.Evidence ?? "", row?.Evidence ?? "", cause, (row ?? old)!.Quote);
}
