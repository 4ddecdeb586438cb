using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Sections;

namespace Tracker.Core.Intake;

/// <summary>文件名: what a file's name says of the report in it.</summary>
/// <param name="Body">Empty where it names none.</param>
/// <param name="Years">In the order in which it names them. Days such as 20260118 say when a file was made and are left out.</param>
internal sealed partial record NamedByFile(string Body, string BodyKind, IReadOnlyList<int> Years)
{
    public static NamedByFile Read(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        var name = dot > 0 ? fileName[..dot] : fileName;
        var (body, kind) = BodyReader.Read(name, [], []);
        return new NamedByFile(body, kind, [.. Year().Matches(name).Select(match => int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture))]);
    }

    [GeneratedRegex("(?<![0-9])(?:19[5-9]|20[0-9])[0-9](?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
