using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Tracker.App.Mail;

/// <summary>One connection to an SMTP server: lines out, answers in, each within the time that the settings allow.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestAnswer = 64 * 1024;
    private readonly MailSettings _settings;
    private readonly TcpClient _tcp = new();
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = Stream.Null;
    private int _at;
    private int _filled;

    private SmtpConnection(MailSettings settings) => _settings = settings;

    public bool IsEncrypted => _stream is SslStream;

    /// <exception cref="IOException">The server cannot be reached, or is silent for too long.</exception>
    public static async Task<SmtpConnection> OpenAsync(MailSettings settings, CancellationToken cancellation)
    {
        var connection = new SmtpConnection(settings);
        try
        {
            await connection.InTimeAsync(token => connection._tcp.ConnectAsync(settings.Host!, settings.Port, token), cancellation);
            connection._stream = connection._tcp.GetStream();
            if (settings.IsTlsFromTheStart) await connection.EncryptAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on nobody in between reads or writes along.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The server's certificate is not one to trust.</exception>
    public async Task EncryptAsync(CancellationToken cancellation)
    {
        if (_at < _filled) throw new IOException("the server said more before the connection was encrypted");
        var options = new SslClientAuthenticationOptions { TargetHost = _settings.Host };
        if (_settings.TrustedCertificate is { } file)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }

        var encrypted = new SslStream(_stream);
        await InTimeAsync(token => new ValueTask(encrypted.AuthenticateAsClientAsync(options, token)), cancellation);
        _stream = encrypted;
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellation)
    {
        await WriteAsync(command + "\r\n", cancellation);
        return await ReadAsync(cancellation);
    }

    public Task WriteAsync(string text, CancellationToken cancellation) =>
        InTimeAsync(token => _stream.WriteAsync(Encoding.UTF8.GetBytes(text), token), cancellation);

    public async Task<SmtpReply> ReadAsync(CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new IOException("the server does not speak SMTP");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return new SmtpReply(code, string.Join(' ', lines), lines);
            if (lines.Count > 200) throw new IOException("the server's answer does not end");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new List<byte>(80);
        while (true)
        {
            if (_at == _filled)
            {
                _at = 0;
                await InTimeAsync(async token => _filled = await _stream.ReadAsync(_buffer, token), cancellation);
                if (_filled == 0) throw new IOException("the server hung up");
            }

            var next = _buffer[_at++];
            if (next == (byte)'\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
            if (line.Count > LongestAnswer) throw new IOException("the server's answer does not end");
        }
    }

    private async Task InTimeAsync(Func<CancellationToken, ValueTask> action, CancellationToken cancellation)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(_settings.Timeout);
        try
        {
            await action(time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(FormattableString.Invariant($"the server was silent for {_settings.Timeout.TotalSeconds:0.#} s"));
        }
        catch (SocketException cause)
        {
            throw new IOException(cause.Message, cause);
        }
    }
}
