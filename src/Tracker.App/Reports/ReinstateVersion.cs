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

/// <summary>
/// 恢复版本: an earlier version of a report counts again, and the one that counted steps back. Both stay. Where that one had replaced a text of
/// the plan and a text of the review together, the other of the two counts again with it.
/// </summary>
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
            var versions = await db.Reports.Where(other => other.Id == first || other.FirstVersionId == first).OrderBy(other => other.Id).ToListAsync(cancellationToken);
            var current = InItsStead(report, versions);
            List<StoredReport> back = [.. versions.Where(other => other != current && other.SupersededById == current.Id && !ReportYears.Share(other, report) && other != report)];
            List<StoredReport> gone = [.. versions.Where(other => other == current || (other.SupersededById is null && ReportYears.Share(other, report)))];
            foreach (var version in back.Append(report)) version.SupersededById = null;
            foreach (var version in gone) version.SupersededById = report.Id;
            await log.AppendAsync(
                AuditKinds.Import, report.Id,
                new { step = "reinstated", replaces = current.Id, with = back.Count > 0 ? back.Select(version => version.Id) : null, reason = command.Reason.Trim() }, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var run = await runs.BeginAsync(RunCause.Upload, ReportYears.PairsOf([report, .. back, .. gone]), all: false, retryOf: null, cancellationToken);
            return new Result(report.Id, run.Id);
        }

        /// <summary>The version that counts now because this one was replaced, and the replacing one in turn.</summary>
        private static StoredReport InItsStead(StoredReport report, List<StoredReport> versions)
        {
            var version = report;
            while (version.SupersededById is { } next) version = versions.Single(other => other.Id == next);
            return version;
        }
    }
}
