using Tracker.Core.Domain;
using Tracker.Core.SecondReading;

namespace Tracker.Core.Tests.SecondReading;

/// <summary>What is taken of a model's answer: evidence by a candidate's number and nothing else, the whole answer or none of it.</summary>
public class AnswerReaderSpecs
{
    private const string Plan = "今年办好三件事：举办委员培训班四期，修订提案办法，走访企业五十家。";

    private static readonly ReadingTask Task = ReadingTasks.Of(Plan, "举办委员培训班四期，修订提案办法", "举办委员培训班四期。", "提案办法正在修订。", "开展视察三次。");

    [Fact]
    public void Numbers_become_the_passages_they_stand_for()
    {
        var (answer, refusal) = AnswerReader.Read("""{"status":"partial","evidence":[{"candidate":2,"relation":"related"},{"candidate":1,"relation":"direct"}],"reason":"办了班，办法未完成。","suggestions":[]}""", Task);
        refusal.ShouldBeNull();
        answer!.In(Task).Select(item => (item.Quote, item.Relation)).ShouldBe([("提案办法正在修订。", EvidenceRelation.Related), ("举办委员培训班四期。", EvidenceRelation.Direct)]);
    }

    [Theory]
    [InlineData("好的，答案如下：\n```json\n{0}\n```")]
    [InlineData("<think>先看候选{1}</think>{0}")]
    [InlineData("  {0}  ")]
    public void Words_around_the_object_do_not_matter(string around) =>
        AnswerReader.Read(around.Replace("{0}", """{"status":"none","evidence":[],"reason":"没有提到。","suggestions":[]}""", StringComparison.Ordinal), Task).Answer!.Status.ShouldBe(CommitmentStatus.None);

    [Theory]
    [InlineData("", AnswerRefusal.NoJson)]
    [InlineData("已落实", AnswerRefusal.NoJson)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":1""", AnswerRefusal.BrokenJson)]
    [InlineData("""{"status":"fulfilled","status":"none","evidence":[],"reason":"好"}""", AnswerRefusal.BrokenJson)]
    [InlineData("""{"status":"fulfilled","reason":"好"}""", AnswerRefusal.WrongShape)]
    [InlineData("""{"status":1,"evidence":[],"reason":"好"}""", AnswerRefusal.WrongShape)]
    [InlineData("""{"status":"done","evidence":[],"reason":"好"}""", AnswerRefusal.UnknownStatus)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":0,"relation":"direct"}],"reason":"好"}""", AnswerRefusal.UnknownCandidate)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":4,"relation":"direct"}],"reason":"好"}""", AnswerRefusal.UnknownCandidate)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":1.5,"relation":"direct"}],"reason":"好"}""", AnswerRefusal.UnknownCandidate)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":"1","relation":"direct"}],"reason":"好"}""", AnswerRefusal.UnknownCandidate)]
    [InlineData("""{"status":"fulfilled","evidence":["举办委员培训班四期。"],"reason":"好"}""", AnswerRefusal.WrongShape)]
    [InlineData("""{"status":"fulfilled","evidence":[{"candidate":1,"relation":"proof"}],"reason":"好"}""", AnswerRefusal.UnknownRelation)]
    [InlineData("""{"status":"fulfilled","evidence":[],"reason":"好"}""", AnswerRefusal.NoEvidence)]
    [InlineData("""{"status":"none","evidence":[{"candidate":1,"relation":"direct"}],"reason":"好"}""", AnswerRefusal.EvidenceForNone)]
    [InlineData("""{"status":"none","evidence":[],"reason":"  "}""", AnswerRefusal.NoReason)]
    public void Anything_else_is_refused_with_its_reason(string content, AnswerRefusal because) => AnswerReader.Read(content, Task).ShouldBe((null, because));

    [Fact]
    public void A_suggestion_counts_only_where_its_words_stand_in_the_plan()
    {
        var (answer, _) = AnswerReader.Read(
            """
            {"status":"none","evidence":[],"reason":"没有。","suggestions":[{"kind":"missed","words":"走访企业五十家"},{"kind":"split","words":"修订提案办法"},
            {"kind":"missed","words":"建一座机场"},{"kind":"split","words":"走访企业"},{"kind":"apply","words":"修订提案办法"},{"kind":"missed","words":"举办委员培训班四期，修订提案办法"}]}
            """, Task);
        answer!.Suggestions.ShouldBe([new ReaderSuggestion(SuggestionKind.Missed, "走访企业五十家"), new ReaderSuggestion(SuggestionKind.Split, "修订提案办法")]);
        answer.Strayed.ShouldBe(4);
    }
}
