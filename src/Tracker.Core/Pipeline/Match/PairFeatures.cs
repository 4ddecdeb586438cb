using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Match;

/// <summary>Every commitment of a plan held against every clause of a review: a row of <see cref="MatchFeature"/> each.</summary>
public sealed class PairFeatures
{
    public static readonly int Width = Enum.GetValues<MatchFeature>().Length;

    private readonly float[][] rows;

    private PairFeatures(IReadOnlyList<PlanItem> items, ReviewUnits review, float[][] rows) => (Items, Review, this.rows) = (items, review, rows);

    public IReadOnlyList<PlanItem> Items { get; }

    public ReviewUnits Review { get; }

    public ReadOnlySpan<float> Row(int item, int unit) => rows[item].AsSpan(unit * Width, Width);

    public static PairFeatures Of(ExtractedReport plan, ExtractedReport review, TermStatistics terms, MatchVocabulary vocabulary)
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
        var table = new float[items.Count][];
        var words = new WordOverlap(lexicon, units, vocabulary);
        var strings = new StringOverlap(terms, vocabulary, units);
        for (var item = 0; item < items.Count; item++)
        {
            table[item] = new float[units.Units.Count * Width];
            words.Fill(items[item], table[item]);
            strings.Fill(items[item], table[item]);
        }

        Competition.Fill(table, units.Units.Count);
        Neighbourhood.Fill(table, units);
        return new PairFeatures(items, units, table);
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
