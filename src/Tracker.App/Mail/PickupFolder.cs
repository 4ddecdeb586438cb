using System.Text;

namespace Tracker.App.Mail;

/// <summary>Puts each mail into a folder as an .eml file, for another program to carry on or for a person to open. The same mail is the same file.</summary>
public sealed class PickupFolder(MailSettings settings) : IMailTransport
{
    public async Task<HandOver> HandOverAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (AsciiAddress.Of(mail.From) is not { } sender || AsciiAddress.Of(mail.To) is not { } recipient) return AsciiAddress.Missing;
        Directory.CreateDirectory(settings.PickupDirectory);
        var name = mail.MessageId.Trim('<', '>').Split('@')[0] + ".eml";
        var path = Path.Combine(settings.PickupDirectory, name);
        await File.WriteAllTextAsync(path + ".part", MimeText.Of(mail with { From = sender, To = recipient }), Encoding.ASCII, cancellation);
        File.Move(path + ".part", path, overwrite: true);
        return new HandOver(HandOverOutcome.Taken, "pickup " + name);
    }
}
