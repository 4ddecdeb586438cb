using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tracker.Web.Language;

namespace Tracker.Web.Api;

/// <summary>What the description of the API says beside what the code does by itself: in words of either language what each address is for, who may, and what can go wrong.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    /// <summary>The description in Chinese.</summary>
    public const string Document = "v1";

    /// <summary>The same in English.</summary>
    public const string InEnglish = "v1-en";

    private const string Bearer = "bearer";
    private const string Problem = "application/problem+json";
    private const string Json = "application/json";

    /// <summary>What addresses are about, by the word after the version, in the order in which they are shown.</summary>
    private static readonly (string Segment, string Name)[] Groups =
    [
        ("bodies", "bodies"), ("reports", "reports"), ("drafts", "drafts"), ("pairs", "pairs"), ("commitments", "commitments"), ("decisions", "commitments"), ("search", "search"),
        ("export", "export"), ("runs", "runs"), ("publication-rule", "publicationRule"), ("schedules", "schedules"),
    ];

    public static string DocumentIn(string language) => language == Wording.English ? InEnglish : Document;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var words = WordsOf(context.DocumentName);
        (document.Info.Title, document.Info.Description) = (words["developers.product"], words["developers.description"]);
        Sort(document, words);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = words["developers.token"] };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToList() ?? []))
        {
            if (operation.Responses?.ContainsKey("403") == true)
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
            foreach (var (name, field) in operation.RequestBody?.Content?.Values.SelectMany(content => content.Schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()) ?? [])
                field.Description = words.Find($"field.{operation.OperationId}{Capital(name)}") ?? words[$"field.{name}"];
        }

        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.RelativePath is not { } path || !path.StartsWith("api/", StringComparison.Ordinal)) return Task.CompletedTask;
        var (words, method, segments) = (WordsOf(context.DocumentName), context.Description.HttpMethod ?? "", path.Split('/', StringSplitOptions.RemoveEmptyEntries)[2..]);
        var id = operation.OperationId = method.ToLowerInvariant() + string.Concat(segments.SelectMany(segment => segment.Trim('{', '}').Split('-')).Select(Capital));
        operation.Summary = words["operation." + id];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            string[] keys = parameter.In == ParameterLocation.Path ? [segments[0] + "Id"] : [id + Capital(parameter.Name!), parameter.Name!];
            parameter.Description = keys.Select(key => words.Find("parameter." + key)).First(text => text is not null);
            parameter.Example = ApiExamples.Parameter(keys);
            if (parameter.Schema is OpenApiSchema schema && ApiExamples.ChoicesOf(keys) is { Length: > 0 } choices) schema.Enum = [.. choices];
        }

        if (operation.RequestBody?.Content?.TryGetValue(Json, out var request) == true && request is OpenApiMediaType body) body.Example = ApiExamples.Request(id);
        Answers(operation, words, path, HttpMethods.IsGet(method), context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any());
        return Task.CompletedTask;
    }

    private static void Answers(OpenApiOperation operation, Wording words, string path, bool isRead, bool isGuarded)
    {
        var takes = operation.RequestBody is not null || operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true;
        operation.Responses ??= [];
        foreach (var status in ApiExamples.ProblemStatuses)
        {
            if (status switch { "400" => takes, "404" => path.Contains('{', StringComparison.Ordinal), _ => isGuarded })
                operation.Responses[status] = new OpenApiResponse { Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Example = ApiExamples.Problem(status, words) } } };
        }

        if (isRead) operation.Responses["304"] = new OpenApiResponse();
        foreach (var (status, response) in operation.Responses) response.Description = words["answer." + status];
    }

    /// <summary>By what they are about rather than by the class that answers; what only the pages call is left out.</summary>
    private static void Sort(OpenApiDocument document, Wording words)
    {
        foreach (var page in document.Paths.Keys.Where(path => !path.StartsWith("/api/", StringComparison.Ordinal)).ToList()) document.Paths.Remove(page);
        document.Tags = new HashSet<OpenApiTag>(Groups.Select(group => words["apiGroup." + group.Name]).Distinct(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }));
        foreach (var (path, item) in document.Paths)
        {
            var segment = path.Split('/')[3];
            foreach (var operation in item.Operations?.Values.ToList() ?? [])
                operation.Tags = new HashSet<OpenApiTagReference> { new(words["apiGroup." + Groups.Single(group => group.Segment == segment).Name], document) };
        }
    }

    private static Wording WordsOf(string document) => Wording.For(document == InEnglish ? Wording.English : Wording.Chinese);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
