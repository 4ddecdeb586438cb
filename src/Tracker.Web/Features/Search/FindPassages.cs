using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Searching;
using Tracker.Web.Api;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Search;

/// <summary>检索: passages of commitments, claims and whole reports that hold all the words, in the order of <see cref="SearchRank"/>.</summary>
public static class FindPassages
{
    public const int PageSize = 30;

    /// <summary>Up to here results are counted; beyond it is said that there are more.</summary>
    public const int MostCounted = 1000;

    /// <param name="Region">A province or a city: 山西省 covers 山西省太原市.</param>
    /// <param name="Kind">Of the body, such as cppcc.</param>
    /// <param name="Status">Only commitments have one, and <paramref name="Specificity"/>: with either, nothing else is found.</param>
    /// <param name="Part">commitment, claim or text; null for all.</param>
    /// <param name="Cursor">The <c>next</c> of the page before; null for the first.</param>
    public sealed record Query(
        string? Q, string? Body = null, string? Region = null, int? Year = null, string? Kind = null, string? Status = null, string? Specificity = null,
        string? Part = null, string? Cursor = null) : IRequest<Result>;

    /// <param name="Counts">Of each part, whichever is asked for.</param>
    public sealed record Result(IReadOnlyList<Passage> Items, string? Next, IReadOnlyDictionary<SearchPart, Count> Counts);

    /// <param name="Number">At most <see cref="MostCounted"/>.</param>
    /// <param name="AndMore">Whether there are more than that.</param>
    public sealed record Count(int Number, bool AndMore);

