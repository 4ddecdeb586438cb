using FluentValidation;

namespace Tracker.App.Reports;

/// <summary>What may be said of a document beside its text.</summary>
internal static class GivenRules
{
    public const int FirstYear = 1949;
    public const int LastYear = 2099;
    public const int LongestName = 60;
    public const int LongestReason = 2000;

    public static IRuleBuilderOptions<T, GivenDetails> IsGiven<T>(this IRuleBuilder<T, GivenDetails> rule) => rule
        .Must(given => given.Body is null || IsName(given.Body)).WithMessage($"机构名称要有1至{LongestName}个字。")
        .Must(given => IsYear(given.PlanYear) && IsYear(given.ReviewYear)).WithMessage($"年份要在{FirstYear}至{LastYear}之间。")
        .Must(given => AreInOrder(given.PlanYear, given.ReviewYear)).WithMessage("部署的年份要在回顾的年份之后。")
        .Must(given => given.Reason.Length <= LongestReason).WithMessage($"说明最多{LongestReason}字。")
        .Must(given => given.Replaces is null || given.Replaces.Trim().Length is > 0 and <= 64).WithMessage("要取代的报告请给出它的编号。");

    /// <summary>Why something is decided, corrected or confirmed: a person's own words, which may be none.</summary>
    public static IRuleBuilderOptions<T, string> IsReason<T>(this IRuleBuilder<T, string> rule) => rule
        .NotNull().WithMessage("说明不能缺。").MaximumLength(LongestReason).WithMessage($"说明最多{LongestReason}字。");

    public static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    public static bool IsYear(int? year) => year is null or (>= FirstYear and <= LastYear);

    public static bool AreInOrder(int? planYear, int? reviewYear) => planYear is null || reviewYear is null || planYear > reviewYear;
}
