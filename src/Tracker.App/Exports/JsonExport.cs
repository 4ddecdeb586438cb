using System.Text.Json;
using Tracker.App.Contract;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Exports;

/// <summary>An array of commitments in the words of the contract.</summary>
internal static class JsonExport
{
    public static Task WriteAsync(IAsyncEnumerable<ExportCommitments.Row> rows, Stream target, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(target, Items(rows), ContractJson.Options, cancellation);

    private static async IAsyncEnumerable<Item> Items(IAsyncEnumerable<ExportCommitments.Row> rows)
    {
        await foreach (var row in rows)
        {
            yield return new Item(
                row.Id, row.Body, row.Year, row.Section, SpanPart.Of(row.Span), row.Quote, row.Topic, row.Specificity, row.Status, row.MachineStatus,
                row.Evidenced, row.Score, row.Confidence, QuantityPart.All(row.Targets), EvidencePart.All(row.Evidence), row.Reasons, row.MethodVersion,
                row.Standing, row.StaleDecisions, row.Decisions, row.ChainFrom, row.ChainTo,
                row.Renewed is { } renewed ? new RenewedPart(renewed.CommitmentId, renewed.IsWeaker, renewed.IsStronger, RenewalText.Of(renewed)) : null);
        }
    }

    private sealed record Item(
        string Id, string Body, int Year, IReadOnlyList<string> Section, SpanPart Span, string Quote, string Topic, Specificity Specificity,
        CommitmentStatus? Status, CommitmentStatus? MachineStatus, double? Evidenced, double? Score, double? Confidence,
        IReadOnlyList<QuantityPart> Targets, IReadOnlyList<EvidencePart> Evidence, IReadOnlyList<string> Reasons, string MethodVersion,
        CommitmentStanding Standing, int StaleDecisions, IReadOnlyList<ExportCommitments.DecisionRow> Decisions,
        int? ChainFrom, int? ChainTo, RenewedPart? Renewed);

    private sealed record RenewedPart(string CommitmentId, bool IsWeaker, bool IsStronger, string Text);
}
