using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Score;

/// <summary>Finds the claims that a span of the review touches.</summary>
public sealed class ClaimIndex
{
    private readonly Claim[] claims;
    private readonly int longest;

    public ClaimIndex(IEnumerable<Claim> claims)
    {
        this.claims = [.. claims.OrderBy(claim => claim.Span)];
        longest = this.claims.Select(claim => claim.Span.Length).DefaultIfEmpty(0).Max();
    }

    public IEnumerable<Claim> Touching(TextSpan span)
    {
        var low = 0;
        var high = claims.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (claims[middle].Span.Start < span.Start - longest) low = middle + 1;
            else high = middle;
        }

        for (var k = low; k < claims.Length && claims[k].Span.Start < span.End; k++)
            if (claims[k].Span.Overlaps(span)) yield return claims[k];
    }
}
