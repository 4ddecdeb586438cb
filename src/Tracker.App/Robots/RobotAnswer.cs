using System.Net;
using System.Text.Json;
using Tracker.App.Mail;

namespace Tracker.App.Robots;

/// <summary>What a service's answer says became of a message. Both say in the content, not in the status, whether they took it.</summary>
internal static class RobotAnswer
{
    /// <summary>Busy, or too many messages in a minute: WeCom's and DingTalk's.</summary>
    private static readonly int[] Passing = [-1, 45009, 45033, 130101, 410100];

    /// <summary>There is no such robot any more.</summary>
    private static readonly int[] NoSuchRobot = [93000, 300005, 400101, 400102];

    public static HandOver Of(HttpStatusCode status, string content) => (int)status switch
    {
        200 => OfContent(content),
        429 or 500 or 503 => Said(HandOverOutcome.TryLater, status),

        // Of a gateway that lost sight of the service nobody knows how far it came.
        502 or 504 => Said(HandOverOutcome.Unknown, status),
        _ => Said(HandOverOutcome.Refused, status),
    };

    private static HandOver OfContent(string content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errcode", out var number) && number.TryGetInt32(out var code))
            {
                var words = json.RootElement.TryGetProperty("errmsg", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : "";
                var outcome = code == 0 ? HandOverOutcome.Taken
                    : Passing.Contains(code) ? HandOverOutcome.TryLater
                    : NoSuchRobot.Contains(code) ? HandOverOutcome.NoSuchAddress : HandOverOutcome.Refused;
                return new HandOver(outcome, PlainLine.Of(FormattableString.Invariant($"errcode {code} {words}"), 300));
            }
        }
        catch (JsonException)
        {
            // Not the service speaking.
        }

        return new HandOver(HandOverOutcome.Unknown, "the answer says neither that it was taken nor that it was not");
    }

    private static HandOver Said(HandOverOutcome outcome, HttpStatusCode status) => new(outcome, FormattableString.Invariant($"HTTP {(int)status}"));
}
