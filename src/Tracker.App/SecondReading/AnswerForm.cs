namespace Tracker.App.SecondReading;

/// <summary>In which form a server is asked. Servers and models differ; what one does not know it refuses, and then it is asked without.</summary>
public sealed class AnswerForm(ReaderSettings settings)
{
    public const string Auto = "auto";
    public const string Schema = "schema";
    public const string Text = "text";

    public static readonly IReadOnlyList<string> All = [Auto, Schema, Text];

    private volatile bool _hasNoSchema;
    private volatile bool _hasOtherLimit;
    private volatile bool _hasNoTemperature;

    public bool UsesSchema => settings.Json == Schema || (settings.Json == Auto && !_hasNoSchema);

    /// <summary>Under which name the answer's length is bounded. It is bounded in any case.</summary>
    public string LimitName => _hasOtherLimit ? "max_completion_tokens" : "max_tokens";

    public bool SetsTemperature => !_hasNoTemperature;

    /// <summary>What a server speaks of that refuses a question.</summary>
    /// <returns>Null where it is not about the form.</returns>
    public static FormPart? PartOf(string said)
    {
        bool Names(string word) => said.Contains(word, StringComparison.OrdinalIgnoreCase);
        return Names("response_format") || Names("json_schema") ? FormPart.Schema
            : Names("max_completion_tokens") ? FormPart.Limit
            : Names("temperature") ? FormPart.Temperature
            : null;
    }

    /// <returns>Whether the same question may be put in another form: several may have been under way when the first was refused.</returns>
    public bool Refused(FormPart part)
    {
        if (part == FormPart.Schema) _hasNoSchema = true;
        else if (part == FormPart.Limit) _hasOtherLimit = true;
        else _hasNoTemperature = true;
        return part != FormPart.Schema || settings.Json == Auto;
    }
}

public enum FormPart
{
    /// <summary>The answer's JSON schema.</summary>
    Schema,

    /// <summary>The older name of the answer's longest length.</summary>
    Limit,

    Temperature,
}
