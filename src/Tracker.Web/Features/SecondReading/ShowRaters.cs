using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.SecondReading;

/// <summary>How far machine, second reader and auditors agree on the same commitments, each two of them apart.</summary>
public static class ShowRaters
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Readers">By model, in ordinal order; empty where no reader has answered.</param>
    public sealed record Result(IReadOnlyList<Line> Readers);

    /// <param name="MachineAndReader">On all that the reader answered.</param>
    /// <param name="MachineAndPeople">On those of them to which an auditor gave a status.</param>
    /// <param name="ReaderAndPeople">On the same.</param>
    public sealed record Line(string Model, string PromptVersion, Agreement MachineAndReader, Agreement MachineAndPeople, Agreement ReaderAndPeople);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var rows = await (from row in db.Commitments.AsNoTracking()
                              where row.ReaderStatus != null && row.MachineStatus != null && row.Standing == CommitmentStanding.Counted
                              join reading in db.ReaderReadings on row.ReadingId equals reading.Id
                              orderby row.Id
                              select new
                              {
                                  reading.Model, reading.PromptVersion, Machine = row.MachineStatus!.Value, Reader = row.ReaderStatus!.Value,
                                  Person = row.StaleDecisions == 0 && db.Decisions.Any(d => d.Kind == DecisionKind.SetStatus && d.Placement!.InForce && d.Placement.CommitmentId == row.Id) ? row.Status : null,
                              }).ToListAsync(cancellationToken);
            return new Result([.. rows.GroupBy(row => (row.Model, row.PromptVersion)).OrderBy(group => group.Key.Model, StringComparer.Ordinal).ThenBy(group => group.Key.PromptVersion, StringComparer.Ordinal)
                .Select(group => new Line(
                    group.Key.Model, group.Key.PromptVersion, Agreement.Of<CommitmentStatus>([.. group.Select(row => (row.Machine, row.Reader))]),
                    Agreement.Of<CommitmentStatus>([.. group.Where(row => row.Person is not null).Select(row => (row.Machine, row.Person!.Value))]),
                    Agreement.Of<CommitmentStatus>([.. group.Where(row => row.Person is not null).Select(row => (row.Reader, row.Person!.Value))])))]);
        }
    }
}
