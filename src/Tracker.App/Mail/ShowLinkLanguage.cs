using MediatR;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>The language of the reader whom a link was mailed to.</summary>
public static class ShowLinkLanguage
{
    public sealed record Query(string Link) : IRequest<DigestLanguage?>;

    public sealed class Handler(SignedLinks links) : IRequestHandler<Query, DigestLanguage?>
    {
        /// <returns>Null for a link that is good for nothing.</returns>
        public async Task<DigestLanguage?> Handle(Query query, CancellationToken cancellationToken) =>
            (await links.CheckAsync(query.Link, Enum.GetValues<LinkPurpose>(), cancellationToken))?.Reader.Language;
    }
}
