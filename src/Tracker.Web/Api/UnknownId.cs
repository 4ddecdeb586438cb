using Microsoft.AspNetCore.Http.HttpResults;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>The answer, 404, where nothing of its kind has the id that was asked for.</summary>
internal static class UnknownId
{
    /// <param name="what">The kind of thing, as the API calls it.</param>
    public static ProblemHttpResult Of(string what, string id) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, detail: Wording.For(Wording.Chinese)[$"sentence.no{char.ToUpperInvariant(what[0])}{what[1..]}", id]);
}
