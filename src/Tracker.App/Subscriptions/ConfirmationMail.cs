using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.App.Subscriptions;

/// <summary>The question whether an address is its owner's. It repeats nothing that whoever asked had typed: nobody can have words of theirs sent to others.</summary>
internal static class ConfirmationMail
{
    public static MailContent Of(SubscriptionFilter filter, DigestFrequency frequency, DigestLanguage language) => language == DigestLanguage.English
        ? ShortMail.Of(
            language, "Please confirm your subscription to Tracker",
            [$"Somebody asked to have Tracker's {(frequency == DigestFrequency.Monthly ? "monthly" : "weekly")} digest sent to this address, about {InEnglish(filter.Scope)}.",
             "If it was you, open this link within three days and confirm:"],
            MailLinks.Confirm, "Confirm the subscription", ["If it was not you, do nothing: without a confirmation you are sent nothing more."])
        : ShortMail.Of(
            language, "请确认订阅：落实追踪",
            [$"有人申请把落实追踪的{(frequency == DigestFrequency.Monthly ? "月报" : "周报")}寄到这个邮箱，内容是{InChinese(filter.Scope)}。", "如果是您本人，请在三天内打开下面的链接并确认："],
            MailLinks.Confirm, "确认订阅", ["如果不是您，不必理会：不确认，就不会再收到邮件。"]);

    private static string InChinese(SubscriptionScope scope) => scope switch
    {
        SubscriptionScope.Everything => "全部变化",
        SubscriptionScope.Body => "一个机构的变化",
        SubscriptionScope.Region => "一个地区的变化",
        SubscriptionScope.Topic => "含有某些主题词的承诺的变化",
        SubscriptionScope.Commitment => "一条承诺的变化",
        SubscriptionScope.Status => "落实状态的变化",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope."),
    };

    private static string InEnglish(SubscriptionScope scope) => scope switch
    {
        SubscriptionScope.Everything => "all changes",
        SubscriptionScope.Body => "one body",
        SubscriptionScope.Region => "one region",
        SubscriptionScope.Topic => "commitments with certain words",
        SubscriptionScope.Commitment => "one commitment",
        SubscriptionScope.Status => "commitments that get or lose a status",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "Unknown scope."),
    };
}
