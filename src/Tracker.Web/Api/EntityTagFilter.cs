using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Tracker.Web.Api;

/// <summary>Gives every answer an entity tag made from its content, and answers 304 where the client has it already.</summary>
internal sealed class EntityTagFilter(IOptions<JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        while (result is INestedHttpResult nested) result = nested.Result;
        if (result is not IValueHttpResult { Value: { } value } || (result as IStatusCodeHttpResult)?.StatusCode is not (null or StatusCodes.Status200OK)
            || !HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            return result;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json.Value.SerializerOptions);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}\"");
        var headers = context.HttpContext.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        var known = context.HttpContext.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(candidate => candidate.Compare(tag, useStrongComparison: false) || candidate.Equals(EntityTagHeaderValue.Any))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(body, (result as IContentTypeHttpResult)?.ContentType ?? "application/json; charset=utf-8");
    }
}
