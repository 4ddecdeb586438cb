using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Tracker.Web.Tests.Digest;

namespace Tracker.Web.Tests.Robots;

/// <summary>A real HTTP server on loopback that stands in for WeCom or DingTalk, and behaves as badly as it is told.</summary>
internal sealed class RobotServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Received> _received = [];
    private readonly Func<int, Answer> _answer;
    private readonly Task _serving;
    private ClosedPort? _left;

    /// <param name="answer">To the first request, counted from 0, and to each that follows.</param>
    public RobotServer(Func<int, Answer>? answer = null)
    {
        _answer = answer ?? (_ => Answer.Json(0, "ok"));
        _listener.Start();
        _serving = ServeAsync();
    }

    public sealed record Answer(string? Head, string Content = "")
    {
        /// <summary>Reads the request and breaks the connection.</summary>
        public static readonly Answer HangUp = new(Head: null);

        /// <summary>Reads the request and says nothing.</summary>
        public static readonly Answer Silence = new("silence");

        public static Answer Json(int code, string words) => Of(200, JsonSerializer.Serialize(new { errcode = code, errmsg = words }));

        public static Answer Of(int status, string content, string more = "") => new($"HTTP/1.1 {status} Said\r\nContent-Type: application/json\r\n{more}", content);
    }

    public sealed record Received(string Address, string Head, string Content, DateTimeOffset At)
    {
        public JsonElement Json => JsonDocument.Parse(Content).RootElement;

        public string Query(string name) => WebUtility.UrlDecode(Address.Split(['?', '&']).Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..]);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<Received> Requests
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    public string WeCom(string key = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0") => $"http://127.0.0.1:{Port}/cgi-bin/webhook/send?key={key}";

    public string DingTalk(string token = "5f0e1d2c3b4a59687786958493a2b1c0d") => $"http://127.0.0.1:{Port}/robot/send?access_token={token}";

    /// <summary>From now on nobody answers at its address.</summary>
    public void Leave()
    {
        var port = Port;
        _listener.Stop();
        _left = new ClosedPort(port);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _left?.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_end.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var stream = client.GetStream();
            var answer = _answer(await ReadAsync(stream));
            if (answer == Answer.HangUp) return;
            if (answer == Answer.Silence) await Task.Delay(Timeout.Infinite, _end.Token);
            var content = Encoding.UTF8.GetBytes(answer.Content);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer.Head}Content-Length: {content.Length}\r\nConnection: close\r\n\r\n"));
            await stream.WriteAsync(content);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The other side did not wait.
        }
    }

    /// <returns>The request's number.</returns>
    private async Task<int> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0) throw new IOException("the client hung up");
            bytes.AddRange(buffer[..read]);
            var text = Encoding.Latin1.GetString([.. bytes]);
            if (text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end && end < 0) continue;
            var length = int.Parse(text.Split("Content-Length: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
            if (bytes.Count < end + 4 + length) continue;
            lock (_received)
            {
                _received.Add(new Received(text.Split(' ')[1], text[..end], Encoding.UTF8.GetString([.. bytes], end + 4, length), DateTimeOffset.UtcNow));
                return _received.Count - 1;
            }
        }
    }
}
