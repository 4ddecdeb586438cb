using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>读者 and how it stands with their addresses, newest first. For administrators: it names addresses.</summary>
public static class ListReaders
{
    public const int PageSize = 50;

    /// <param name="State">Null for any.</param>
    /// <param name="Search">A part of the address; empty for any.</param>
    /// <param name="Before">Only readers with a lower id; null for the newest.</param>
    public sealed record Query(ReaderState? State = null, string? Search = null, string? Before = null) : IRequest<Result>;

    /// <param name="Counts">Of all readers, by state; a state that nobody is in is missing.</param>
    /// <param name="Next">What to ask for next as <see cref="Query.Before"/>; null on the last page.</param>
    public sealed record Result(IReadOnlyList<Line> Readers, IReadOnlyDictionary<ReaderState, int> Counts, string? Next);

    /// <param name="Open">Subscriptions in force.</param>
    /// <param name="Pending">Subscriptions that wait for a yes.</param>
    public sealed record Line(string Id, string Address, ReaderState State, bool HasAccount, int Open, int Pending, DateTimeOffset CreatedAt, DateTimeOffset? BouncedAt, string BounceAnswer);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.Search).MaximumLength(254);
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            // Whoever was removed has no address any more; a group's robot has a page of its own.
            var readers = db.Readers.AsNoTracking().Where(reader => reader.Address != "" && reader.Robot == null);
            var counts = await readers.GroupBy(reader => reader.State).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            if (query.State is { } state) readers = readers.Where(reader => reader.State == state);
            if (Reader.KeyOf(query.Search ?? "") is { Length: > 0 } words) readers = readers.Where(reader => reader.AddressKey.Contains(words));
            if (query.Before is { Length: > 0 } before) readers = readers.Where(reader => string.Compare(reader.Id, before) < 0);
            var lines = await readers.OrderByDescending(reader => reader.Id).Take(PageSize + 1)
                .Select(reader => new Line(
                    reader.Id, reader.Address, reader.State, reader.UserId != null, reader.Subscriptions.Count(s => s.EndedAt == null && s.ConfirmedAt != null),
                    reader.Subscriptions.Count(s => s.EndedAt == null && s.ConfirmedAt == null), reader.CreatedAt, reader.BouncedAt, reader.BounceAnswer))
                .ToListAsync(cancellationToken);
            return lines.Count > PageSize ? new Result(lines[..PageSize], counts, lines[PageSize - 1].Id) : new Result(lines, counts, null);
        }
    }
}
