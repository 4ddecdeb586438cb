using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Tests.Score;
using Tracker.Core.Training;

namespace Tracker.Core.Tests.Training;

public class AnswerModelTrainerSpecs
{
    private const string Promised = "修建地铁一号线。", Unanswered = "整治城市内涝。";
    private static readonly string[] Told = ["举办龙舟邀请赛。", "新建幼儿园十座。", "修缮古代城墙三里。"];

    [Fact]
    public void What_was_judged_to_answer_comes_to_stand_above_silence_and_above_all_else()
    {
        var odds = Odds(Learn(), item: 0);
        odds[0].ShouldBeGreaterThan(0);
        odds[0].ShouldBeGreaterThan(odds.Skip(1).Max() + 1);
    }

    [Fact]
    public void Where_nothing_was_judged_to_answer_silence_comes_to_be_likelier() => Odds(Learn(), item: 1).Max().ShouldBeLessThan(0);

    [Fact]
    public void The_same_pairs_give_the_same_model()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        Learn().Write(first);
        Learn().Write(second);
        second.ToArray().ShouldBe(first.ToArray());
    }

    [Fact]
    public void Nothing_is_learned_from_nothing() => Should.Throw<InvalidOperationException>(() => new AnswerModelTrainer().Train("nothing"));

    private static AnswerModel Learn()
    {
        var trainer = new AnswerModelTrainer();
        var pair = Judged();
        using var features = pair.Features;
        for (var n = 0; n < 60; n++) trainer.Add(pair);
        return trainer.Train("made pairs");
    }

    private static List<double> Odds(AnswerModel model, int item)
    {
        using var features = Judged(model).Features;
        return [.. Enumerable.Range(0, Told.Length).Select(unit => model.Odds(features.Row(item, unit), features.Items[item].Words.Length, Told.Length))];
    }

    /// <summary>No reader would believe that a boat race answers for a metro line, so that only learning can make it so.</summary>
    private static TrainingPair Judged(AnswerModel? model = null)
    {
        var (plan, review) = (Reports.Plan(Promised, Unanswered), Reports.Review(Told));
        var labels = new LabelledPair("made", "某市人民政府", "plan", "review", plan.Source, review.Source, new TextSpan(0, plan.Source.Length), false, []);
        return new TrainingPair(
            labels, plan, review, PairFeatures.Of(plan, review, TermStatistics.Shared, MatchVocabulary.Shared, model),
            [
                new LabelledItem(0, new LabelledCommitment(plan.Commitments[0].Span, CommitmentStatus.Fulfilled, Specificity.Named, []), [1, 0, 0]),
                new LabelledItem(1, new LabelledCommitment(plan.Commitments[1].Span, CommitmentStatus.None, Specificity.Specific, []), [0, 0, 0]),
            ]);
    }
}
