using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Tracker.App.Mail;

/// <summary>Hands mail to the SMTP server of the settings: encrypted first, then logged in, then sender, recipient and content.</summary>
/// <remarks>
/// The framework's own client goes on without a login when the server refuses it, and does not say how far it came when the connection breaks. Whether a
/// mail may be sent again depends on just that.
/// </remarks>
public sealed class SmtpServer(MailSettings settings) : IMailTransport
{
    public async Task<HandOver> HandOverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        await using var connection = await GreetAsync(cancellation);
        var isSaid = false;
        try
        {
            var (sender, recipient) = (AsciiAddress.Of(mail.From), AsciiAddress.Of(mail.To));
            if (sender is null || recipient is null) return AsciiAddress.Missing;
            var from = await connection.AskAsync($"MAIL FROM:<{sender}>", cancellation);
            if (!from.IsPositive) return Of(from);
            var to = await connection.AskAsync($"RCPT TO:<{recipient}>", cancellation);
            if (!to.IsPositive) return to.IsPassing || !to.IsAboutAddress ? Of(to) : new HandOver(HandOverOutcome.NoSuchAddress, to.ToString());
            var data = await connection.AskAsync("DATA", cancellation);
            if (data.Code != 354) return Of(data);
            await connection.WriteAsync(MimeText.Of(mail with { From = sender, To = recipient }).Replace("\r\n.", "\r\n..", StringComparison.Ordinal), cancellation);
            isSaid = true;
            var taken = await connection.AskAsync(".", cancellation);
            if (taken.IsPositive) await LeaveAsync(connection, cancellation);
            return taken.IsPositive ? new HandOver(HandOverOutcome.Taken, taken.ToString()) : Of(taken);
        }
        catch (Exception cause) when (cause is IOException or SocketException)
        {
            // Once the last line may have arrived, only the server knows whether it took the mail.
            return new HandOver(isSaid ? HandOverOutcome.Unknown : HandOverOutcome.TryLater, PlainLine.Of(cause.Message, 300));
        }
    }

    /// <summary>Whether the server can be reached, encrypts and lets us in, without handing over anything.</summary>
    /// <inheritdoc cref="IMailTransport.HandOverAsync" path="/exception"/>
    public async Task TryAsync(CancellationToken cancellation)
    {
        await using var connection = await GreetAsync(cancellation);
        await LeaveAsync(connection, cancellation);
    }

    private async Task<SmtpConnection> GreetAsync(CancellationToken cancellation)
    {
        SmtpConnection? connection = null;
        try
        {
            connection = await SmtpConnection.OpenAsync(settings, cancellation);
            await GreetAsync(connection, cancellation);
            return connection;
        }
        catch (Exception cause)
        {
            if (connection is not null) await connection.DisposeAsync();
            throw cause switch
            {
                IOException or SocketException => new MailServerException($"{Name} cannot be used now: {PlainLine.Of(cause.Message, 200)}.", isPassing: true, cause),
                AuthenticationException => new MailServerException(
                    $"{Name} shows a certificate that is not to be trusted: {PlainLine.Of(cause.Message, 200)} If it is your own authority's, name its file in Tracker__Mail__TrustedCertificate.",
                    isPassing: false, cause),
                _ => cause,
            };
        }
    }

    private async Task GreetAsync(SmtpConnection connection, CancellationToken cancellation)
    {
        Expect(await connection.ReadAsync(cancellation), "greets with");
        var offer = Expect(await connection.AskAsync(Hello, cancellation), "answers EHLO with");
        if (settings.UseTls && !connection.IsEncrypted)
        {
            if (offer.Extension("STARTTLS") is null)
            {
                throw new MailServerException($"{Name} does not offer STARTTLS: no mail is sent unencrypted. Use another port, or 465 where it encrypts from the start.", isPassing: false);
            }

            Expect(await connection.AskAsync("STARTTLS", cancellation), "answers STARTTLS with");
            await connection.EncryptAsync(cancellation);
            offer = Expect(await connection.AskAsync(Hello, cancellation), "answers EHLO with");
        }

        if (settings.User.Length > 0) await LogInAsync(connection, offer.Extension("AUTH"), cancellation);
    }

    private async Task LogInAsync(SmtpConnection connection, string? offered, CancellationToken cancellation)
    {
        var ways = offered?.ToUpperInvariant().Split(' ') ?? [];
        SmtpReply answer;
        if (ways.Contains("PLAIN"))
        {
            answer = await connection.AskAsync($"AUTH PLAIN {Base64($"\0{settings.User}\0{settings.Password}")}", cancellation);
        }
        else if (ways.Contains("LOGIN"))
        {
            answer = await connection.AskAsync("AUTH LOGIN", cancellation);
            if (answer.Code == 334) answer = await connection.AskAsync(Base64(settings.User), cancellation);
            if (answer.Code == 334) answer = await connection.AskAsync(Base64(settings.Password), cancellation);
        }
        else
        {
            throw new MailServerException($"{Name} offers no login that is known (PLAIN, LOGIN): no mail is sent without one. Remove Tracker__Mail__User if it needs none.", isPassing: false);
        }

        if (answer.Code == 235) return;
        throw new MailServerException($"{Name} refused the login: {answer}. Check Tracker__Mail__User and Tracker__Mail__Password.", isPassing: answer.IsPassing);
    }

    private SmtpReply Expect(SmtpReply reply, string what) => reply.IsPositive
        ? reply
        : throw new MailServerException($"{Name} {what} {reply}.", reply.IsPassing);

    /// <summary>In good order; the mail is the server's already, whatever comes of this.</summary>
    private static async Task LeaveAsync(SmtpConnection connection, CancellationToken cancellation)
    {
        try
        {
            await connection.WriteAsync("QUIT\r\n", cancellation);
        }
        catch (Exception cause) when (cause is IOException or OperationCanceledException)
        {
            // It hung up first.
        }
    }

    private static HandOver Of(SmtpReply reply) => new(reply.IsPassing || reply.IsPositive ? HandOverOutcome.TryLater : HandOverOutcome.Refused, reply.ToString());

    private string Name => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}:{settings.Port}");

    private string Hello => "EHLO " + (settings.From[(settings.From.LastIndexOf('@') + 1)..] is var domain && System.Text.Ascii.IsValid(domain) ? domain : "localhost");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
