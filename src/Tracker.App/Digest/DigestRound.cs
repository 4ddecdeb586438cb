using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Makes the digests of one period: what happened was read once, each different set of subscriptions is chosen for once, each different letter is written once.</summary>
public sealed class DigestRound(TrackerDbContext db, DigestPrinter printer, Outbox outbox, IConfiguration? configuration = null)
{
    private const int Batch = 200;
    private const int MostRemembered = 200;

    /// <summary>Chosen once for readers with the same role and rules.</summary>
    /// <remarks>So many are remembered and then forgotten: where all readers ask for something else, remembering helps nobody.</remarks>
    private readonly Dictionary<string, DigestChoice> _choices = new(StringComparer.Ordinal);

    /// <summary>Hashes of what is stored already, by what it was written from. The letters themselves would fill the memory.</summary>
    private readonly Dictionary<string, string> _stored = new(StringComparer.Ordinal);

    public async Task<(int Mails, int Contents)> MakeAsync(PeriodChanges changes, CancellationToken cancellation)
    {
        _choices.Clear();
        _stored.Clear();
        var (mails, after) = (0, "");
        while (await ReadersAsync(changes.Period, after, cancellation) is { Count: > 0 } readers)
        {
            var fresh = new Dictionary<string, string>(StringComparer.Ordinal);
            mails += await db.WriteAsync(
                async token =>
                {
                    fresh.Clear();
                    return await MakeAsync(changes, readers, fresh, token);
                },
                cancellation);
            foreach (var (key, hash) in fresh) _stored[key] = hash;
            after = readers[^1].Id;
        }

        return (mails, _stored.Values.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Confirmed readers with something to be told of, who have no digest of the period yet.</summary>
    private Task<List<Reader>> ReadersAsync(DigestPeriod period, string after, CancellationToken cancellation)
    {
        // Where reading is for accounts, mail is too.
        var isPublic = configuration?["Tracker:Access:PublicRead"] is not { } text || !bool.TryParse(text, out var flag) || flag;
        return db.Readers.AsNoTracking().Include(reader => reader.User)
            .Include(reader => reader.Subscriptions.Where(s => s.ConfirmedAt != null && s.EndedAt == null && s.Frequency == period.Frequency))
            .Where(reader => string.Compare(reader.Id, after) > 0 && reader.State == ReaderState.Confirmed
                && (reader.User == null || reader.User.LockedAt == null) && (isPublic || reader.UserId != null)
                && reader.Subscriptions.Any(s => s.ConfirmedAt != null && s.EndedAt == null && s.Frequency == period.Frequency)
                && !db.Outbox.Any(mail => mail.ReaderId == reader.Id && mail.Period == period.Key))
            .OrderBy(reader => reader.Id).Take(Batch).AsSplitQuery().ToListAsync(cancellation);
    }

    private async Task<int> MakeAsync(PeriodChanges changes, List<Reader> readers, Dictionary<string, string> fresh, CancellationToken cancellation)
    {
        var period = changes.Period;
        var ids = readers.ConvertAll(reader => reader.Id);
        var have = await db.Outbox.Where(mail => mail.Period == period.Key && ids.Contains(mail.ReaderId)).Select(mail => mail.ReaderId).ToHashSetAsync(cancellation);

        // Nobody can have been told of it before it happened.
        var told = (await (from item in db.ToldItems
                           join mail in db.Outbox on item.MailId equals mail.Id
                           where ids.Contains(item.ReaderId) && mail.CreatedAt >= period.Start
                           select new { item.ReaderId, item.Item }).ToListAsync(cancellation))
            .ToLookup(item => item.ReaderId, item => item.Item, StringComparer.Ordinal);
        var veiled = await VeiledAsync(readers, cancellation);
        var mails = 0;
        foreach (var reader in readers.Where(reader => !have.Contains(reader.Id)))
        {
            var subscriptions = reader.Subscriptions.OrderBy(s => s.Scope).ThenBy(s => s.Value, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
            var key = $"{reader.User?.Role}\n{string.Join('\n', subscriptions.Select(s => $"{s.Scope} {s.Value}"))}";
            if (!_choices.TryGetValue(key, out var choice))
            {
                choice = DigestChoice.Of(changes, [.. subscriptions.Select(DigestRule.Of)], reader.User?.Role);
                if (_choices.Count >= MostRemembered) _choices.Clear();
                _choices.Add(key, choice);
            }

            var known = told[reader.Id].ToHashSet(StringComparer.Ordinal);
            var hidden = veiled[reader.User?.Email ?? ""].ToHashSet(StringComparer.Ordinal);
            if (known.Count + hidden.Count > 0)
            {
                var whole = choice.Items.Count;
                var parts = known.Select(DigestRule.FromMark).OfType<(string, DigestRule)>().ToList();
                choice = choice.Only(item => !item.IsToldBy(known, parts) && !hidden.Contains(item.CommitmentId));
                if (choice.Items.Count < whole) key += "\n\n" + HashOf(choice.Items);
            }

            if (choice.IsEmpty) continue;
            var hash = await StoreAsync($"{reader.Language}\n{key}", choice, reader.Language, fresh, cancellation);
            var mail = outbox.Add(reader.Id, MailKind.Digest, period.Key, hash, [.. subscriptions.Select(s => s.Id)]);
            db.ToldItems.AddRange(choice.Marks.Where(mark => !known.Contains(mark)).Select(mark => new ToldItem { ReaderId = reader.Id, Item = mark, MailId = mail.Id }));
            mails++;
        }

        return mails;
    }

    private async Task<string> StoreAsync(string key, DigestChoice choice, DigestLanguage language, Dictionary<string, string> fresh, CancellationToken cancellation)
    {
        if (_stored.TryGetValue(key, out var hash) || fresh.TryGetValue(key, out hash)) return hash;
        var content = await printer.PrintAsync(choice, language, cancellation);
        await outbox.KeepAsync(content, cancellation);
        fresh.Add(key, content.Hash);
        return content.Hash;
    }

    private static string HashOf(IReadOnlyList<DigestItem> items) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', items.Select(item => item.Keys[0])))));

    /// <summary>盲评: commitments that an auditor judges blind are kept from that auditor's mail too.</summary>
    private async Task<ILookup<string, string>> VeiledAsync(List<Reader> readers, CancellationToken cancellation)
    {
        var coders = readers.Select(reader => reader.User?.Email).OfType<string>().ToList();
        var samples = coders.Count == 0 ? [] : await db.Samples.Where(s => s.RevealedAt == null && (coders.Contains(s.FirstCoder) || coders.Contains(s.SecondCoder)))
            .Select(s => new { s.FirstCoder, s.SecondCoder, Ids = s.Items.Select(item => item.CommitmentId).ToList() }).ToListAsync(cancellation);
        return samples.SelectMany(sample => sample.Ids.SelectMany(id => new[] { (Coder: sample.FirstCoder, Id: id), (Coder: sample.SecondCoder, Id: id) }))
            .ToLookup(item => item.Coder, item => item.Id, StringComparer.Ordinal);
    }
}
