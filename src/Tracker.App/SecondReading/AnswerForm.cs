namespace Tracker.App.SecondReading;

/// <summary>How a server is asked for JSON. Servers differ; what one does not know it refuses, and then words alone must do.</summary>
public sealed class AnswerForm(ReaderSettings settings)
{
    public const string Auto = "auto";
    public const string Schema = "schema";
    public const string Text = "text";

    public static readonly IReadOnlyList<string> All = [Auto, Schema, Text];

    private volatile bool _refused;

    public bool UsesSchema => settings.Json == Schema || (settings.Json == Auto && !_refused);

    /// <returns>Whether the same question may be put in another form: several may have been under way when the first was refused.</returns>
    public bool Refused()
    {
        _refused = true;
        return settings.Json == Auto;
    }
}
