using Microsoft.Extensions.Configuration;
using Tracker.Data;

namespace Tracker.App.SecondReading;

/// <summary>第二判读: whether a second reader is asked, which one, about whose reports, and what it may cost. Off unless somebody says otherwise.</summary>
/// <remarks>A class, not a record: nothing prints the key by accident.</remarks>
public sealed class ReaderSettings
{
    public const string AnyBody = "*";

    public static readonly ReaderSettings Off = new();

    public bool Enabled { get; init; }

    /// <summary>Up to and with <c>/v1</c>, such as <c>http://localhost:11434/v1</c>.</summary>
    public string Endpoint { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>Better in <see cref="KeyFile"/>; empty where the server asks for none.</summary>
    public string Key { get; init; } = "";

    public string KeyFile { get; init; } = "";

    /// <summary>Ids or names of the bodies whose texts may be sent, or <see cref="AnyBody"/>, with commas between.</summary>
    public string Bodies { get; init; } = "";

    /// <summary>How the answer's form is asked for: <c>auto</c>, <c>schema</c> or <c>text</c>.</summary>
    public string Json { get; init; } = AnswerForm.Auto;

    /// <summary>Questions that are under way at the same time, in one program.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>For one answer.</summary>
    public double TimeoutSeconds { get; init; } = 120;

    /// <summary>How often one question is put at most.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    public double PauseSeconds { get; init; } = 2;

    /// <summary>With what a model thinks before it answers, where the server counts that.</summary>
    public int AnswerTokens { get; init; } = 4000;

    public long RunRequests { get; init; } = 1000;

    public long RunTokens { get; init; } = 5_000_000;

    /// <summary>0 for no limit on money, as where nothing is paid.</summary>
    public decimal RunCost { get; init; }

    public long DayRequests { get; init; } = 5000;

    public long DayTokens { get; init; } = 20_000_000;

    public decimal DayCost { get; init; }

    /// <summary>For a million tokens of the question.</summary>
    public decimal InputPrice { get; init; }

    /// <summary>For a million tokens of the answer.</summary>
    public decimal OutputPrice { get; init; }

    public string Currency { get; init; } = "CNY";

    /// <summary>A second, separate option: a server of embeddings that helps to choose the passages that the reader is shown.</summary>
    public string EmbeddingsEndpoint { get; init; } = "";

    public string EmbeddingsModel { get; init; } = "";

    public string EmbeddingsKey { get; init; } = "";

    public string EmbeddingsKeyFile { get; init; } = "";

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    public bool HasEmbeddings => Enabled && EmbeddingsEndpoint.Length > 0;

    public ReaderPrice Price => new(InputPrice, OutputPrice);

    /// <summary>Whether this body's texts may be sent.</summary>
    /// <param name="names">Its id, its name, or both.</param>
    public bool Covers(params string[] names) =>
        Enabled && Bodies.Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries).Any(listed => listed == AnyBody || names.Contains(listed, StringComparer.Ordinal));

    /// <summary>Reads <c>Tracker:Reader:…</c>.</summary>
    /// <exception cref="DatabaseSettingsException">One is wrong, or is not known; the message says which and what to do.</exception>
    public static ReaderSettings From(IConfiguration? configuration)
    {
        if (configuration?.GetSection("Tracker:Reader") is not { } section || !section.Exists()) return Off;
        ReaderSettings settings;
        try
        {
            settings = section.Get<ReaderSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? Off;
        }
        catch (InvalidOperationException wrong)
        {
            throw new DatabaseSettingsException($"Tracker__Reader__…: {(wrong.InnerException is FormatException or ArgumentException or OverflowException ? wrong.Message : wrong.GetBaseException().Message)} See README, A second reader.");
        }

        if (!settings.Enabled) return Off;
        var failures = new ReaderSettingsValidator().Validate(settings).Errors;
        if (failures.Count > 0) throw new DatabaseSettingsException(string.Join(' ', failures.Select(failure => failure.ErrorMessage)));

        // Better now than at the first question, which is put long after whoever set this up has left.
        foreach (var file in (string[])[settings.KeyFile, settings.EmbeddingsKeyFile]) Secret("", file);
        return settings;
    }

    /// <returns>Empty where the server asks for no key.</returns>
    /// <exception cref="DatabaseSettingsException">The file cannot be read, or is empty.</exception>
    internal static string Secret(string key, string file)
    {
        if (file.Length == 0) return key;
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new DatabaseSettingsException($"The reader's key file '{file}' is empty: put the key into it.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseSettingsException($"The reader's key file '{file}' cannot be read: {cause.Message}");
        }
    }
}
