using System.Globalization;
using System.Text;
using Tracker.Data.Entities;

namespace Tracker.App.Mail;

/// <summary>The links of a mail that only its own reader may have. Content holds slots in their place; they are filled in when the mail is handed over.</summary>
/// <remarks>A slot begins and ends with a control character, which no text of a report can bring into a mail: see <see cref="PlainLine"/>.</remarks>
public sealed class MailLinks(MailSettings settings, TimeProvider time)
{
    private const char Mark = '\u0001';
    private static readonly TimeSpan ToConfirm = TimeSpan.FromDays(3);
    private static readonly TimeSpan ToUnsubscribe = TimeSpan.FromDays(400);
    private static readonly TimeSpan ToManage = TimeSpan.FromDays(60);

    /// <summary>Ends all subscriptions that the mail was made for.</summary>
    public static readonly string UnsubscribeAll = $"{Mark}a{Mark}";

    public static readonly string Manage = $"{Mark}m{Mark}";

    /// <summary>Says yes to the mail's only subscription.</summary>
    public static readonly string Confirm = $"{Mark}c{Mark}";

    /// <param name="number">Place in <see cref="OutboxMail.Subscriptions"/>.</param>
    public static string Unsubscribe(int number) => string.Create(CultureInfo.InvariantCulture, $"{Mark}u{number}{Mark}");

    /// <summary>Fills in the links of this reader.</summary>
    /// <param name="mail">With its reader.</param>
    public string Fill(string template, OutboxMail mail) => Fill(template, slot => AddressOf(slot, mail));

    /// <summary>Fills in the same address everywhere, for whoever looks at a mail that is not theirs.</summary>
    public static string Veil(string template, string address) => Fill(template, _ => address);

    /// <summary>Where a mail program posts to when its user asks to be sent no more of this.</summary>
    public string OneClick(OutboxMail mail) => AddressOf(UnsubscribeAll.Trim(Mark), mail);

    private string AddressOf(string slot, OutboxMail mail) => slot switch
    {
        "a" => Address("unsubscribe", mail, LinkPurpose.UnsubscribeMail, mail.Id, ToUnsubscribe),
        "m" => Address("manage", mail, LinkPurpose.Manage, mail.ReaderId, ToManage),
        "c" => Address("confirm", mail, LinkPurpose.Confirm, mail.Subscriptions[0], ToConfirm),
        ['u', .. var number] => Address(
            "unsubscribe", mail, LinkPurpose.Unsubscribe, mail.Subscriptions[int.Parse(number, CultureInfo.InvariantCulture)], ToUnsubscribe),
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "Unknown slot."),
    };

    private string Address(string verb, OutboxMail mail, LinkPurpose purpose, string subject, TimeSpan life) =>
        $"{settings.SiteAddress}/digest/{verb}/{SignedLinks.Sign(mail.Reader, purpose, subject, time.GetUtcNow() + life)}";

    private static string Fill(string template, Func<string, string> address)
    {
        var filled = new StringBuilder(template.Length + 1024);
        for (var at = 0; ;)
        {
            var start = template.IndexOf(Mark, at);
            if (start < 0) return filled.Append(template, at, template.Length - at).ToString();
            var end = template.IndexOf(Mark, start + 1);
            filled.Append(template, at, start - at).Append(address(template[(start + 1)..end]));
            at = end + 1;
        }
    }
}
