using System.Security.Cryptography;
using System.Text;
using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>What decisions can belong to: a pair's two texts and its commitments as they are now.</summary>
/// <param name="Plan">Null where the pair has no plan.</param>
/// <param name="Review">Null while the review is awaited.</param>
public sealed record PairPlaces(string PairId, AnchorText? Plan, AnchorText? Review, IReadOnlyList<PlacedCommitment> Commitments)
{
    private const string MadeByPerson = ".p-";

    /// <summary>Whether an id is that of a commitment which a person added or split off.</summary>
    public static bool IsMadeByPerson(string commitmentId) => commitmentId.Contains(MadeByPerson, StringComparison.Ordinal);

    /// <summary>Identity of a commitment that a person made: from its words and where they stood, never from an offset.</summary>
    public string IdFor(TextAnchor anchor)
    {
        var content = string.Join('\u001f', [anchor.Quote, anchor.Prefix, anchor.Suffix, .. anchor.SectionPath]);
        return $"{PairId}{MadeByPerson}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12]}";
    }
}

/// <summary>A commitment and where its words stand in the plan.</summary>
public sealed record PlacedCommitment(string Id, TextSpan Span);
