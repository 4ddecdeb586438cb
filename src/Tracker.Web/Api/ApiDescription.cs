using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Tracker.Web.Api;

/// <summary>What the description of the API says beside what the code does by itself: who may, what can go wrong, and an example of every value.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string Bearer = "bearer";
    private const string Problem = "application/problem+json";

    private static readonly Dictionary<string, (string Text, JsonNode Example)> Parameters = new(StringComparer.Ordinal)
    {
        ["body"] = ("机构的标识", "taiyuan-cppcc"), ["year"] = ("年度：所部署、下年所回顾的一年", 2025), ["status"] = ("fulfilled、partial、none、contradicted、awaiting", "none"),
        ["specificity"] = ("named、specific、general", "named"), ["q"] = ("关键词，每个词至少两个字；以空格分开的须同时出现", "文旅"), ["pair"] = ("年度的标识", "taiyuan-cppcc-2025"),
        ["cursor"] = ("上一页的next，原样交回；排在前后的项目增减时，翻页不重不漏", ""), ["region"] = ("省或市的名称", "山西省"), ["kind"] = ("机构类别", "cppcc"),
        ["part"] = ("commitment、claim、text", "commitment"), ["format"] = ("csv、xlsx、json", "csv"), ["page"] = ("从1起", 1), ["weaker"] = ("只看弱化的", true), ["id"] = ("一次运行的标识；不给则报告全部进行中的", "20261121T000000-0000"), ["cause"] = ("newText、newMethod、human", "newText"),
    };

    private static readonly Dictionary<string, string> Ids = new(StringComparer.Ordinal)
    {
        ["bodies"] = "taiyuan-cppcc", ["pairs"] = "taiyuan-cppcc-2025", ["commitments"] = "taiyuan-cppcc-2025.c-000000000000", ["reports"] = "0123456789abcdef",
        ["runs"] = "20261121T000000-0000", ["schedules"] = "digest", ["decisions"] = "00000000000000000000000000000000",
    };

    /// <summary>What addresses are about, by the word after the version, in the order in which they are shown.</summary>
    private static readonly (string Segment, string Name)[] Groups =
    [
        ("bodies", "机构"), ("reports", "报告"), ("drafts", "报告草稿"), ("pairs", "年度对照"), ("commitments", "承诺事项"), ("decisions", "承诺事项"), ("search", "检索"), ("export", "导出"),
        ("runs", "复核运行"), ("publication-rule", "发布规则"), ("schedules", "定时作业"),
    ];

    private static readonly (string Status, string Words, string Example)[] Errors =
    [
        ("400", "参数不对：errors里逐项说明", """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.1","title":"One or more validation errors occurred.","status":400,"errors":{"Status":["status: fulfilled, partial, none, contradicted, awaiting, left"]}}"""),
        ("401", "没有令牌，也没有登录", """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.2","title":"Unauthorized","status":401}"""),
        ("403", "角色不够", """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.4","title":"Forbidden","status":403}"""),
        ("404", "没有这个标识", """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"detail":"There is no pair with the id 'none'."}"""),
    ];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "Tracker 落实追踪";
        document.Info.Description = "读取默认公开；写入要有令牌：Authorization: Bearer TOKEN（tracker tokens add --user E）。列表是{items, next}，next交回为cursor。位置是源文本UTF-16编码单元的半开区间。读取的回答带ETag，再次读取可用If-None-Match。";
        Sort(document);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "访问令牌" };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToList() ?? []).Where(operation => operation.Responses?.ContainsKey("403") == true))
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>By what they are about rather than by the class that answers; what only the pages call is left out.</summary>
    private static void Sort(OpenApiDocument document)
    {
        foreach (var page in document.Paths.Keys.Where(path => !path.StartsWith("/api/", StringComparison.Ordinal)).ToList()) document.Paths.Remove(page);
        document.Tags = new HashSet<OpenApiTag>(Groups.Select(group => group.Name).Distinct(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name }));
        foreach (var (path, item) in document.Paths)
        {
            var segment = path.Split('/')[3];
            foreach (var operation in item.Operations?.Values.ToList() ?? [])
                operation.Tags = new HashSet<OpenApiTagReference> { new(Groups.Single(group => group.Segment == segment).Name, document) };
        }
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var path = context.Description.RelativePath ?? "";
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.In == ParameterLocation.Path) parameter.Example = Ids.GetValueOrDefault(path.Split('/').ElementAtOrDefault(2) ?? "", "id");
            else if (parameter.Name is { } name && Parameters.TryGetValue(name, out var known)) (parameter.Description, parameter.Example) = (known.Text, known.Example.DeepClone());
        }

        var guarded = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any();
        var takes = operation.RequestBody is not null || operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true;
        operation.Responses ??= [];
        foreach (var (status, words, example) in Errors)
        {
            if (status switch { "400" => takes, "404" => path.Contains('{', StringComparison.Ordinal), _ => guarded })
                operation.Responses[status] = new OpenApiResponse { Description = words, Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Example = JsonNode.Parse(example) } } };
        }

        if (HttpMethods.IsGet(context.Description.HttpMethod ?? "")) operation.Responses["304"] = new OpenApiResponse { Description = "与If-None-Match里的ETag相同，没有变化" };
        return Task.CompletedTask;
    }
}
