using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>签名链接: what a link in a mail may do without a login. It names its purpose, its reader, what it is about and its end; signed with the reader's secret.</summary>
public sealed class SignedLinks(TrackerDbContext db, TimeProvider time)
{
    private const int IdLength = 16;
    private const int SaidLength = 1 + sizeof(long) + 2 * IdLength;
    private const int TokenLength = SaidLength + HMACSHA256.HashSizeInBytes;

    /// <param name="subject">Id of the subscription, mail or reader that it is about, as the purpose says.</param>
    /// <returns>98 characters that need no escaping in an address.</returns>
    public static string Sign(Reader reader, LinkPurpose purpose, string subject, DateTimeOffset expires)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        token[0] = (byte)purpose;
        BinaryPrimitives.WriteInt64BigEndian(token[1..], expires.ToUnixTimeSeconds());
        Write(reader.Id, token[9..]);
        Write(subject, token[(9 + IdLength)..]);
        HMACSHA256.HashData(Base64Url.DecodeFromChars(reader.LinkSecret), token[..SaidLength], token[SaidLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Null for a link that is forged, damaged, expired, signed before the reader's secret changed, or made for another purpose.</returns>
    public async Task<Link?> CheckAsync(string token, IReadOnlyCollection<LinkPurpose> purposes, CancellationToken cancellation)
    {
        var bytes = new byte[TokenLength];
        if (token.Length != Base64Url.GetEncodedLength(TokenLength) || !TryDecode(token, bytes)) return null;
        var purpose = (LinkPurpose)bytes[0];
        if (!purposes.Contains(purpose) || BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)) <= time.GetUtcNow().ToUnixTimeSeconds()) return null;
        var readerId = Read(bytes.AsSpan(9));
        var reader = await db.Readers.Include(r => r.Subscriptions).SingleOrDefaultAsync(r => r.Id == readerId, cancellation);
        if (reader is null) return null;
        var signature = HMACSHA256.HashData(Base64Url.DecodeFromChars(reader.LinkSecret), bytes.AsSpan(0, SaidLength));
        return CryptographicOperations.FixedTimeEquals(signature, bytes.AsSpan(SaidLength)) ? new Link(purpose, reader, Read(bytes.AsSpan(9 + IdLength))) : null;
    }

    /// <summary>The framework's own attempt throws at some letters.</summary>
    private static bool TryDecode(string token, byte[] bytes)
    {
        try
        {
            return Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == TokenLength;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Write(string id, Span<byte> to)
    {
        if (!Guid.ParseExact(id, "N").TryWriteBytes(to, bigEndian: true, out _)) throw new InvalidOperationException("An id has 16 bytes.");
    }

    private static string Read(ReadOnlySpan<byte> from) => new Guid(from[..IdLength], bigEndian: true).ToString("N");

    /// <param name="Reader">Tracked, with subscriptions.</param>
    public sealed record Link(LinkPurpose Purpose, Reader Reader, string Subject);
}

public enum LinkPurpose : byte
{
    /// <summary>Says yes to one subscription; its subject is the subscription.</summary>
    Confirm = 1,

    /// <summary>退订 of one subscription, its subject.</summary>
    Unsubscribe = 2,

    /// <summary>退订 of the subscriptions that a mail, its subject, was made for.</summary>
    UnsubscribeMail = 3,

    /// <summary>Opens the page of all one's subscriptions; its subject is the reader.</summary>
    Manage = 4,
}
