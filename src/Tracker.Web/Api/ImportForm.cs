using Microsoft.OpenApi;

namespace Tracker.Web.Api;

/// <summary>
/// The form that hands a report in, as the API's description shows it. Metadata of what the address accepts would say the same, and would also
/// turn other content away before it was asked who sends it.
/// </summary>
internal static class ImportForm
{
    public static OpenApiRequestBody Described() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "PDF、图片、.docx、网页、.txt 或 .md" },
                        ["body"] = Text("机构的名称或编号；不给则从正文和文件名识别"),
                        ["planYear"] = Year("部署的年份"),
                        ["reviewYear"] = Year("回顾的年份"),
                        ["documentKind"] = Text("fullReport、infographic 或 summary"),
                        ["reason"] = Text("更正已有报告时写明原因"),
                        ["replaces"] = Text("要取代的报告的编号，即使两份文字相差很大；不给则只取代与它大体相同的旧版本"),
                    },
                },
            },
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Year(string description) => new() { Type = JsonSchemaType.Integer, Description = description };
}
