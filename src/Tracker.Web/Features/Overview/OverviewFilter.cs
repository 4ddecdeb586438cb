using System.Globalization;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Overview;

/// <summary>Which bodies and years a reader wants to see; what is null or empty narrows nothing.</summary>
/// <param name="Q">A part of the body's name.</param>
/// <param name="Region">A province.</param>
/// <param name="Kind">One of the kinds of body.</param>
/// <param name="State">Only bodies with a year in this state: a code of <see cref="PairState"/>.</param>
/// <param name="Until">The newest year that is shown; null for the newest there is.</param>
public sealed record OverviewFilter(string? Q = null, string? Region = null, string? Kind = null, string? State = null, int? Until = null)
{
    public bool IsOn => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Region) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(State);

    public PairState? WantedState => Codes.Parse<PairState>(State);

    /// <summary>The address of this overview, with another page or other years.</summary>
    public string Address(int page = 1, int? until = null) => "/" + QueryString.Create(
        new (string Name, string? Value)[]
        {
            ("q", Q), ("region", Region), ("kind", Kind), ("state", State),
            ("until", (until ?? Until)?.ToString(CultureInfo.InvariantCulture)), ("p", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        }.Where(choice => !string.IsNullOrEmpty(choice.Value)).Select(choice => KeyValuePair.Create(choice.Name, choice.Value)));
}
