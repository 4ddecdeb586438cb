using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.Data.Searching;

/// <summary>
/// The order of results as one number, lowest first: commitments before claims before other passages; commitments that anyone can check
/// (有名有数) before specific before general ones; the newest year first; then body by body, each in the order of its text.
/// </summary>
/// <remarks>
/// It is made from content alone, so the same passage has the same place on every installation and a cursor stays good while others come
/// and go. Both databases read an index in this order, and stop as soon as a page is full.
/// </remarks>
public static class SearchRank
{
    private const int PartShift = 61;
    private const int SpecificityShift = 59;
    private const int YearShift = 52;
    private const int BodyShift = 40;
    private const int PositionShift = 27;
    private const int FirstYear = 1950;
    private const int LastYear = FirstYear + 127;
    private const int LastPosition = (1 << (BodyShift - PositionShift)) - 1;

    /// <param name="position">In the source's text, from 0; those after the 8,191st are told apart, but not ordered.</param>
    public static long Of(SearchPart part, Specificity? specificity, int year, string bodyId, int position, string sourceId) =>
        ((long)part << PartShift)
        | ((specificity is { } known ? known switch { Core.Domain.Specificity.Named => 0L, Core.Domain.Specificity.Specific => 1L, _ => 2L } : 0L) << SpecificityShift)
        | ((long)(LastYear - Math.Clamp(year, FirstYear, LastYear)) << YearShift)
        | (Hash(bodyId, YearShift - BodyShift) << BodyShift)
        | ((long)Math.Min(position, LastPosition) << PositionShift)
        | Hash(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sourceId} {position}"), PositionShift);

    /// <summary>The first place of a part; of one after the last, where the last one ends.</summary>
    public static long Start(int part) => part > (int)SearchPart.Text ? long.MaxValue : (long)part << PartShift;

    private static long Hash(string words, int bits) =>
        (long)(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(words))) >> (64 - bits));
}
