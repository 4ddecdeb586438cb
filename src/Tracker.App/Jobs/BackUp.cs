using MediatR;
using Tracker.Data;

namespace Tracker.App.Jobs;

/// <summary>Writes a consistent copy of the database into the backups folder, opens it to see that it is whole, and removes the oldest.</summary>
public static class BackUp
{
    public sealed record Command : IRequest<Result>;

    public sealed record Result(string File, long Bytes, int Removed);

    public sealed class Handler(DatabaseSettings settings, BackupFolder folder, TimeProvider time) : IRequestHandler<Command, Result>
    {
        /// <exception cref="DatabaseCopyException">It was not made, or is not whole; older ones are all still there.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var path = folder.PathFor(time.GetUtcNow());
            await DatabaseCopy.BackupAsync(settings, path, cancellationToken);
            await DatabaseCopy.VerifyAsync(settings, path, cancellationToken);
            return new Result(Path.GetFileName(path), new FileInfo(path).Length, folder.Prune());
        }
    }
}
