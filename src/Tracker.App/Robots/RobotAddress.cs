using System.Net;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>
/// Webhook地址 as the two services give them. No other address is posted to, whoever typed it in: the server can be made to ask nobody else, nobody
/// in its own network least of all.
/// </summary>
public sealed record RobotAddress(RobotKind Kind, Uri Uri, string Token)
{
    public const int Longest = 500;
    private static readonly (RobotKind Kind, string Host, string Path, string Name)[] Services =
    [
        (RobotKind.WeCom, "qyapi.weixin.qq.com", "/cgi-bin/webhook/send", "key"),
        (RobotKind.DingTalk, "oapi.dingtalk.com", "/robot/send", "access_token"),
    ];

    /// <summary>What may be shown of it: enough to tell one from another, too little to post with.</summary>
    public string Hint => $"{Uri.Host} …{Token[^4..]}";

    /// <param name="allowsLoopback">Whether this machine itself may stand in for the services.</param>
    /// <returns>Null for any other address.</returns>
    public static RobotAddress? Parse(string text, bool allowsLoopback)
    {
        if (text.Length > Longest || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.UserInfo.Length + uri.Fragment.Length > 0) return null;
        foreach (var (kind, host, path, name) in Services)
        {
            var isService = uri.Scheme == Uri.UriSchemeHttps && uri.Host == host && uri.IsDefaultPort;
            if (uri.AbsolutePath != path || !(isService || (allowsLoopback && IsLoopback(uri)))) continue;
            return TokenOf(uri.Query, name) is { } token ? new RobotAddress(kind, new Uri($"{uri.GetLeftPart(UriPartial.Authority)}{path}?{name}={token}"), token) : null;
        }

        return null;
    }

    private static string? TokenOf(string query, string name)
    {
        var start = $"?{name}=";
        return query.StartsWith(start, StringComparison.Ordinal) && query[start.Length..] is { Length: >= 16 and <= 200 } token
            && token.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_') ? token : null;
    }

    /// <summary>A name could be anybody's tomorrow; a number is this machine's.</summary>
    private static bool IsLoopback(Uri uri) =>
        uri.Scheme is "http" or "https" && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}
