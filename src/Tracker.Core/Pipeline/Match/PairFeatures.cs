using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Every commitment of a plan held against every clause of a review by each <see cref="MatchFeature"/>.</summary>
public sealed class PairFeatures : IDisposable
{
    public static readonly int Width = Enum.GetValues<MatchFeature>().Length;

    private readonly FeatureTable table;

    private PairFeatures(IReadOnlyList<PlanItem> items, ReviewUnits review, ClauseDirections directions, AnswerModel answers, FeatureTable table) =>
        (Items, Review, Directions, Answers, this.table) = (items, review, directions, answers, table);

    public IReadOnlyList<PlanItem> Items { get; }

    public ReviewUnits Review { get; }

    public ClauseDirections Directions { get; }

    /// <summary>What the features that tell of answers come from.</summary>
    public AnswerModel Answers { get; }

    /// <summary>All features of a commitment and a clause.</summary>
    public float[] Row(int item, int unit)
    {
        var row = new float[Width];
        CopyRow(item, unit, row);
        return row;
    }

    /// <summary>The same without a new array.</summary>
    public void CopyRow(int item, int unit, Span<float> row)
    {
        var columns = table.Of(item).Values;
        for (var k = 0; k < row.Length; k++) row[k] = columns[k * Review.Units.Count + unit];
    }

    /// <summary>The features of one commitment: for each a column with a value for each clause, column after column.</summary>
    public ReadOnlySpan<float> Columns(int item) => table.Of(item).Values;

    public void Dispose() => table.Dispose();

    /// <param name="answers">Null for the model that the program carries.</param>
    public static PairFeatures Of(
        ExtractedReport plan, ExtractedReport review, TermStatistics terms, MatchVocabulary vocabulary, AnswerModel? answers = null)
    {
        answers ??= AnswerModel.Shared;
        var lexicon = new PairLexicon(terms, vocabulary);
        var units = ReviewUnits.Of(review);
        foreach (var unit in units.Units)
        {
            unit.Words = [.. lexicon.Read(unit.Text).Distinct()];
            unit.Bigrams = Bigrams.Of(unit.Text);
            lexicon.CountText(unit.Words);
        }

        var items = ReadPlan(plan, lexicon);
        var table = new FeatureTable(items.Count, units.Units.Count);
        var directions = new ClauseDirections(lexicon, units);
        var words = new WordOverlap(lexicon, units, directions, vocabulary);
        var answered = new AnswerOverlap(units, directions, answers);
        var strings = new StringOverlap(terms, vocabulary, units);
        var concepts = new ConceptOverlap(Concepts.Shared, units);
        for (var item = 0; item < items.Count; item++)
        {
            var columns = table.Of(item);
            var direction = directions.Of(items[item].Words);
            words.Fill(items[item], direction, columns);
            strings.Fill(items[item], columns);
            concepts.Fill(items[item], columns);
            answered.Fill(items[item], direction, columns);
            Competition.FillPlainLikeness(columns, columns[MatchFeature.Competition]);
        }

        // In this order: the second puts its own numbers in place of the plain likeness that both read.
        Neighbourhood.Fill(table, units);
        Competition.Fill(table);
        return new PairFeatures(items, units, directions, answers, table);
    }

    private static List<PlanItem> ReadPlan(ExtractedReport plan, PairLexicon lexicon)
    {
        var contexts = new Dictionary<TextSpan, int[]>();
        foreach (var commitment in plan.Commitments)
            if (!contexts.ContainsKey(commitment.Context))
            {
                var text = FoldedText.Of(plan.Source, commitment.Context).Text;
                contexts.Add(commitment.Context, lexicon.Read(text));
                foreach (var (start, end) in ClauseCutter.Cut(text)) lexicon.CountText(lexicon.Read(text[start..end]).Distinct());
            }

        return [.. plan.Commitments.Select(commitment =>
        {
            var text = FoldedText.Of(plan.Source, commitment.Span).Text;
            return PlanItem.Of(commitment, text, lexicon.Read(text), contexts[commitment.Context], lexicon);
        })];
    }
}
