using System.Net;
using System.Net.Sockets;
using System.Text;
using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.App.Robots;

/// <summary>Posts a message to a group's robot, and tells what is known about whether it arrived.</summary>
public sealed class RobotPost(RobotSettings settings, TimeProvider time) : IDisposable
{
    private const int LongestAnswer = 16 * 1024;

    /// <summary>
    /// Follows nowhere, since the address is all that was allowed; keeps no connection, since one that the other side gave up cannot be told from one
    /// that broke under way. It is not made by the framework's factory, which would write the address into the log.
    /// </summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = !settings.AllowsLoopback, PooledConnectionLifetime = TimeSpan.Zero, ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<HandOver> HandOverAsync(Robot robot, string title, string markdown, CancellationToken cancellation)
    {
        if (RobotAddress.Parse(robot.Address, settings.AllowsLoopback) is not { } address) return new HandOver(HandOverOutcome.Refused, "the address is not one that may be posted to");
        using var content = new Body(RobotMessage.BodyOf(robot.Kind, title, markdown));
        using var request = new HttpRequestMessage(HttpMethod.Post, RobotMessage.AddressOf(address, robot.SigningSecret, time.GetUtcNow())) { Content = content };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Timeout);
        HandOver answer;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            answer = RobotAnswer.Of(response.StatusCode, await ReadAsync(response, limit.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            answer = Silent(content, FormattableString.Invariant($"no answer for {settings.Timeout.TotalSeconds:0.#} s"));
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or SocketException)
        {
            answer = Silent(content, cause.Message);
        }

        // Whatever the other side says, it does not bring the secret into the log or onto a page.
        return answer with { Answer = PlainLine.Of(answer.Answer.Replace(address.Token, "…", StringComparison.OrdinalIgnoreCase), 300) };
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Once the message was on its way, only the service knows whether it took it.</summary>
    private static HandOver Silent(Body content, string what) => new(content.IsOnItsWay ? HandOverOutcome.Unknown : HandOverOutcome.TryLater, what);

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[LongestAnswer];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length == bytes.Length ? "" : Encoding.UTF8.GetString(bytes, 0, length);
    }

    private sealed class Body : HttpContent
    {
        private readonly byte[] _json;

        public Body(byte[] json)
        {
            _json = json;
            Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        }

        /// <summary>Whether any of it may have left.</summary>
        public bool IsOnItsWay { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            IsOnItsWay = true;
            await stream.WriteAsync(_json);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _json.Length;
            return true;
        }
    }
}
