using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Api;

namespace Tracker.Web.Features.Reports;

/// <summary>All 报告 that count, without their text. Earlier versions are asked for one report at a time.</summary>
public static class ListReports
{
    public const int PageSize = 200;

    public sealed record Query(string? Body = null, string? Cursor = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<ReportLine> Items, string? Next);

    public sealed record ReportLine(
        string Id, string Body, string BodyName, string Title, int? PlanYear, int? ReviewYear, DateOnly? Delivered, string Presenter,
        DocumentKind DocumentKind, string FileName, string Sha256, string DecodedAs, DateTimeOffset ImportedAt);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() =>
            RuleFor(query => query.Cursor).Must(cursor => cursor is null || Api.Cursor.TryRead(cursor, 1, out _)).WithMessage(Api.Cursor.Wrong);
    }

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var reports = db.Reports.AsNoTracking().Where(report => report.SupersededById == null);
            reports = string.IsNullOrEmpty(query.Body) ? reports : reports.Where(report => report.BodyId == query.Body);
            if (Cursor.TryRead(query.Cursor, 1, out var after))
            {
                var last = after[0];
                reports = reports.Where(report => string.Compare(report.Id, last) > 0);
            }

            var rows = await reports.OrderBy(report => report.Id).Take(PageSize + 1)
                .Select(report => new ReportLine(
                    report.Id, report.BodyId, report.Body.Name, report.Title, report.PlanYear, report.ReviewYear, report.Delivered, report.Presenter,
                    report.DocumentKind, report.FileName, report.Sha256, report.DecodedAs, report.ImportedAt))
                .ToListAsync(cancellationToken);
            var items = rows.Take(PageSize).ToList();
            return new Result(items, rows.Count > PageSize ? Cursor.Write(items[^1].Id) : null);
        }
    }
}
