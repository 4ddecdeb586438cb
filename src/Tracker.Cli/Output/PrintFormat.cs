using System.CommandLine;

namespace Tracker.Cli.Output;

/// <summary>How a document is printed.</summary>
internal enum PrintFormat
{
    Text,
    Json,
}

internal static class PrintFormatOption
{
    public static Option<PrintFormat> Create() => new("--format")
    {
        Description = "text for people, json for programs",
        DefaultValueFactory = _ => PrintFormat.Text,
    };
}
