using Tracker.Core.Domain;

namespace Tracker.Core.SecondReading;

/// <summary>判读任务: all that a second reader is shown of one commitment. Evidence is named by a passage's number, from 1.</summary>
/// <param name="Section">Headings of the plan, outermost first.</param>
/// <param name="Context">The commitment's sentence with those around it.</param>
/// <param name="Known">Other commitments that were found in the same context.</param>
/// <param name="Passages">At most <see cref="MostPassages"/>, best first.</param>
/// <param name="Arithmetic">Targets held against reported numbers, in words and figures.</param>
public sealed record ReadingTask(
    string Section, string Context, string Commitment, IReadOnlyList<string> Known, IReadOnlyList<ReadingPassage> Passages, IReadOnlyList<string> Arithmetic)
{
    public const int MostPassages = 10;
    private const int AroundCommitment = 120;
    private const int AroundPassage = 60;

    /// <param name="others">The plan's other commitments.</param>
    /// <param name="ranked">Passages of the review, best first.</param>
    public static ReadingTask Of(
        string plan, string review, TextSpan commitment, TextSpan sentence, IReadOnlyList<string> sectionPath, IEnumerable<TextSpan> others, IEnumerable<TextSpan> ranked,
        IEnumerable<QuantityComparison> comparisons)
    {
        var context = Surroundings.Of(plan, sentence.Contains(commitment) ? sentence : commitment, AroundCommitment);
        return new ReadingTask(
            string.Join(" › ", sectionPath), context.Of(plan), commitment.Of(plan), [.. others.Where(other => other != commitment && context.Contains(other)).Order().Select(other => other.Of(plan))],
            [.. ranked.Distinct().Take(MostPassages).Select((span, place) => new ReadingPassage(place + 1, span, span.Of(review), Surroundings.Of(review, span, AroundPassage).Of(review)))],
            [.. comparisons.Select(comparison => comparison.Arithmetic)]);
    }

    /// <param name="ranked">Another order of passages than the method's.</param>
    public static ReadingTask Of(ExtractedReport plan, ExtractedReport review, Verdict verdict, IEnumerable<TextSpan>? ranked = null) => Of(
        plan.Source, review.Source, verdict.Commitment.Span, verdict.Commitment.Context, verdict.Commitment.SectionPath, plan.Commitments.Select(other => other.Span),
        ranked ?? verdict.Candidates.Select(candidate => candidate.Span), verdict.Comparisons);
}

/// <param name="Number">How an answer names it.</param>
/// <param name="Context">The passage with the words around it.</param>
public sealed record ReadingPassage(int Number, TextSpan Span, string Quote, string Context);
