namespace Tracker.Core.Pipeline.Match;

/// <summary>The features that tell how near a clause lies to where answers to a commitment lie.</summary>
internal sealed class AnswerOverlap
{
    private readonly ReviewUnits review;
    private readonly ClauseDirections directions;
    private readonly AnswerModel answers;
    private readonly float[] units;
    private readonly float[] sentences;

    /// <summary>Filled anew for each commitment.</summary>
    private readonly float[] clause, sentence, surroundings;


    public AnswerOverlap(ReviewUnits review, ClauseDirections directions, AnswerModel answers)
    {
        (this.review, this.directions, this.answers) = (review, directions, answers);
        (clause, sentence, surroundings) = (new float[review.Units.Count], new float[review.Sentences.Count], new float[review.Sentences.Count]);
        units = [.. Enumerable.Range(0, review.Units.Count).SelectMany(unit => answers.TurnClause(directions.Unit(unit)))];
        sentences = [.. Enumerable.Range(0, review.Sentences.Count).SelectMany(sentence => answers.TurnClause(directions.Sentence(sentence)))];
    }

    public void Fill(PlanItem item, Span<float> rows)
    {
        var own = answers.TurnCommitment(directions.Of(item.Words));
        var around = answers.TurnCommitment(directions.Of([.. item.Words, .. item.ContextWords]));
        Sums.Products(own, units, clause);
        Sums.Products(own, sentences, sentence);
        Sums.Products(around, sentences, surroundings);
        for (var unit = 0; unit < clause.Length; unit++)
        {
            var row = rows.Slice(unit * PairFeatures.Width, PairFeatures.Width);
            row[(int)MatchFeature.ClauseAnswer] = clause[unit];
            row[(int)MatchFeature.SentenceAnswer] = sentence[review.Units[unit].Sentence];
            row[(int)MatchFeature.SurroundingsAnswer] = surroundings[review.Units[unit].Sentence];
        }
    }
}
