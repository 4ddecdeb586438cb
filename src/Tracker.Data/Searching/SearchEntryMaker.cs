using Microsoft.EntityFrameworkCore;
using Tracker.Data.Entities;
using Tracker.Data.Storage;

namespace Tracker.Data.Searching;

/// <summary>Makes the passages that can be found out of what is stored.</summary>
internal sealed class SearchEntryMaker(TrackerDbContext db)
{
    private readonly Dictionary<string, (string BodyId, int Year)> _pairs = new(StringComparer.Ordinal);

    public async Task<SearchEntry> OfAsync(StoredCommitment row, CancellationToken cancellation)
    {
        var (body, year) = await PairAsync(row.PairId, cancellation);
        return new SearchEntry
        {
            Id = SearchRank.Of(SearchPart.Commitment, row.Specificity, year, body, row.Position, row.Id),
            Part = SearchPart.Commitment,
            SourceId = row.Id,
            PairId = row.PairId,
            BodyId = body,
            Year = year,
            Specificity = row.Specificity,
            SpanStart = row.SpanStart,
            SpanEnd = row.SpanEnd,
            Quote = row.Quote,
            Folded = row.SearchText,
        };
    }

    public async Task<SearchEntry> OfAsync(StoredClaim row, CancellationToken cancellation)
    {
        var (body, year) = await PairAsync(row.PairId, cancellation);
        return new SearchEntry
        {
            Id = SearchRank.Of(SearchPart.Claim, null, year, body, row.Position, row.Id),
            Part = SearchPart.Claim,
            SourceId = row.Id,
            PairId = row.PairId,
            BodyId = body,
            Year = year,
            SpanStart = row.SpanStart,
            SpanEnd = row.SpanEnd,
            Quote = row.Quote,
            Folded = SearchText.Fold(row.Quote),
        };
    }

    public async Task<IReadOnlyList<SearchEntry>> OfAsync(StoredReport report, CancellationToken cancellation) =>
        Of(report, report.Content?.Text ?? await db.Set<ReportContent>().Where(c => c.ReportId == report.Id).Select(c => c.Text).SingleAsync(cancellation));

    public async Task<IReadOnlyList<SearchEntry>> OfAsync(ReportContent content, CancellationToken cancellation) =>
        Of(await db.Reports.SingleAsync(report => report.Id == content.ReportId, cancellation), content.Text);

    private static IReadOnlyList<SearchEntry> Of(StoredReport report, string text)
    {
        var year = report.PlanYear ?? report.ReviewYear ?? 0;
        return [.. SearchPassages.Of(text).Select((span, position) => new SearchEntry
        {
            Id = SearchRank.Of(SearchPart.Text, null, year, report.BodyId, position, report.Id),
            Part = SearchPart.Text,
            SourceId = report.Id,
            BodyId = report.BodyId,
            Year = year,
            SpanStart = span.Start,
            SpanEnd = span.End,
            Quote = text[span.Start..span.End],
            Folded = SearchText.Fold(text[span.Start..span.End]),
        })];
    }

    private async Task<(string BodyId, int Year)> PairAsync(string pairId, CancellationToken cancellation)
    {
        if (_pairs.TryGetValue(pairId, out var known)) return known;
        var pair = await db.Pairs.FindAsync([pairId], cancellation) ?? throw new InvalidOperationException($"There is no pair {pairId}.");
        return _pairs[pairId] = (pair.BodyId, pair.Year);
    }
}
