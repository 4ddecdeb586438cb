using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>发件箱 and archive in one, newest first, with where each mail stands. For administrators: it names addresses.</summary>
public static class ListMails
{
    public const int PageSize = 50;

    /// <param name="State">Null for any.</param>
    /// <param name="Period">A week or month such as <c>2026-W47</c>; empty for any.</param>
    /// <param name="Before">Only mails with a lower id; null for the newest.</param>
    public sealed record Query(MailState? State = null, string? Period = null, string? Before = null) : IRequest<Result>;

    /// <param name="Counts">Of all mails, by state; a state that no mail is in is missing.</param>
    /// <param name="Next">What to ask for next as <see cref="Query.Before"/>; null on the last page.</param>
    public sealed record Result(IReadOnlyList<Line> Mails, IReadOnlyDictionary<MailState, int> Counts, string? Next);

    public sealed record Line(
        string Id, string Address, MailKind Kind, string Period, string Subject, MailState State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? SentAt,
        DateTimeOffset? NextAttemptAt, string Answer);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(query => query.Period).MaximumLength(80);
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var counts = await db.Outbox.GroupBy(mail => mail.State).Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var mails = db.Outbox.AsNoTracking();
            if (query.State is { } state) mails = mails.Where(mail => mail.State == state);
            if (query.Period is { Length: > 0 } period) mails = mails.Where(mail => mail.Period == period);
            if (query.Before is { Length: > 0 } before) mails = mails.Where(mail => string.Compare(mail.Id, before) < 0);
            var lines = await mails.OrderByDescending(mail => mail.Id).Take(PageSize + 1)
                .Select(mail => new Line(
                    mail.Id, mail.Reader.Address, mail.Kind, mail.Period, mail.Content.Subject, mail.State, mail.Attempts, mail.CreatedAt, mail.SentAt, mail.NextAttemptAt, mail.Answer))
                .ToListAsync(cancellationToken);
            return lines.Count > PageSize ? new Result(lines[..PageSize], counts, lines[PageSize - 1].Id) : new Result(lines, counts, null);
        }
    }
}
