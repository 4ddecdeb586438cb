namespace Tracker.Core.Training;

/// <summary>准确度: the figures of one labelled pair, named as the labels' own measure names them.</summary>
public sealed record PairFigures(
    int Gold, int Predicted, int Found, double Precision, double Recall, double CommitmentF1, double EvidenceF1, double EvidencePrecision,
    double EvidenceRecall, double Map5, double Recall10, double StatusAccuracy, double StatusMacroF1, double StatusQwk, double EndToEndF1,
    double Brier, double RateError, int BadSpans)
{
    /// <summary>Names and values in the order in which they are printed.</summary>
    public IReadOnlyList<(string Name, double Value, bool IsCount)> Named =>
    [
        ("gold", Gold, true), ("predicted", Predicted, true), ("found", Found, true), ("precision", Precision, false), ("recall", Recall, false),
        ("commitment_f1", CommitmentF1, false), ("evidence_f1", EvidenceF1, false), ("evidence_precision", EvidencePrecision, false),
        ("evidence_recall", EvidenceRecall, false), ("map5", Map5, false), ("recall10", Recall10, false), ("status_acc", StatusAccuracy, false),
        ("status_macro_f1", StatusMacroF1, false), ("status_qwk", StatusQwk, false), ("end_to_end_f1", EndToEndF1, false), ("brier", Brier, false),
        ("rate_error", RateError, false), ("bad_spans", BadSpans, true),
    ];
}
