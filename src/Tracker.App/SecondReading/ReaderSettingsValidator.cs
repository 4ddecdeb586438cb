using System.Net;
using FluentValidation;

namespace Tracker.App.SecondReading;

/// <summary>Holds settings of a reader that is switched on to what can work and to what is safe.</summary>
internal sealed class ReaderSettingsValidator : AbstractValidator<ReaderSettings>
{
    public ReaderSettingsValidator()
    {
        RuleFor(s => s.Endpoint).Must(IsWebAddress).WithMessage(s => $"Tracker__Reader__Endpoint is '{s.Endpoint}': use an address such as http://localhost:11434/v1.");
        RuleFor(s => s.Model).NotEmpty().WithMessage("Tracker__Reader__Model is missing: name the model as the server does.");
        RuleFor(s => s.Bodies).NotEmpty().WithMessage("Tracker__Reader__Bodies is missing: name the bodies whose texts may be sent, or * for all.");
        RuleFor(s => s.KeyFile).Empty().When(s => s.Key.Length > 0).WithMessage("Tracker__Reader__Key and KeyFile are both set: keep one.");
        RuleFor(s => s.Endpoint).Must(IsSafeForSecrets).When(s => IsWebAddress(s.Endpoint) && s.Key.Length + s.KeyFile.Length > 0)
            .WithMessage(s => $"Tracker__Reader__Endpoint is '{s.Endpoint}': a key goes unencrypted to this machine or a private network only. Use https.");
        RuleFor(s => s.Json).Must(AnswerForm.All.Contains).WithMessage(s => $"Tracker__Reader__Json is '{s.Json}': use {string.Join(", ", AnswerForm.All)}.");
        Within(s => s.Concurrency, nameof(ReaderSettings.Concurrency), 1, 64);
        Within(s => s.TimeoutSeconds, nameof(ReaderSettings.TimeoutSeconds), 0.1, 3600);
        Within(s => s.Attempts, nameof(ReaderSettings.Attempts), 1, 10);
        Within(s => s.PauseSeconds, nameof(ReaderSettings.PauseSeconds), 0.001, 600);
        Within(s => s.AnswerTokens, nameof(ReaderSettings.AnswerTokens), 50, 100_000);
        foreach (var (name, limit) in new (string, Func<ReaderSettings, decimal>)[]
        {
            (nameof(ReaderSettings.RunRequests), s => s.RunRequests), (nameof(ReaderSettings.RunTokens), s => s.RunTokens), (nameof(ReaderSettings.RunCost), s => s.RunCost),
            (nameof(ReaderSettings.DayRequests), s => s.DayRequests), (nameof(ReaderSettings.DayTokens), s => s.DayTokens), (nameof(ReaderSettings.DayCost), s => s.DayCost),
            (nameof(ReaderSettings.InputPrice), s => s.InputPrice), (nameof(ReaderSettings.OutputPrice), s => s.OutputPrice),
        })
        {
            Within(s => limit(s), name, 0m, 1_000_000_000_000m);
        }

        RuleFor(s => s.InputPrice).Must((s, _) => s.InputPrice + s.OutputPrice > 0).When(s => s.RunCost + s.DayCost > 0)
            .WithMessage("Tracker__Reader__RunCost or DayCost is set without prices: set InputPrice and OutputPrice for a million tokens.");
        When(s => s.EmbeddingsEndpoint.Length > 0, () =>
        {
            RuleFor(s => s.EmbeddingsEndpoint).Must(IsWebAddress).WithMessage(s => $"Tracker__Reader__EmbeddingsEndpoint is '{s.EmbeddingsEndpoint}': use an address such as http://localhost:11434/v1.");
            RuleFor(s => s.EmbeddingsKeyFile).Empty().When(s => s.EmbeddingsKey.Length > 0).WithMessage("Tracker__Reader__EmbeddingsKey and EmbeddingsKeyFile are both set: keep one.");
            RuleFor(s => s.EmbeddingsModel).NotEmpty().WithMessage("Tracker__Reader__EmbeddingsModel is missing: name the model as the server does.");
            RuleFor(s => s.EmbeddingsEndpoint).Must(IsSafeForSecrets).When(s => IsWebAddress(s.EmbeddingsEndpoint) && s.EmbeddingsKey.Length + s.EmbeddingsKeyFile.Length > 0)
                .WithMessage("Tracker__Reader__EmbeddingsEndpoint: a key goes unencrypted to this machine or a private network only. Use https.");
        });
    }

    private void Within<T>(Func<ReaderSettings, T> value, string name, T least, T most) where T : IComparable<T> =>
        RuleFor(s => s).Must(s => value(s).CompareTo(least) >= 0 && value(s).CompareTo(most) <= 0).WithMessage(s => FormattableString.Invariant($"Tracker__Reader__{name} is {value(s)}: use {least} to {most}."));

    private static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0;

    private static bool IsSafeForSecrets(string address)
    {
        var uri = new Uri(address);
        return uri.Scheme == "https" || uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IsPrivate(ip));
    }

    private static bool IsPrivate(IPAddress address) => address.GetAddressBytes() switch
    {
        [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] => true,
        { Length: 16 } bytes => (bytes[0] & 0xfe) == 0xfc,
        _ => false,
    };
}
