using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.SecondReading;

/// <summary>Opens anew what the reader gave no usable answer to, as after its settings or the server were changed. Asks nobody: the next run does.</summary>
public static class RetryReadings
{
    /// <returns>How many questions were opened.</returns>
    public sealed record Command : IRequest<int>;

    public sealed class Handler(TrackerDbContext db, ReaderSettings settings) : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command command, CancellationToken cancellationToken) => db.ReaderReadings
            .Where(reading => reading.State == ReadingState.Unusable && reading.Model == settings.Model)
            .ExecuteUpdateAsync(set => set.SetProperty(reading => reading.State, ReadingState.Asking), cancellationToken);
    }
}
