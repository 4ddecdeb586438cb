using MediatR;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>Stops a run. Pairs that are being done just now are still finished; what is done is kept.</summary>
public static class CancelRun
{
    public sealed record Command(string RunId) : IRequest<Result?>;

    public sealed record Result(string RunId, RunOutcome Outcome);

    public sealed class Handler(RunRegister register) : IRequestHandler<Command, Result?>
    {
        /// <returns>Null where there is no such run. One that is over stays as it is.</returns>
        public async Task<Result?> Handle(Command command, CancellationToken cancellationToken) =>
            await register.CancelAsync(command.RunId, cancellationToken) is { } run ? new Result(run.Id, run.Outcome) : null;
    }
}
