using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.Reports;

/// <summary>The text of one 报告 as decoded: every span points into it.</summary>
public static class ReadText
{
    public sealed record Query(string Id) : IRequest<Result?>;

    /// <param name="Utf8">Without a byte order mark.</param>
    public sealed record Result(byte[] Utf8);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Set<ReportContent>().Where(content => content.ReportId == query.Id).Select(content => content.Text).FirstOrDefaultAsync(cancellationToken) is { } text
                ? new Result(Encoding.UTF8.GetBytes(text)) : null;
    }
}
