using Tracker.App.Digest;
using Tracker.App.Robots;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>Takes one mail after the other, hands it over and writes down what came of it.</summary>
public sealed class MailLane(MailDesk desk, IMailTransport transport, RobotPost robots, MailLinks links, MailSettings settings, TimeProvider time)
{
    private const int Patience = 5;
    private readonly string _name = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..6]}";

    /// <returns>Null where the mail was not to be sent any more, or somebody else had it.</returns>
    /// <exception cref="MailServerException">The server cannot be used; the mail is as it was.</exception>
    public async Task<HandOverOutcome?> SendAsync(string id, CancellationToken cancellation)
    {
        if (await desk.TakeAsync(id, _name, cancellation) is not { } mail) return null;

        // From here on to the end, whoever stops the program: what was said to the server must be written down.
        HandOver result;
        try
        {
            result = mail.Reader.Robot is { } robot
                ? await robots.HandOverAsync(robot, mail.Content.Subject, mail.Content.Text, CancellationToken.None)
                : await transport.HandOverAsync(Outgoing(mail), CancellationToken.None);
        }
        catch (MailServerException cause)
        {
            await desk.PutBackAsync(id, _name, PlainLine.Of(cause.Message, 300), CancellationToken.None);
            throw;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await desk.RecordAsync(id, _name, result, CancellationToken.None);
                return result.Outcome;
            }
            catch (Exception cause) when (attempt < Patience && WriteTransaction.IsPassing(cause))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, CancellationToken.None);
            }
        }
    }

    private OutgoingMail Outgoing(OutboxMail mail) => new(
        mail.MessageId, settings.From, DigestWords.In(mail.Content.Language).Sender, mail.Reader.Address, mail.Content.Subject,
        links.Fill(mail.Content.Text, mail), links.Fill(mail.Content.Html, mail), mail.Kind == MailKind.Digest ? links.OneClick(mail) : null,
        DigestWords.In(mail.Content.Language).Tag, time.GetUtcNow());
}
