namespace Tracker.Core.Pipeline.Match;

/// <summary>The features that compare matters instead of words: 降低融资成本 is met by 降息 though they share no character.</summary>
internal sealed class ConceptOverlap
{
    private readonly Concepts concepts;
    private readonly ReviewUnits review;
    private readonly Dictionary<int, List<int>> unitsOfConcept = [];

    public ConceptOverlap(Concepts concepts, ReviewUnits review)
    {
        (this.concepts, this.review) = (concepts, review);
        for (var unit = 0; unit < review.Units.Count; unit++)
            foreach (var concept in concepts.Of(review.Units[unit].Text))
            {
                if (!unitsOfConcept.TryGetValue(concept, out var units)) unitsOfConcept.Add(concept, units = []);
                units.Add(unit);
            }
    }

    /// <summary>Share of the commitment's concepts, by how few clauses name each, that the clause and that its sentence names.</summary>
    public void Fill(PlanItem item, FeatureColumns columns)
    {
        var named = concepts.Of(item.Text).Order().ToList();
        var total = named.Sum(Rarity);
        if (total <= 0) return;
        var clauses = columns[MatchFeature.ClauseConcepts];
        var sentences = columns[MatchFeature.SentenceConcepts];
        foreach (var concept in named)
        {
            var share = Rarity(concept) / total;
            var sentence = -1;
            foreach (var unit in Holders(concept))
            {
                clauses[unit] += share;
                if (review.Units[unit].Sentence == sentence) continue;
                sentence = review.Units[unit].Sentence;
                for (var near = review.Sentences[sentence].FirstUnit; near < review.Sentences[sentence].EndUnit; near++)
                    sentences[near] += share;
            }
        }
    }

    private List<int> Holders(int concept) => unitsOfConcept.TryGetValue(concept, out var units) ? units : [];

    private float Rarity(int concept) => MathF.Log((review.Units.Count + 1) / (Holders(concept).Count + 1f));
}
