using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Makes a mail's content out of what was chosen.</summary>
public sealed class DigestPrinter(TrackerDbContext db, MailSettings settings)
{
    private readonly Dictionary<DigestRule, string?> _names = [];

    /// <summary>A writer keeps the words of each item: many readers are told of the same.</summary>
    private readonly Dictionary<DigestLanguage, LetterWriter> _writers = [];

    /// <param name="robot">Null for mail.</param>
    public async Task<MailContent> PrintAsync(DigestChoice choice, DigestLanguage language, RobotKind? robot, CancellationToken cancellation)
    {
        foreach (var rule in choice.Rules) await NameAsync(rule, cancellation);
        if (!_writers.TryGetValue(language, out var writer)) _writers.Add(language, writer = new LetterWriter(settings.SiteAddress, language, _names.GetValueOrDefault));
        var letter = writer.Write(choice);
        if (robot is { } kind) return MailContent.Of(language, letter.Subject, RobotLetter.Of(letter, kind), "");
        return MailContent.Of(language, letter.Subject, TextLetter.Of(letter), HtmlLetter.Of(letter));
    }

    /// <summary>What a body or a commitment is called; null for what names itself.</summary>
    private async Task NameAsync(DigestRule rule, CancellationToken cancellation)
    {
        if (_names.ContainsKey(rule)) return;
        _names[rule] = rule.Scope switch
        {
            SubscriptionScope.Body => await db.Bodies.Where(body => body.Id == rule.Value).Select(body => body.Name).FirstOrDefaultAsync(cancellation),
            SubscriptionScope.Commitment => await db.Commitments.Where(row => row.Id == rule.Value).Select(row => row.Quote).FirstOrDefaultAsync(cancellation)
                ?? await db.StatusChanges.Where(change => change.CommitmentId == rule.Value).Select(change => change.Quote).FirstOrDefaultAsync(cancellation),
            _ => null,
        };
    }
}
