using FluentValidation;
using MediatR;
using Tracker.App.Mail;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Shows the digest of any week for any subscription, sent to nobody and telling nobody anything.</summary>
public static class PreviewDigest
{
    /// <param name="Week">Such as <c>2026-W47</c>; null for the last week that is over. The current week as far as it has come.</param>
    /// <param name="Frequency">Monthly for the month that ends in the week.</param>
    /// <param name="Role">As somebody with this role would read it; null for the public.</param>
    public sealed record Query(
        string? Week = null, DigestFrequency Frequency = DigestFrequency.Weekly, SubscriptionScope Scope = SubscriptionScope.Everything, string Value = "",
        DigestLanguage Language = DigestLanguage.Chinese, UserRole? Role = null) : IRequest<Result>;

    /// <param name="Content">With the links of a reader veiled; null where there would be no mail.</param>
    public sealed record Result(DigestPeriod Period, MailContent? Content);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator(TimeZoneInfo zone)
        {
            RuleFor(query => query.Week).IsWeek(zone);
            RuleFor(query => query.Value).NotEmpty().When(query => query.Scope != SubscriptionScope.Everything).WithErrorCode("no-value").WithMessage("请写明要订阅的内容。");
            RuleFor(query => query.Frequency).NotEqual(DigestFrequency.Off);
        }
    }

    public sealed class Handler(PeriodReader reader, DigestPrinter printer, MailSettings settings, TimeProvider time, TimeZoneInfo zone) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var week = query.Week is { } given ? DigestPeriod.ParseWeek(given, zone)! : DigestPeriod.LastWeek(time.GetUtcNow(), zone);
            var period = query.Frequency == DigestFrequency.Monthly
                ? week.EndingMonth(zone) ?? throw new UnusableInputException("no-month", $"No month ends in {week.Key}: monthly digests go out with the week in which a month ends.")
                : week;
            var choice = DigestChoice.Of(await reader.ReadAsync(period, cancellationToken), [new DigestRule(query.Scope, query.Value)], query.Role);
            if (choice.IsEmpty) return new Result(period, null);
            var content = await printer.PrintAsync(choice, query.Language, robot: null, cancellationToken);
            var manage = settings.SiteAddress + "/digest/manage";
            return new Result(period, new MailContent
            {
                Hash = content.Hash, Language = content.Language, Subject = content.Subject,
                Text = MailLinks.Veil(content.Text, manage), Html = MailLinks.Veil(content.Html, manage),
            });
        }
    }
}
