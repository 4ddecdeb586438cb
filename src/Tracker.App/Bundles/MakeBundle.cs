using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Contract;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Bundles;

/// <summary>核验包: writes one zip with all that a commitment's status rests on. The same state gives the same bytes.</summary>
public static class MakeBundle
{
    public sealed record Query(string CommitmentId) : IRequest<Result?>;

    /// <summary>Null where there is no such commitment.</summary>
    public sealed record Result(byte[] Zip);

    public sealed class Handler(TrackerDbContext db, TimeZoneInfo zone) : IRequestHandler<Query, Result?>
    {
        public Task<Result?> Handle(Query query, CancellationToken cancellationToken) =>
            db.ReadAtOnceAsync(cancellation => MakeAsync(query, cancellation), cancellationToken);

        private async Task<Result?> MakeAsync(Query query, CancellationToken cancellation)
        {
            var row = await db.Commitments.AsNoTracking().Include(c => c.Pair.Body).Include(c => c.Pair.PlanReport).Include(c => c.Pair.ReviewReport)
                .FirstOrDefaultAsync(c => c.Id == query.CommitmentId, cancellation);
            if (row is null) return null;

            var texts = await PairTexts.LoadAsync(db, row.Pair, cancellation);
            var decisions = await db.Decisions.AsNoTracking().Include(d => d.Placement)
                .Where(d => d.CommitmentId == row.Id || d.Placement!.CommitmentId == row.Id)
                .OrderBy(d => d.At).ThenBy(d => d.Id).ToListAsync(cancellation);
            var logged = await LoggedAsync(row.Id, decisions, cancellation);
            var chain = await SegmentAsync(logged, cancellation);
            var numbers = logged.ToDictionary(entry => entry.DecisionId, entry => entry.Sequence, StringComparer.Ordinal);
            return new Result(Pack(BundleContents.Of(row, texts, decisions, numbers, zone), chain));
        }

        /// <summary>The log's entries of the commitment's decisions.</summary>
        private async Task<IReadOnlyList<(long Sequence, string DecisionId)>> LoggedAsync(
            string commitmentId, IReadOnlyList<StoredDecision> decisions, CancellationToken cancellation)
        {
            var subjects = decisions.Select(d => d.CommitmentId).Append(commitmentId).Distinct(StringComparer.Ordinal).ToList();
            var entries = await db.AuditLog.AsNoTracking().Where(entry => entry.Kind == AuditChain.Decisions && subjects.Contains(entry.Subject))
                .OrderBy(entry => entry.Sequence).Select(entry => new { entry.Sequence, entry.Detail }).ToListAsync(cancellation);
            var ids = decisions.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            var found = new List<(long, string)>();
            foreach (var entry in entries)
            {
                using var detail = JsonDocument.Parse(entry.Detail);
                var id = detail.RootElement.TryGetProperty("id", out var value) ? value.GetString() : null;
                if (id is not null && ids.Contains(id)) found.Add((entry.Sequence, id));
            }

            return found;
        }

        /// <summary>From the first of the commitment's entries to the newest of all; the newest alone where no one decided anything.</summary>
        private async Task<ChainSegment> SegmentAsync(IReadOnlyList<(long Sequence, string DecisionId)> logged, CancellationToken cancellation)
        {
            var open = logged.Select(entry => entry.Sequence).ToHashSet();
            var first = open.Count > 0 ? open.Min() : await db.AuditLog.MaxAsync(entry => (long?)entry.Sequence, cancellation) ?? 0;
            var previous = await db.AuditLog.Where(entry => entry.Sequence == first - 1).Select(entry => entry.Hash).FirstOrDefaultAsync(cancellation);
            var entries = new List<ChainSegment.Entry>();
            await foreach (var entry in db.AuditLog.AsNoTracking().Where(entry => entry.Sequence >= first).OrderBy(entry => entry.Sequence)
                .AsAsyncEnumerable().WithCancellation(cancellation))
                entries.Add(ChainSegment.EntryOf(entry, open.Contains(entry.Sequence), zone));
            return new ChainSegment(previous ?? "", entries);
        }
    }

    /// <summary>The parts as they are written into the file.</summary>
    public static byte[] Pack(BundleDocument document, ChainSegment chain)
    {
        (string Name, byte[] Content)[] parts =
        [
            (BundleFile.ReadmeName, Bytes(BundleReadme.Text)),
            (BundleFile.PageName, Bytes(BundlePage.Of(document, chain))),
            (BundleFile.DocumentName, Bytes(ContractJson.Write(document) + "\n")),
            (BundleFile.ChainName, Bytes(ContractJson.Write(chain) + "\n")),
        ];
        return BundleZip.Write([(BundleFile.ManifestName, BundleManifest.Of(document.Id, parts).ToBytes()), .. parts]);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
