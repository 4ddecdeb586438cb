using Microsoft.AspNetCore.Mvc.RazorPages;
using Tracker.Core.Pipeline;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Web.Features.Method;

public sealed class MethodModel : PageModel
{
    /// <summary>The figures that the page shows, by their names in the weights file.</summary>
    public static readonly IReadOnlyList<string> Figures =
        ["commitment_f1", "map5", "evidence_f1", "status_macro_f1", "end_to_end_f1", "brier", "rate_error"];

    public string Version { get; } = MethodVersion.Current;

    /// <summary>Fitted without the pair itself and without any other of the same body, as the weights file gives them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> LeaveOnePairOut { get; } = MethodWeights.Shared.LeaveOnePairOut;

    public string WeightsVersion { get; } = MethodWeights.Shared.Method;

    public string Labels { get; } = MethodWeights.Shared.Labels;

    /// <summary>Over the pairs that have the figure; null where none has.</summary>
    public double? Mean(string figure) =>
        LeaveOnePairOut.Values.Where(pair => pair.ContainsKey(figure)).Select(pair => (double?)pair[figure]).Average();
}
