using System.Text.RegularExpressions;

namespace Tracker.Core.Pipeline.Extract.Clauses;

/// <summary>Tells sentences that set a guideline or list targets from those that set out work.</summary>
internal static partial class SentencePurposes
{
    public static void Mark(Paragraph paragraph)
    {
        var guideline = false;
        foreach (var sentence in paragraph.Sentences)
        {
            var text = sentence.Text;
            var opensTargets = Targets().IsMatch(text);
            var opensGuideline = GuidelineOpens().IsMatch(text);
            if (opensGuideline) guideline = true;
            else if (opensTargets || EndsGuideline().IsMatch(text)) guideline = false;
            sentence.Purpose = opensTargets && !opensGuideline ? SentencePurpose.Targets
                : guideline ? SentencePurpose.Guideline
                : ContinuesTargets(sentence) ? SentencePurpose.Targets
                : SentencePurpose.Work;
        }
    }

    /// <summary>A list of targets runs on over 。 and ； as long as no verb of work opens the sentence.</summary>
    private static bool ContinuesTargets(Sentence sentence) =>
        sentence.Previous is { Purpose: SentencePurpose.Targets } && !sentence.Clauses[0].Head.HasVerb && !sentence.Clauses[0].Head.IsModifier;

    [GeneratedRegex("(总体思路|总体要求|总的要求|总的思路|总体考虑|指导思想|基本思路|工作思路|总体部署)[^。，]{0,12}(是|为|：|，)|以习近平[^。]{0,30}思想为指导", RegexOptions.NonBacktracking)]
    private static partial Regex GuidelineOpens();

    [GeneratedRegex("(预期|主要|发展|约束性|工作|奋斗|计划|总体)(性|预期){0,2}(目标|指标)[^。，：]{0,16}(是|为|：|，)|预期目标", RegexOptions.NonBacktracking)]
    private static partial Regex Targets();

    [GeneratedRegex("^(（一）|\\(一\\)|一是|重点|具体|为此|要)", RegexOptions.NonBacktracking)]
    private static partial Regex EndsGuideline();
}
