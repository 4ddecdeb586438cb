using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Exports;

/// <summary>Writes commitments with status and evidence as a table or as JSON.</summary>
public static class ExportCommitments
{
    /// <param name="BodyId">Only this body; null for all.</param>
    /// <param name="Year">Only this year; null for all.</param>
    /// <param name="Target">Written to and left open.</param>
    public sealed record Query(ExportFormat Format, Stream Target, string? BodyId = null, int? Year = null) : IRequest<int>;

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(query => query.Format).IsInEnum();
            RuleFor(query => query.Target).Must(target => target.CanWrite);
        }
    }

    /// <summary>One commitment.</summary>
    /// <param name="ChainFrom">年年提: the first year whose plan promises it; null where it stands in one plan only.</param>
    /// <param name="ChainTo">The last such year.</param>
    public sealed record Row(
        string Id, string Body, int Year, IReadOnlyList<string> Section, TextSpan Span, string Quote, string Topic, Specificity Specificity,
        CommitmentStatus? Status, CommitmentStatus? MachineStatus, double? Evidenced, double? Score, double? Confidence,
        IReadOnlyList<Quantity> Targets, IReadOnlyList<Evidence> Evidence, IReadOnlyList<string> Reasons, string MethodVersion,
        CommitmentStanding Standing, int StaleDecisions, IReadOnlyList<DecisionRow> Decisions, int? ChainFrom, int? ChainTo, Renewed? Renewed);

    /// <summary>What became of it since the plan before; null in <see cref="Row"/> where that plan did not promise it.</summary>
    public sealed record Renewed(string CommitmentId, bool IsWeaker, bool IsStronger, VerbChange Verb, IReadOnlyList<TargetChange> Targets, ReachChange Reach);

    /// <summary>人工认定 in force. Who made it stays in the database: an exported file goes anywhere.</summary>
    public sealed record DecisionRow(string Id, DecisionKind Kind, CommitmentStatus? Status, DateTimeOffset At, string Reason);

    public sealed class Handler(TrackerDbContext db, TimeZoneInfo zone) : IRequestHandler<Query, int>
    {
        /// <returns>How many commitments were written.</returns>
        /// <exception cref="UnusableInputException"><c>unknown-body</c>.</exception>
        public async Task<int> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.BodyId is not null && !await db.Bodies.AnyAsync(body => body.Id == query.BodyId, cancellationToken))
            {
                throw new UnusableInputException("unknown-body", $"没有编号为“{query.BodyId}”的机构；编号例如taiyuan-cppcc。");
            }

            var count = 0;
            await WriterFor(query.Format)(Counted(Rows(query), () => count++), query.Target, cancellationToken);
            return count;
        }

        private IAsyncEnumerable<Row> Rows(Query query)
        {
            var commitments = db.Commitments.AsNoTracking();
            if (query.BodyId is not null)
            {
                commitments = commitments.Where(commitment => commitment.Pair.BodyId == query.BodyId);
            }

            if (query.Year is not null)
            {
                commitments = commitments.Where(commitment => commitment.Pair.Year == query.Year);
            }

            return commitments.OrderBy(c => c.Pair.BodyId).ThenBy(c => c.Pair.Year).ThenBy(c => c.Position)
                .Select(c => new Row(
                    c.Id, c.Pair.Body.Name, c.Pair.Year, c.SectionPath, new TextSpan(c.SpanStart, c.SpanEnd), c.Quote, c.Topic, c.Specificity,
                    c.Status, c.MachineStatus, c.Evidenced, c.Score, c.Confidence, c.Targets, c.Evidence, c.Reasons, c.MethodVersion,
                    c.Standing, c.StaleDecisions,
                    db.Decisions.Where(d => d.Placement!.InForce && d.Placement.CommitmentId == c.Id).OrderBy(d => d.At).ThenBy(d => d.Id)
                        .Select(d => new DecisionRow(d.Id, d.Kind, d.Status, d.At, d.Reason)).ToList(),
                    db.Renewals.Where(r => r.ChainId == db.Renewals.Where(own => own.LaterId == c.Id || own.EarlierId == c.Id).Select(own => own.ChainId).FirstOrDefault()).Min(r => (int?)r.EarlierYear),
                    db.Renewals.Where(r => r.ChainId == db.Renewals.Where(own => own.LaterId == c.Id || own.EarlierId == c.Id).Select(own => own.ChainId).FirstOrDefault()).Max(r => (int?)r.LaterYear),
                    db.Renewals.Where(r => r.LaterId == c.Id)
                        .Select(r => new Renewed(r.EarlierId, r.IsWeaker, r.IsStronger, r.Verb, r.Targets, r.Reach)).FirstOrDefault()))
                .AsAsyncEnumerable();
        }

        private async IAsyncEnumerable<Row> Counted(IAsyncEnumerable<Row> rows, Action count)
        {
            await foreach (var row in rows)
            {
                count();
                yield return row with { Decisions = [.. row.Decisions.Select(decision => decision with { At = TimeZoneInfo.ConvertTime(decision.At, zone) })] };
            }
        }

        private static Func<IAsyncEnumerable<Row>, Stream, CancellationToken, Task> WriterFor(ExportFormat format) => format switch
        {
            ExportFormat.Csv => CsvExport.WriteAsync,
            ExportFormat.Xlsx => XlsxExport.WriteAsync,
            ExportFormat.Json => JsonExport.WriteAsync,
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown format."),
        };
    }
}

public enum ExportFormat
{
    Csv,
    Xlsx,
    Json,
}
