using System.Text.RegularExpressions;
using FluentValidation;

namespace Tracker.Web.Language;

/// <summary>
/// 理由, 问题 and refusals of documents are stored in Chinese, as they were written. For readers of another language each is found again among the patterns of the group
/// <c>sentence</c>; what it quotes from the reports stays as it is.
/// </summary>
public static partial class StoredSentence
{
    private const string Group = "sentence.";
    private const char Stop = '。';
    private const char After = '：';

    /// <summary>The more a pattern says by itself, the earlier it is tried.</summary>
    private static readonly Lazy<IReadOnlyList<(Regex Pattern, string Key)>> Patterns = new(() =>
        [.. WordingFile.Read(Wording.Chinese).Where(entry => entry.Key.StartsWith(Group, StringComparison.Ordinal))
            .OrderByDescending(entry => Place().Replace(entry.Value, "").Length)
            .Select(entry => (PatternOf(entry.Value), entry.Key))]);

    /// <returns>The sentence itself in Chinese, and where no pattern fits.</returns>
    public static string In(Wording words, string sentence)
    {
        if (words.Language == Wording.Chinese) return sentence;
        var said = sentence.TrimEnd(Stop);
        foreach (var (pattern, key) in Patterns.Value)
        {
            if (pattern.Match(said) is not { Success: true } match) continue;
            var text = words[key, [.. match.Groups.Cast<System.Text.RegularExpressions.Group>().Skip(1).Select(part => (object)Listed(In(words, part.Value)))]];
            return sentence.EndsWith(Stop) ? text : text.TrimEnd('.');
        }

        // What is wrong with a file is said after its name.
        return said.Split(After, 2) is [var name, var rest] && In(words, rest) is var known && known != rest ? $"{name}: {known}" + (sentence.EndsWith(Stop) ? "." : "") : sentence;
    }

    /// <summary>What a refusal says of each field, each sentence once.</summary>
    public static IReadOnlyList<string> In(Wording words, ValidationException refused) => [.. refused.Errors.Select(error => In(words, error.ErrorMessage)).Distinct(StringComparer.Ordinal)];

    /// <summary>Quotations, numbers or codes that follow one another, as a list of that language.</summary>
    private static string Listed(string part) => part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '、')
        ? part.Replace("、", ", ", StringComparison.Ordinal)
        : part.Replace("”与“", "” and “", StringComparison.Ordinal).Replace("”、“", "”, “", StringComparison.Ordinal).Replace("”“", "”, “", StringComparison.Ordinal);

    private static Regex PatternOf(string words) =>
        new("^" + string.Concat(Place().Split(words.TrimEnd(Stop)).Select((part, index) => (index > 0 ? "(.+)" : "") + Regex.Escape(part))) + "$", RegexOptions.NonBacktracking | RegexOptions.Singleline);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
