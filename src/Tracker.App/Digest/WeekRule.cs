using FluentValidation;

namespace Tracker.App.Digest;

internal static class WeekRule
{
    public static IRuleBuilderOptions<T, string?> IsWeek<T>(this IRuleBuilder<T, string?> week, TimeZoneInfo zone) => week
        .Must(text => text is null || DigestPeriod.ParseWeek(text, zone) is not null).WithErrorCode("bad-week").WithMessage("周次要写成 2026-W47 这样的 ISO 周。");
}
