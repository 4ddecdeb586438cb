using Tracker.Core.Domain;

namespace Tracker.Core.Training;

/// <summary>
/// The plan that fitting sees: the labelled commitments as labelled, described as extraction describes them, and around them the
/// extracted ones, since the method meets both the same way when it runs.
/// </summary>
public static class TrainingPlan
{
    public static ExtractedReport Of(LabelledPair labels, ExtractedReport plan)
    {
        var commitments = new List<Commitment>();
        var taken = new HashSet<Commitment>();
        foreach (var label in labels.Commitments)
        {
            var own = plan.Commitments.Where(commitment => !taken.Contains(commitment) && SpanAgreement.Agree(commitment.Span, label.Span))
                .MaxBy(commitment => SpanAgreement.Overlap(commitment.Span, label.Span));
            if (own is not null) taken.Add(own);
            commitments.Add(own is null ? Unfound(label, plan) : own with { Span = label.Span, Quote = label.Span.Of(plan.Source) });
        }

        commitments.AddRange(plan.Commitments.Where(commitment => !labels.Commitments.Any(label => label.Span.Overlaps(commitment.Span))));
        return plan with { Commitments = [.. commitments.OrderBy(commitment => commitment.Span)] };
    }

    private static Commitment Unfound(LabelledCommitment label, ExtractedReport plan)
    {
        var nearest = plan.Commitments.Where(commitment => commitment.Context.Contains(label.Span)).Select(commitment => commitment.Context);
        return new Commitment(
            $"label-{label.Span.Start}", label.Span, label.Span.Of(plan.Source), nearest.FirstOrDefault(label.Span), "", "", [], label.Specificity, [], [],
            "label");
    }
}
