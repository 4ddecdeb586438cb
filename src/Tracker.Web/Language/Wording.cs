namespace Tracker.Web.Language;

/// <summary>The words of the user interface in the language of the request.</summary>
public sealed class Wording
{
    public const string CookieName = "lang";
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private readonly IReadOnlyDictionary<string, string> words;

    private Wording(string language, IReadOnlyDictionary<string, string> words)
    {
        Language = language;
        this.words = words;
    }

    /// <summary>Language tag for the page's <c>lang</c> attribute.</summary>
    public string Language { get; }

    /// <exception cref="KeyNotFoundException">No such key: a mistake in a page, which the tests look for.</exception>
    public string this[string key] => words[key];

    /// <summary>The words under a key that may be missing, such as one made of a code; null where it is.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    /// <summary>The words under a key with <c>{0}</c>, <c>{1}</c> … filled in, and in the form that <see cref="NumberForms"/> gives them.</summary>
    public string this[string key, params object[] values] => string.Format(NumberForms.Instance, words[key], values);

    /// <summary>The words for an enumeration's value: <c>status.fulfilled</c> for <c>CommitmentStatus.Fulfilled</c> under <c>status</c>.</summary>
    public string Of<T>(string group, T value) where T : struct, Enum => words[$"{group}.{Codes.Of(value)}"];

    /// <summary>The words for a name that the method gives, such as an input of a score; the name itself where it has none.</summary>
    public string Named(string group, string name) =>
        words.GetValueOrDefault($"{group}.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)}", name);

    /// <summary>Chinese unless the reader chose English.</summary>
    public static Wording For(string? language) => language == English ? InEnglish.Value : InChinese.Value;

    private static readonly Lazy<Wording> InChinese = new(() => new Wording(Chinese, WordingFile.Read(Chinese)));
    private static readonly Lazy<Wording> InEnglish = new(() => new Wording(English, WordingFile.Read(English)));
}