    /// <param name="Id">The commitment's, the claim's or the report's.</param>
    /// <param name="Span">In the text of its report.</param>
    /// <param name="Highlights">Where the words stand, in the text of its report too; none where only the topic holds them.</param>
    /// <param name="Status">落实状态 of a commitment as shown; null for others, and while the pair awaits its review.</param>
    public sealed record Passage(
        SearchPart Part, string Id, string? Pair, string Body, string BodyName, int Year, TextSpan Span, string Quote, IReadOnlyList<TextSpan> Highlights,
        Specificity? Specificity, CommitmentStatus? Status);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Q).Must(words => SearchWords.Of(words) is not null).WithErrorCode("short-word").WithMessage("请给出至少两个字的词。");
            RuleFor(query => query.Q).MaximumLength(SearchWords.LongestQuery);
            RuleFor(query => query.Region).MaximumLength(SearchWords.LongestQuery);
            RuleFor(query => query.Part).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<SearchPart>(code) is not null).WithMessage(Codes.OneOf<SearchPart>());
            RuleFor(query => query.Status).Must(code => string.IsNullOrEmpty(code) || code == Commitments.ListCommitments.Awaiting || Codes.Parse<CommitmentStatus>(code) is not null)
                .WithMessage(Codes.OneOf<CommitmentStatus>(Commitments.ListCommitments.Awaiting));
            RuleFor(query => query.Specificity).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<Specificity>(code) is not null)
                .WithMessage(Codes.OneOf<Specificity>());
            RuleFor(query => query.Cursor).Must(cursor => string.IsNullOrEmpty(cursor) || Place(cursor) is not null).WithMessage(Api.Cursor.Wrong);
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var words = SearchWords.Of(query.Q)!;
            var parts = Enum.GetValues<SearchPart>().ToDictionary(part => part, part => Filter(words.In(db).AsNoTracking(), query, part));
            var counts = new Dictionary<SearchPart, Count>();
            foreach (var (part, found) in parts)
            {
                var number = found is null ? 0 : await found.Take(MostCounted + 1).CountAsync(cancellationToken);
                counts[part] = new Count(Math.Min(number, MostCounted), number > MostCounted);
            }

            var rows = await PageAsync(parts, query, cancellationToken);
            var items = rows.Take(PageSize).ToList();
            return new Result(await ShownAsync(items, words, cancellationToken), rows.Count > PageSize ? Cursor.Write(items[^1].Id) : null, counts);
        }

        /// <summary>Part after part, as they are ranked, until the page is full and one more shows that there is another.</summary>
        private static async Task<List<SearchEntry>> PageAsync(Dictionary<SearchPart, IQueryable<SearchEntry>?> parts, Query query, CancellationToken cancellation)
        {
            var (after, rows) = (Place(query.Cursor) ?? -1, new List<SearchEntry>());
            foreach (var (part, found) in parts.OrderBy(part => part.Key))
            {
                if (found is null || (Codes.Parse<SearchPart>(query.Part) is { } wanted && wanted != part) || after >= SearchRank.Start((int)part + 1)) continue;
                rows.AddRange(await found.Where(entry => entry.Id > after).OrderBy(entry => entry.Id).Take(PageSize + 1 - rows.Count).ToListAsync(cancellation));
                if (rows.Count > PageSize) break;
            }

            return rows;
        }

        /// <returns>Null where nothing of this part can be meant.</returns>
        private IQueryable<SearchEntry>? Filter(IQueryable<SearchEntry> found, Query query, SearchPart part)
        {
            var (from, to) = (SearchRank.Start((int)part), SearchRank.Start((int)part + 1));
            found = found.Where(entry => entry.Id >= from && entry.Id < to);
            if (!string.IsNullOrEmpty(query.Body)) found = found.Where(entry => entry.BodyId == query.Body);
            if (query.Year is { } year) found = found.Where(entry => entry.Year == year);
            if (!string.IsNullOrEmpty(query.Region)) found = found.Where(entry => db.Bodies.Any(body => body.Id == entry.BodyId && body.Region.Contains(query.Region)));
            if (!string.IsNullOrEmpty(query.Kind)) found = found.Where(entry => db.Bodies.Any(body => body.Id == entry.BodyId && body.Kind == query.Kind));
            if (part != SearchPart.Commitment) return string.IsNullOrEmpty(query.Status) && string.IsNullOrEmpty(query.Specificity) ? found : null;

            if (Codes.Parse<Specificity>(query.Specificity) is { } specificity) found = found.Where(entry => entry.Specificity == specificity);
            var counted = db.Commitments.Where(c => c.Standing == CommitmentStanding.Counted);
            if (query.Status == Commitments.ListCommitments.Awaiting) counted = counted.Where(c => c.Status == null);
            else if (Codes.Parse<CommitmentStatus>(query.Status) is { } status) counted = counted.Where(c => c.Status == status);
            return found.Where(entry => counted.Any(c => c.Id == entry.SourceId));
        }

        private async Task<IReadOnlyList<Passage>> ShownAsync(List<SearchEntry> rows, SearchWords words, CancellationToken cancellation)
        {
            var (bodies, commitments) = (rows.Select(row => row.BodyId).Distinct().ToList(), rows.Where(row => row.Part == SearchPart.Commitment).Select(row => row.SourceId).ToList());
            var names = await db.Bodies.Where(body => EF.Parameter(bodies).Contains(body.Id)).ToDictionaryAsync(body => body.Id, body => body.Name, cancellation);
            var statuses = await db.Commitments.Where(c => EF.Parameter(commitments).Contains(c.Id)).Select(c => new { c.Id, c.Status }).ToDictionaryAsync(c => c.Id, c => c.Status, cancellation);
            return [.. rows.Select(row => new Passage(
                row.Part, row.SourceId, row.PairId, row.BodyId, names.GetValueOrDefault(row.BodyId, row.BodyId), row.Year, new TextSpan(row.SpanStart, row.SpanEnd), row.Quote,
                [.. words.FindIn(row.Quote).Select(span => new TextSpan(row.SpanStart + span.Start, row.SpanStart + span.End))], row.Specificity,
                statuses.GetValueOrDefault(row.SourceId)))];
        }
    }

    private static long? Place(string? cursor) =>
        Cursor.TryRead(cursor, 1, out var parts) && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
