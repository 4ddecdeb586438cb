using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Data.Searching;
using Tracker.Data.Storage;
using Tracker.Web.Api;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Commitments;

/// <summary>Finds 承诺事项 by body, year, status, specificity and words.</summary>
public static class ListCommitments
{
    /// <summary>The status code of a commitment whose review is not there yet.</summary>
    public const string Awaiting = "awaiting";

    /// <summary>The status code of commitments that people took out of the figures.</summary>
    public const string Left = "left";

    public const int PageSize = 50;

    /// <param name="CountedOnly">Whether to leave out what people took out of the figures.</param>
    /// <param name="Cursor">The <c>next</c> of the page before; null for the first.</param>
    public sealed record Query(
        string? Body = null, int? Year = null, string? Status = null, string? Specificity = null, string? Q = null, string? Pair = null,
        string? Cursor = null, bool CountedOnly = false) : IRequest<Result>;

    /// <param name="Total">How many there are on all pages; like <paramref name="LeftOut"/> counted only with <see cref="Query.CountedOnly"/>.</param>
    /// <param name="AndMore">Whether <paramref name="Total"/> is only the least that there are: words that stand nearly everywhere are not counted out.</param>
    /// <param name="LeftOut">How many more there would be with those that count in no figure.</param>
    public sealed record Result(IReadOnlyList<CommitmentLine> Items, string? Next, int Total, int LeftOut, bool AndMore = false);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Status).Must(code => string.IsNullOrEmpty(code) || code is Awaiting or Left || Codes.Parse<CommitmentStatus>(code) is not null)
                .WithMessage(Codes.OneOf<CommitmentStatus>(Awaiting, Left));
            RuleFor(query => query.Specificity).Must(code => string.IsNullOrEmpty(code) || Codes.Parse<Specificity>(code) is not null)
                .WithMessage(Codes.OneOf<Specificity>());
            RuleFor(query => query.Q).MaximumLength(100);
            RuleFor(query => query.Cursor).Must(cursor => cursor is null || Api.Cursor.TryRead(cursor, 2, out _)).WithMessage(Api.Cursor.Wrong);
        }
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        private const int Few = 1000;

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var (found, isCommon) = await WithWordsAsync(Filter(db.Commitments.AsNoTracking(), query), query, cancellationToken);
            var (total, leftOut) = (isCommon ? Few : 0, 0);
            if (isCommon && query.CountedOnly) found = found.Where(c => c.Standing == CommitmentStanding.Counted);
            else if (query.CountedOnly)
            {
                total = await found.CountAsync(cancellationToken);
                if (query.Status != Left)
                {
                    found = found.Where(c => c.Standing == CommitmentStanding.Counted);
                    var counted = await found.CountAsync(cancellationToken);
                    (total, leftOut) = (counted, total - counted);
                }
            }

            if (Cursor.TryRead(query.Cursor, 2, out var after) && int.TryParse(after[1], out var position))
            {
                var pair = after[0];
                found = found.Where(c => string.Compare(c.PairId, pair) > 0 || (c.PairId == pair && c.Position > position));
            }

            // The page is found in the index alone: rows are wide, and only those shown are read.
            var page = found.OrderBy(c => c.PairId).ThenBy(c => c.Position).Take(PageSize + 1).Select(c => c.Id);
            var rows = await db.Commitments.AsNoTracking().Where(c => page.Contains(c.Id)).OrderBy(c => c.PairId).ThenBy(c => c.Position)
                .Select(c => new CommitmentLine(
                    c.Id, c.PairId, c.Pair.BodyId, c.Pair.Body.Name, c.Pair.Year, c.Position, c.Quote, c.Topic, c.SectionPath, c.Specificity,
                    c.Targets, c.Status, c.MachineStatus, c.Evidenced, c.Score, c.Confidence, c.Evidence, c.MethodVersion,
                    c.IsDecided, c.Standing))
                .ToListAsync(cancellationToken);
            var items = rows.Take(PageSize).ToList();
            var next = rows.Count > PageSize ? Cursor.Write(items[^1].PairId, items[^1].Position) : null;
            return new Result(items, next, total, leftOut, isCommon);
        }

        private static IQueryable<StoredCommitment> Filter(IQueryable<StoredCommitment> all, Query query)
        {
            all = string.IsNullOrEmpty(query.Body) ? all : all.Where(c => c.Pair.BodyId == query.Body);
            all = string.IsNullOrEmpty(query.Pair) ? all : all.Where(c => c.PairId == query.Pair);
            all = query.Year is { } year ? all.Where(c => c.Pair.Year == year) : all;
            all = Codes.Parse<Specificity>(query.Specificity) is { } specificity ? all.Where(c => c.Specificity == specificity) : all;
            return query.Status == Awaiting ? all.Where(c => c.Status == null)
                : query.Status == Left ? all.Where(c => c.Standing != CommitmentStanding.Counted)
                : Codes.Parse<CommitmentStatus>(query.Status) is { } status ? all.Where(c => c.Status == status)
                : all;
        }

        /// <summary>Few are looked up one by one. Common words alone are met soon by whoever walks along the list; with filters they have to be found for each.</summary>
        private async Task<(IQueryable<StoredCommitment> Found, bool IsCommon)> WithWordsAsync(IQueryable<StoredCommitment> all, Query query, CancellationToken cancellation)
        {
            var words = SearchText.Fold(query.Q ?? "");
            if (words.Length == 0) return (all, false);
            if (SearchWords.Of(words) is not { } indexed) return (all.Where(c => c.SearchText.Contains(words)), false);
            var found = indexed.In(db).Where(entry => entry.Part == SearchPart.Commitment).Select(entry => entry.SourceId);
            var few = await found.Take(Few + 1).ToListAsync(cancellation);
            if (few.Count <= Few) return (all.Where(c => EF.Parameter(few).Contains(c.Id)), false);
            var isAlone = query is { Body: null or "", Pair: null or "", Year: null, Status: null or "", Specificity: null or "" };
            return isAlone ? (indexed.Folded.Aggregate(all, (rows, word) => rows.Where(c => c.SearchText.Contains(word))), true) : (all.Where(c => found.Contains(c.Id)), false);
        }
    }
}
