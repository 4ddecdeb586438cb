using FluentValidation;

namespace Tracker.App.Jobs;

/// <summary>What a schedule must be, whoever edits it.</summary>
internal static class ScheduleRules
{
    public static void IsCron<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(ScheduleTimes.IsCron).WithErrorCode("bad-cron").WithMessage("请写五项时间，例如 30 2 * * 1。");

    public static void IsTimeZone<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(zone => ScheduleTimes.Zone(zone) is not null).WithErrorCode("bad-zone").WithMessage("没有这个时区，请写例如 Asia/Shanghai。");
}
