using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Publishing;

/// <summary>Sets from which share of changed statuses on a new method's result waits for an admin. Results that wait already go on waiting.</summary>
public static class ChangePublicationRule
{
    /// <inheritdoc cref="PublicationRule"/>
    public sealed record Command(double FlipShare, double ScoreStep) : IRequest<ShowPublicationRule.Result>, ITransactional;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.FlipShare).InclusiveBetween(0, 1).WithMessage("比例要在0%到100%之间。");
            RuleFor(command => command.ScoreStep).InclusiveBetween(0.01, 1).WithMessage("得分的变动要在0.01到1之间。");
        }
    }

    public sealed class Handler(TrackerDbContext db, AuditLog audit) : IRequestHandler<Command, ShowPublicationRule.Result>
    {
        public async Task<ShowPublicationRule.Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var rule = await db.PublicationRules.SingleOrDefaultAsync(cancellationToken) ?? db.PublicationRules.Add(new PublicationRule()).Entity;
            if ((rule.FlipShare, rule.ScoreStep) != (command.FlipShare, command.ScoreStep))
            {
                var before = new { rule.FlipShare, rule.ScoreStep };
                (rule.FlipShare, rule.ScoreStep) = (command.FlipShare, command.ScoreStep);
                await audit.AppendAsync(AuditKinds.Publication, "rule", new { before, after = new { rule.FlipShare, rule.ScoreStep } }, cancellationToken);
            }

            return new ShowPublicationRule.Result(rule.FlipShare, rule.ScoreStep);
        }
    }
}
