using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>One mail as it was or will be sent, for administrators. The links that act for its reader are not shown: each leads to the site's own page.</summary>
public static class ShowMail
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Mail">With its reader and content; the content's own links are still slots.</param>
    /// <param name="Subscriptions">Those that it was made for.</param>
    public sealed record Result(OutboxMail Mail, IReadOnlyList<Subscription> Subscriptions, string Text, string Html);

    public sealed class Handler(TrackerDbContext db, MailSettings settings) : IRequestHandler<Query, Result?>
    {
        /// <returns>Null where there is no such mail.</returns>
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var mail = await db.Outbox.AsNoTracking().Include(m => m.Reader).Include(m => m.Content).SingleOrDefaultAsync(m => m.Id == query.Id, cancellationToken);
            if (mail is null) return null;
            var subscriptions = await db.Subscriptions.AsNoTracking().Where(subscription => mail.Subscriptions.Contains(subscription.Id)).ToListAsync(cancellationToken);
            var veil = settings.SiteAddress + "/digest/manage";
            return new Result(mail, subscriptions, MailLinks.Veil(mail.Content.Text, veil), MailLinks.Veil(mail.Content.Html, veil));
        }
    }
}
