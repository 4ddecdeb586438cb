using Microsoft.Net.Http.Headers;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>
/// The language of the API's errors: the one chosen on the site in this browser, else the one that <c>Accept-Language</c> asks for, Chinese where it asks for
/// neither. Inside, a refusal is a Chinese sentence; it is put into another language here and nowhere else. Titles are codes and stay.
/// </summary>
internal static class ProblemLanguage
{
    /// <summary>Before a problem document is written, wherever it comes from.</summary>
    public static void Choose(ProblemDetailsContext context)
    {
        var words = For(context.HttpContext);
        var problem = context.ProblemDetails;
        switch (problem)
        {
            case HttpValidationProblemDetails invalid: Say(invalid.Errors, words); break;
            default: problem.Detail = problem.Detail is { } said ? StoredSentence.In(words, said) : words.Find($"problem.{problem.Status}"); break;
        }

        var headers = context.HttpContext.Response.Headers;
        headers.ContentLanguage = words.Language;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static void Say(IDictionary<string, string[]> errors, Wording words)
    {
        foreach (var (field, sentences) in errors.ToList()) errors[field] = [.. sentences.Select(sentence => StoredSentence.In(words, sentence))];
    }

    private static Wording For(HttpContext context) => Wording.For(LinkLanguage.Of(context) ?? context.Request.GetTypedHeaders().AcceptLanguage
        .Where(asked => asked.Quality is not 0).OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => asked.Value.Value?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(tag => tag is "zh" or Wording.English));
}
