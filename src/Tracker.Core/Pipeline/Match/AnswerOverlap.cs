namespace Tracker.Core.Pipeline.Match;

/// <summary>The features that tell how near a clause lies to where answers to a commitment lie.</summary>
internal sealed class AnswerOverlap
{
    private readonly ReviewUnits review;
    private readonly ClauseDirections directions;
    private readonly AnswerModel answers;
    private readonly float[] units;
    private readonly float[] sentences;

    /// <summary>Each sentence's value, until it is given to its clauses.</summary>
    private readonly float[] nearness;

    public AnswerOverlap(ReviewUnits review, ClauseDirections directions, AnswerModel answers)
    {
        (this.review, this.directions, this.answers) = (review, directions, answers);
        (units, sentences) = (answers.TurnClauses(directions.Units), answers.TurnClauses(directions.Sentences));
        nearness = new float[review.Sentences.Count];
    }

    /// <param name="direction">Of the commitment's words.</param>
    public void Fill(PlanItem item, ReadOnlySpan<float> direction, FeatureColumns columns)
    {
        var own = answers.TurnCommitment(direction);
        var around = answers.TurnCommitment(directions.Of([.. item.Words, .. item.ContextWords]));
        Sums.Products(own, units, columns[MatchFeature.ClauseAnswer]);
        Sums.Products(own, sentences, nearness);
        review.Spread(nearness, columns[MatchFeature.SentenceAnswer]);
        Sums.Products(around, sentences, nearness);
        review.Spread(nearness, columns[MatchFeature.SurroundingsAnswer]);
    }
}
