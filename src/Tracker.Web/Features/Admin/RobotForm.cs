using Tracker.App.Robots;
using Tracker.App.Subscriptions;
using Tracker.Data.Entities;
using Tracker.Web.Language;

namespace Tracker.Web.Features.Admin;

/// <summary>The fields of the form for a robot. Its secrets are never filled in again.</summary>
public sealed class RobotForm
{
    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? Secret { get; set; }

    public string? Scope { get; set; }

    public string? Value { get; set; }

    public string? Frequency { get; set; }

    public string? Language { get; set; }

    public AddRobot.Command Command() => new(
        Name ?? "", Address ?? "", Secret?.Trim() ?? "", new SubscriptionFilter(Codes.Parse<SubscriptionScope>(Scope) ?? SubscriptionScope.Everything, Value?.Trim() ?? ""),
        Codes.Parse<DigestFrequency>(Frequency) ?? DigestFrequency.Weekly, Codes.Parse<DigestLanguage>(Language) ?? DigestLanguage.Chinese);
}
