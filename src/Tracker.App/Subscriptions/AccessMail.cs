using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>管理链接 for a reader who asked for it.</summary>
internal static class AccessMail
{
    public static MailContent Of(DigestLanguage language) => language == DigestLanguage.English
        ? ShortMail.Of(
            language, "Your subscriptions to Tracker", ["This link opens your subscriptions: change how often, the language, or end them. It is good for 60 days."],
            MailLinks.Manage, "My subscriptions", ["Whoever has the link can do so: do not pass it on. If you did not ask for it, do nothing."])
        : ShortMail.Of(
            language, "您的订阅：落实追踪", ["这个链接打开您的全部订阅，可以调整频率和语言，也可以退订。60天内有效。"],
            MailLinks.Manage, "管理我的订阅", ["拿到链接的人都能这样做，请不要转发。如果您没有要过它，不必理会。"]);
}
