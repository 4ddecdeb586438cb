using FluentValidation;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>What every subscription must be, whoever asks for it.</summary>
internal static class SubscriptionRules
{
    public static void IsFilter<T>(this IRuleBuilder<T, SubscriptionFilter> rule) =>
        rule.Must(filter => filter is { IsWhole: true }).WithErrorCode("bad-filter").WithMessage("filter: say what it is about.");

    public static void IsFrequency<T>(this IRuleBuilder<T, DigestFrequency> rule) => rule.IsInEnum().WithErrorCode("bad-frequency");

    public static void IsLanguage<T>(this IRuleBuilder<T, DigestLanguage> rule) => rule.IsInEnum().WithErrorCode("bad-language");
}
