using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.App.Subscriptions;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>What the digests of the last weeks told everybody, as a feed for any subscription. What only auditors are told is not in it.</summary>
public static class ShowFeed
{
    private const int Weeks = 5;
    private const int MostEntries = 300;

    /// <param name="Path">The feed's own address on the site, with its query.</param>
    public sealed record Query(string Path, SubscriptionFilter Filter, DigestLanguage Language) : IRequest<Result?>;

    public sealed record Result(byte[] Xml, DateTimeOffset Updated);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Filter).IsFilter();
            RuleFor(query => query.Language).IsLanguage();
        }
    }

    public sealed class Handler(TrackerDbContext db, PeriodReader reader, MailSettings settings, TimeProvider time, TimeZoneInfo zone) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null where an administrator has not switched the feed on.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (!await db.DigestSwitches.AnyAsync(offer => offer.Offer == DigestOffer.Feed && offer.IsOn, cancellationToken)) return null;
            var rule = new DigestRule(query.Filter.Scope, query.Filter.Value);
            var writer = new LetterWriter(settings.SiteAddress, query.Language, _ => null);
            var now = time.GetUtcNow();
            var entries = new List<FeedEntry>();
            for (var week = 1; week <= Weeks; week++)
            {
                var period = DigestPeriod.WeekOf(now - TimeSpan.FromDays(7 * week), zone);
                entries.AddRange(writer.Entries(DigestChoice.Of(await reader.ReadAsync(period, cancellationToken), [rule], role: null)));
            }

            // An empty feed has a date too: when the last week that it could have told of was over.
            entries = [.. entries.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(MostEntries)];
            var updated = entries.Count > 0 ? entries[0].At : DigestPeriod.LastWeek(now, zone).End;
            return new Result(AtomFeed.Write(settings.SiteAddress, query.Path, query.Language, TitleOf(query), entries, updated), updated);
        }

        private static string TitleOf(Query query) => DigestWords.In(query.Language).FeedTitle + (query.Filter.Value.Length > 0 ? $" · {PlainLine.Of(query.Filter.Value, 60)}" : "");
    }
}
