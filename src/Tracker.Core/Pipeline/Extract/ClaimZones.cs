using System.Text.RegularExpressions;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;

namespace Tracker.Core.Pipeline.Extract;

/// <summary>Tells the year's own deeds from looks over several years, shortcomings and formulas.</summary>
internal static partial class ClaimZones
{
    /// <summary>Kinds of section that claims are taken from.</summary>
    public static bool IsReviewed(SectionKind kind) =>
        kind is SectionKind.Review or SectionKind.FiveYearReview or SectionKind.Lessons or SectionKind.Shortcomings;

    public static ClaimZone Of(Sentence sentence) => sentence.Line.Kind switch
    {
        SectionKind.Shortcomings => ClaimZone.Shortcoming,
        SectionKind.Lessons => ClaimZone.Formula,
        SectionKind.FiveYearReview => ClaimZone.SeveralYears,
        _ when Shortcoming().IsMatch(sentence.Text) => ClaimZone.Shortcoming,
        _ when Formula().IsMatch(sentence.Text) => ClaimZone.Formula,
        _ when SeveralYears().IsMatch(sentence.Text) => ClaimZone.SeveralYears,
        _ => ClaimZone.Year,
    };

    [GeneratedRegex("(存在|面临|还有)[^。]{0,30}(问题|不足|短板|差距|困难|薄弱)|(尚|还)?(不够|有待)|[还仍尚亟]需|未达预期|短板和不足|差距和不足", RegexOptions.NonBacktracking)]
    private static partial Regex Shortcoming();

    [GeneratedRegex("(表示|致以)[^。]{0,8}(衷心|崇高|诚挚)|是[^。]{4,}的结果|(深刻|深切)(体会|认识|感受|感悟)到", RegexOptions.NonBacktracking)]
    private static partial Regex Formula();

    [GeneratedRegex("[五四三几]年来[^最首]|年均[^浓值气降]|过去[五四三]年|“十[二三四五]五”(时期|期间|以来)|本届[^。]{0,6}以来", RegexOptions.NonBacktracking)]
    private static partial Regex SeveralYears();
}
