using Tracker.Core.Domain;

namespace Tracker.Core.Deciding;

/// <summary>双人盲评的一致性 in one field: the two people with each other, and each with the method and with a second reader as further raters.</summary>
/// <param name="FirstAndReader">Of the items that a second reader answered; without any where there are none, or it is not asked of this field.</param>
public sealed record CodingAgreement(
    CodingField Field, RaterTable People, RaterTable FirstAndMachine, RaterTable SecondAndMachine, RaterTable FirstAndReader, RaterTable SecondAndReader)
{
    private const string Yes = "yes";
    private const string No = "no";
    private static readonly IReadOnlyList<string> YesNo = [Yes, No];

    /// <param name="items">Only those that both people have judged.</param>
    /// <param name="withSpecificity">Whether the sample asked for it.</param>
    public static IReadOnlyList<CodingAgreement> Of(IReadOnlyList<CodedItem> items, bool withSpecificity) =>
    [
        By(CodingField.IsCommitment, YesNo, items, (left, right, _) => [(YesOr(left.IsCommitment), YesOr(right.IsCommitment))]),
        By(CodingField.Status, Names(CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.None, CommitmentStatus.Contradicted), items,
            (left, right, _) => left.Status is { } one && right.Status is { } other ? [(Name(one), Name(other))] : []),
        .. withSpecificity
            ? [By(CodingField.Specificity, Names(Specificity.Named, Specificity.Specific, Specificity.General), items,
                (left, right, _) => left.Specificity is { } one && right.Specificity is { } other ? [(Name(one), Name(other))] : [])]
            : Array.Empty<CodingAgreement>(),

        // Each passage is rated: marked as evidence or not.
        By(CodingField.Evidence, YesNo, items, (left, right, passages) => left.IsCommitment && right.IsCommitment
            ? [.. passages.Select(passage => (YesOr(left.Marks(passage)), YesOr(right.Marks(passage))))]
            : []),
    ];

    private static CodingAgreement By(
        CodingField field, IReadOnlyList<string> answers, IReadOnlyList<CodedItem> items,
        Func<BlindAnswer, BlindAnswer, IReadOnlyList<TextSpan>, IReadOnlyList<(string, string)>> rated)
    {
        RaterTable Table(Func<CodedItem, BlindAnswer> left, Func<CodedItem, BlindAnswer?> right) =>
            RaterTable.Of(answers, [.. items.SelectMany(item => right(item) is { } other ? rated(left(item), other, item.Passages) : [])]);
        BlindAnswer? Reader(CodedItem item) => field is CodingField.Status or CodingField.Evidence ? item.Reader : null;
        return new CodingAgreement(
            field, Table(item => item.First, item => item.Second), Table(item => item.First, item => item.Machine), Table(item => item.Second, item => item.Machine),
            Table(item => item.First, Reader), Table(item => item.Second, Reader));
    }

    private static string YesOr(bool value) => value ? Yes : No;

    private static IReadOnlyList<string> Names<T>(params T[] values) where T : struct, Enum => [.. values.Select(Name)];

    /// <summary>As it is written elsewhere: with a small first letter.</summary>
    private static string Name<T>(T value) where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}

/// <summary>Two raters' answers against each other.</summary>
/// <param name="Answers">Every possible answer, in the order of rows and columns.</param>
/// <param name="Counts">混淆矩阵: by the first rater's answer and then by the second's.</param>
public sealed record RaterTable(Agreement Agreement, IReadOnlyList<string> Answers, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    public static RaterTable Of(IReadOnlyList<string> answers, IReadOnlyList<(string First, string Second)> rated) => new(
        Agreement.Of(rated), answers,
        [.. answers.Select(row => (IReadOnlyList<int>)[.. answers.Select(column => rated.Count(item => item.First == row && item.Second == column))])]);
}
