using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Every commitment of a plan held against every clause of a review: a row of <see cref="MatchFeature"/> each.</summary>
public sealed class PairFeatures : IDisposable
{
    public static readonly int Width = Enum.GetValues<MatchFeature>().Length;

    private readonly FeatureTable table;

    private PairFeatures(IReadOnlyList<PlanItem> items, ReviewUnits review, ClauseDirections directions, FeatureTable table) =>
        (Items, Review, Directions, this.table) = (items, review, directions, table);

    public IReadOnlyList<PlanItem> Items { get; }

    public ReviewUnits Review { get; }

    public ClauseDirections Directions { get; }

    public ReadOnlySpan<float> Row(int item, int unit) => table.Row(item, unit);

    /// <summary>The rows of one commitment, clause after clause.</summary>
    public ReadOnlySpan<float> Rows(int item) => table.Of(item);

    public void Dispose() => table.Dispose();

    /// <param name="answers">Null for the model that the program carries.</param>
    public static PairFeatures Of(
        ExtractedReport plan, ExtractedReport review, TermStatistics terms, MatchVocabulary vocabulary, AnswerModel? answers = null)
    {
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
        var answered = new AnswerOverlap(units, directions, answers ?? AnswerModel.Shared);
        var strings = new StringOverlap(terms, vocabulary, units);
        var concepts = new ConceptOverlap(Concepts.Shared, units);
        for (var item = 0; item < items.Count; item++)
        {
            words.Fill(items[item], table.Of(item));
            strings.Fill(items[item], table.Of(item));
            concepts.Fill(items[item], table.Of(item));
            answered.Fill(items[item], table.Of(item));
            FillBreadth(table.Of(item), units);
        }

        Neighbourhood.Fill(table, units, Competition.Fill(table));
        return new PairFeatures(items, units, directions, table);
    }

    private static void FillBreadth(Span<float> rows, ReviewUnits review)
    {
        var (sum, told) = (0f, 0);
        for (var unit = 0; unit < review.Units.Count; unit++)
        {
            if (review.Units[unit].Zone != ClaimZone.Year) continue;
            sum += rows[unit * Width + (int)MatchFeature.SentenceDirection];
            told++;
        }

        if (told == 0) return;
        for (var unit = 0; unit < review.Units.Count; unit++) rows[unit * Width + (int)MatchFeature.Breadth] = sum / told;
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
