using Tracker.Core.Pipeline.Match;

namespace Tracker.App.Bundles;

/// <summary>The inputs of a candidate's score in words.</summary>
internal static class FeatureNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [nameof(MatchFeature.ClauseWords)] = "分句用词",
        [nameof(MatchFeature.SentenceWords)] = "整句用词",
        [nameof(MatchFeature.ClauseCharacters)] = "相同字对",
        [nameof(MatchFeature.SharedStrings)] = "相同长串",
        [nameof(MatchFeature.ClauseDirection)] = "分句语义",
        [nameof(MatchFeature.SentenceDirection)] = "整句语义",
        [nameof(MatchFeature.Surroundings)] = "上下文用词",
        [nameof(MatchFeature.ObjectWord)] = "对象词",
        [nameof(MatchFeature.ClauseExplained)] = "分句被解释的比例",
        [nameof(MatchFeature.WithLead)] = "连同段首句",
        [nameof(MatchFeature.SeveralYears)] = "跨年数据",
        [nameof(MatchFeature.Shortcoming)] = "不足",
        [nameof(MatchFeature.Formula)] = "程式语",
        [nameof(MatchFeature.Lead)] = "段首句",
        [nameof(MatchFeature.Purpose)] = "目的语",
        [nameof(MatchFeature.Done)] = "已完成语气",
        [nameof(MatchFeature.Competition)] = "与其他承诺相比",
        [nameof(MatchFeature.Neighbours)] = "相邻佐证",
        [nameof(MatchFeature.TellingWords)] = "关键词",
        [nameof(MatchFeature.ClauseConcepts)] = "分句概念",
        [nameof(MatchFeature.SentenceConcepts)] = "整句概念",
        [nameof(MatchFeature.Breadth)] = "涉及面",
        [nameof(MatchFeature.ClauseAnswer)] = "分句像答复",
        [nameof(MatchFeature.SentenceAnswer)] = "整句像答复",
        [nameof(MatchFeature.SurroundingsAnswer)] = "上下文像答复",
        [CandidateList.AnswerOdds] = "答复把握",
    };

    /// <summary>A name of another version of the method stands for itself.</summary>
    public static string Of(string name) => Names.GetValueOrDefault(name, name);
}
