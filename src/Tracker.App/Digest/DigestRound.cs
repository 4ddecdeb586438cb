using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Mail;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Makes the digests of one period: what happened was read once, each different set of subscriptions is chosen for once, each different letter is written once.</summary>
public sealed class DigestRound(TrackerDbContext db, DueReaders due, LateItems late, DigestPrinter printer, Outbox outbox)
{
    private const int Batch = 100;
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
        var mails = 0;
        var found = await late.ReadAsync(changes.Period, cancellation);
        if (changes.Items.Count == 0 && found.IsNothing) return (0, 0);
        foreach (var ids in (await due.IdsAsync(changes.Period, cancellation)).Chunk(Batch))
        {
            var readers = await due.ReadAsync(changes.Period, ids, cancellation);
            var fresh = new Dictionary<string, MailContent>(StringComparer.Ordinal);
            mails += await db.WriteAsync(
                async token =>
                {
                    fresh.Clear();
                    return await MakeAsync(changes, found, readers, fresh, token);
                },
                cancellation);
            foreach (var (key, content) in fresh) _stored[key] = content.Hash;
        }

        return (mails, _stored.Values.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<int> MakeAsync(
        PeriodChanges changes, LateItems.Found found, List<Reader> readers, Dictionary<string, MailContent> fresh, CancellationToken cancellation)
    {
        var period = changes.Period;
        var ids = readers.ConvertAll(reader => reader.Id);
        var have = await db.Outbox.Where(mail => mail.Period == period.Key && ids.Contains(mail.ReaderId)).Select(mail => mail.ReaderId).ToHashSetAsync(cancellation);

        // Nobody can have been told of it before it happened.
        var told = (await (from item in db.ToldItems
                           join mail in db.Outbox on item.MailId equals mail.Id
                           where ids.Contains(item.ReaderId) && mail.CreatedAt >= found.Since
                           select new { item.ReaderId, item.Item }).ToListAsync(cancellation))
            .ToLookup(item => item.ReaderId, item => item.Item, StringComparer.Ordinal);
        var veiled = await VeiledAsync(readers, cancellation);
        var mails = 0;
        foreach (var reader in readers.Where(reader => !have.Contains(reader.Id)))
        {
            var subscriptions = reader.Subscriptions.OrderBy(s => s.Scope).ThenBy(s => s.Value, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
            var (key, choice) = Chosen(changes, reader, subscriptions);
            var known = told[reader.Id].ToHashSet(StringComparer.Ordinal);
            var hidden = veiled[reader.User?.Email ?? ""].ToHashSet(StringComparer.Ordinal);
            var late = found.For(reader).ToList();
            if (known.Count + hidden.Count + late.Count > 0)
            {
                var before = choice;
                choice = ForOne(changes, choice, reader, late, known, hidden);
                if (!choice.Items.SequenceEqual(before.Items)) key += "\n\n" + HashOf(choice.Items);
            }

            if (choice.IsEmpty) continue;
            var hash = await WrittenAsync($"{reader.Language} {reader.Robot?.Kind}\n{key}", choice, reader, fresh, cancellation);
            var mail = outbox.Add(reader.Id, MailKind.Digest, period.Key, hash, [.. subscriptions.Select(s => s.Id)]);
            db.ToldItems.AddRange(choice.Marks().Where(mark => !known.Contains(mark)).Select(mark => new ToldItem { ReaderId = reader.Id, Item = mark, MailId = mail.Id }));
            mails++;
        }

        await outbox.KeepAsync(fresh.Values, cancellation);
        return mails;
    }

    private (string Key, DigestChoice Choice) Chosen(PeriodChanges changes, Reader reader, IReadOnlyList<Subscription> subscriptions)
    {
        var key = $"{reader.User?.Role}\n{string.Join('\n', subscriptions.Select(s => $"{s.Scope} {s.Value}"))}";
        if (_choices.TryGetValue(key, out var choice)) return (key, choice);
        choice = DigestChoice.Of(changes, [.. subscriptions.Select(DigestRule.Of)], reader.User?.Role);
        if (_choices.Count >= MostRemembered) _choices.Clear();
        _choices.Add(key, choice);
        return (key, choice);
    }

    /// <summary>With what was kept from this reader before, without what they were told before or must not see.</summary>
    private static DigestChoice ForOne(
        PeriodChanges changes, DigestChoice choice, Reader reader, IReadOnlyList<DigestItem> late, HashSet<string> known, HashSet<string> hidden)
    {
        var added = late.Where(item => !hidden.Contains(item.CommitmentId)).ToList();
        if (added.Count > 0) choice = DigestChoice.Of(changes with { Items = DigestChoice.Ordered(changes.Items.Concat(added)) }, choice.Rules, reader.User?.Role);
        var parts = known.Select(DigestRule.FromMark).OfType<(string, DigestRule)>().ToList();
        return choice.Only(item => !item.IsToldBy(known, parts) && !hidden.Contains(item.CommitmentId)) with
        {
            Parted = choice.Items.Where(item => hidden.Contains(item.CommitmentId)).Concat(added).Select(item => item.Group).ToHashSet(StringComparer.Ordinal),
        };
    }

    private async Task<string> WrittenAsync(string key, DigestChoice choice, Reader reader, Dictionary<string, MailContent> fresh, CancellationToken cancellation)
    {
        if (_stored.TryGetValue(key, out var hash)) return hash;
        if (!fresh.TryGetValue(key, out var content)) fresh.Add(key, content = await printer.PrintAsync(choice, reader.Language, reader.Robot?.Kind, cancellation));
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
