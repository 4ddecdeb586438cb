using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Decisions;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>恢复版本: an earlier version of a report counts again, and the one that counted steps back. Both stay.</summary>
public static class ReinstateVersion
{
    public sealed record Command(string ReportId, string Reason) : IRequest<Result?>, ITransactional;

    /// <summary>Null where there is no such report.</summary>
    public sealed record Result(string ReportId, string RunId);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请写明为什么恢复。").MaximumLength(GivenRules.LongestReason);
    }

    public sealed class Handler(TrackerDbContext db, RunRegister runs, AuditLog log) : IRequestHandler<Command, Result?>
    {
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken)
        {
            var report = await db.Reports.SingleOrDefaultAsync(stored => stored.Id == command.ReportId, cancellationToken);
            if (report is null) return null;
            if (report.SupersededById is null) throw PassageChoice.Wrong("Report", "它就是现行版本。");
            var first = report.FirstVersionId ?? report.Id;
            var current = await db.Reports.Where(other => (other.Id == first || other.FirstVersionId == first) && other.SupersededById == null).ToListAsync(cancellationToken);
            report.SupersededById = null;
            foreach (var version in current) version.SupersededById = report.Id;
            await log.AppendAsync(AuditKinds.Import, report.Id, new { step = "reinstated", replaces = current.FirstOrDefault()?.Id, reason = command.Reason.Trim() }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var run = await runs.BeginAsync(RunCause.Upload, ReportYears.PairsOf([report, .. current]), all: false, retryOf: null, cancellationToken);
            return new Result(report.Id, run.Id);
        }
    }
}
