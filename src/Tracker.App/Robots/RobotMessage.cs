using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>A Markdown message as the two services want it.</summary>
public static class RobotMessage
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Most bytes of a message's Markdown in UTF-8. WeCom takes 4096; DingTalk takes 20000 of the whole request.</summary>
    public static int MostBytes(RobotKind kind) => kind == RobotKind.WeCom ? 4096 : 18_000;

    /// <summary>What counts against <see cref="MostBytes"/>: of DingTalk what is escaped too.</summary>
    public static int BytesOf(RobotKind kind, string markdown) =>
        kind == RobotKind.WeCom ? Encoding.UTF8.GetByteCount(markdown) : JsonSerializer.SerializeToUtf8Bytes(markdown, Json).Length;

    /// <param name="title">Shown in the list of chats, where the service has such a thing.</param>
    public static byte[] BodyOf(RobotKind kind, string title, string markdown) => kind == RobotKind.WeCom
        ? JsonSerializer.SerializeToUtf8Bytes(new { msgtype = "markdown", markdown = new { content = markdown } }, Json)
        : JsonSerializer.SerializeToUtf8Bytes(new { msgtype = "markdown", markdown = new { title, text = markdown } }, Json);

    /// <summary>Where to post it now: DingTalk's signature holds for an hour.</summary>
    public static Uri AddressOf(RobotAddress address, string signingSecret, DateTimeOffset now)
    {
        if (address.Kind != RobotKind.DingTalk || signingSecret.Length == 0) return address.Uri;
        var stamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(signingSecret), Encoding.UTF8.GetBytes($"{stamp}\n{signingSecret}"));
        return new Uri($"{address.Uri}&timestamp={stamp}&sign={WebUtility.UrlEncode(Convert.ToBase64String(signature))}");
    }
}
