using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.Web.Features.SecondReading;

/// <summary>How far machine, second reader and people agree on the same commitments, each two of them apart.</summary>
public static class ShowRaters
{
    public sealed record Query : IRequest<Result>;

    /// <param name="Audited">Held against what auditors decided; by model, in ordinal order.</param>
    /// <param name="Labelled">Held against labels.</param>
    public sealed record Result(IReadOnlyList<Line> Audited, IReadOnlyList<Line> Labelled);

    /// <param name="MachineAndReader">On all that the reader answered.</param>
    /// <param name="MachineAndPeople">On those of them whose status a person gave.</param>
    /// <param name="ReaderAndPeople">On the same.</param>
    public sealed record Line(string Model, string PromptVersion, Agreement MachineAndReader, Agreement MachineAndPeople, Agreement ReaderAndPeople);

    private sealed record Rated(string Model, string PromptVersion, CommitmentStatus Machine, CommitmentStatus Reader, CommitmentStatus? Person);

    public sealed class Handler(TrackerDbContext db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var audited = !await db.ReaderReadings.AnyAsync(cancellationToken) ? [] : await (from row in db.Commitments.AsNoTracking()
                                 where row.ReaderStatus != null && row.MachineStatus != null && row.Standing == CommitmentStanding.Counted
                                 join reading in db.ReaderReadings on row.ReadingId equals reading.Id
                                 orderby row.Id
                                 select new Rated(
                                     reading.Model, reading.PromptVersion, row.MachineStatus!.Value, row.ReaderStatus!.Value,
                                     row.StaleDecisions == 0 && db.Decisions.Any(d => d.Kind == DecisionKind.SetStatus && d.Placement!.InForce && d.Placement.CommitmentId == row.Id) ? row.Status : null))
                .ToListAsync(cancellationToken);
            var labelled = await db.ReaderCases.AsNoTracking().Where(known => known.MethodVersion == MethodVersion.Current).OrderBy(known => known.Id)
                .Select(known => new Rated(known.Model, known.PromptVersion, known.Machine, known.Reader, known.Truth)).ToListAsync(cancellationToken);
            return new Result(Lines(audited), Lines(labelled));
        }

        private static List<Line> Lines(IEnumerable<Rated> rated) =>
        [
            .. rated.GroupBy(item => (item.Model, item.PromptVersion)).OrderBy(group => group.Key.Model, StringComparer.Ordinal).ThenBy(group => group.Key.PromptVersion, StringComparer.Ordinal)
                .Select(group => new Line(
                    group.Key.Model, group.Key.PromptVersion, Agreement.Of<CommitmentStatus>([.. group.Select(item => (item.Machine, item.Reader))]),
                    Agreement.Of<CommitmentStatus>([.. group.Where(item => item.Person is not null).Select(item => (item.Machine, item.Person!.Value))]),
                    Agreement.Of<CommitmentStatus>([.. group.Where(item => item.Person is not null).Select(item => (item.Reader, item.Person!.Value))]))),
        ];
    }
}
