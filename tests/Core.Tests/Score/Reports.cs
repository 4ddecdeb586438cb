using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Score;

/// <summary>Small plans and reviews written as lists of sentences, a commitment or a claim each.</summary>
internal static class Reports
{
    private static readonly ReportMetadata Nothing = new("", "", "other", null, null, null, "");

    public static ExtractedReport Plan(params string[] sentences)
    {
        var source = string.Concat(sentences);
        return new ExtractedReport(
            source, Nothing, [], [.. Spans(sentences).Select((span, k) => Commitment($"c{k}", span, source))], [], [], []);
    }

    public static ExtractedReport Review(params string[] sentences) => Review(ClaimZone.Year, sentences);

    public static ExtractedReport Review(ClaimZone zone, params string[] sentences)
    {
        var source = string.Concat(sentences);
        return new ExtractedReport(
            source, Nothing, [], [],
            [.. Spans(sentences).Select((span, k) => new Claim($"r{k}", span, span.Of(source), span, [], zone, false, Numbers.In(source, span)))], [], []);
    }

    private static Commitment Commitment(string id, TextSpan span, string source) => new(
        id, span, span.Of(source), span, span.Of(source)[..Math.Min(20, span.Length)], "", [], Numbers.In(source, span).Count > 0 ? Specificity.Named : Specificity.Specific,
        Numbers.In(source, span), [], "test");

    private static IEnumerable<TextSpan> Spans(string[] sentences)
    {
        var at = 0;
        foreach (var sentence in sentences)
        {
            yield return new TextSpan(at, at + sentence.Length);
            at += sentence.Length;
        }
    }
}
