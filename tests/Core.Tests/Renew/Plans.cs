using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Core.Tests.Renew;

/// <summary>Two plans in a few sentences each, read by the pipeline as a report's plan is.</summary>
internal static class Plans
{
    public static IReadOnlyList<Commitment> Of(int year, params string[] promises) =>
        ReportPipeline.Extract($"市人民政府工作报告\n\n一、{year}年主要任务\n" + string.Concat(promises.Select(promise => promise + "。\n"))).Commitments;

    public static IReadOnlyList<(string Earlier, string Later, Renewal Renewal)> Renewed(string[] earlier, string[] later)
    {
        var (before, after) = (Of(2024, earlier), Of(2025, later));
        return [.. ReportPipeline.Renew(before, after).Select(renewal => (
            before.Single(item => item.Id == renewal.Earlier).Quote, after.Single(item => item.Id == renewal.Later).Quote, renewal))];
    }

    public static Renewal Only(string earlier, string later) => Renewed([earlier], [later]).ShouldHaveSingleItem().Renewal;
}
