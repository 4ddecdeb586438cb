using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Training.Accuracy;

/// <summary>标注者一致性: how well two annotators agree who labelled the same pair, or judged the same commitments, apart from each other. What a method can reach at most.</summary>
/// <param name="Pairs">Which pairs were labelled twice.</param>
/// <param name="Figures">Lowest and highest by name; <c>status_kappa</c> is Cohen's kappa.</param>
public sealed record AnnotatorAgreement(string Pairs, IReadOnlyDictionary<string, double[]> Figures)
{
    private static readonly Lazy<IReadOnlyList<AnnotatorAgreement>> Embedded = new(() => EmbeddedData.Read<List<AnnotatorAgreement>>("model/annotators.json"));

    /// <summary>Noted when the labels were made; seeds/labels/README.md says by whom.</summary>
    public static IReadOnlyList<AnnotatorAgreement> All => Embedded.Value;

    /// <summary>Of the pairs that the method was developed with; null where it was not taken.</summary>
    public static (double Lowest, double Highest)? Of(string figure) => All[0].Figures.TryGetValue(figure, out var range) ? (range[0], range[1]) : null;
}
