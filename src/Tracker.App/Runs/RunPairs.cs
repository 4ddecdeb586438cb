using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Runs;

/// <summary>复核运行: extracts, matches and scores what is new or what a new version of the method affects. Each pair is one transaction.</summary>
public static class RunPairs
{
    /// <param name="PairIds">Only these; null for every pair.</param>
    /// <param name="All">Also pairs whose texts and method are the same as before.</param>
    /// <param name="Here">Works on it here and waits for its end; otherwise it is left to the programs whose role that is.</param>
    /// <param name="Progress">Told of each pair that is finished, whoever did it.</param>
    public sealed record Command(
        RunCause Cause, IReadOnlyList<string>? PairIds = null, bool All = false, bool Here = true, IProgress<Progress>? Progress = null) : IRequest<Result>;

    public sealed record Progress(int Done, int Total, Item Item);

    /// <param name="Outcome">Still running where it is not waited for.</param>
    public sealed record Result(string RunId, RunOutcome Outcome, int Total, int Written, int Unchanged, int Failed, int Held);

    /// <param name="State">What the pair is now; null where it was taken away or failed.</param>
    /// <param name="Changes">Against what was published; of a result that waits, what publishing it would change.</param>
    public sealed record Item(string PairId, RunItemOutcome Outcome, PairState? State, int Commitments, IReadOnlyList<ResultChange> Changes, string? Error);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleForEach(command => command.PairIds).NotEmpty();
            RuleFor(command => command.Cause).IsInEnum();
        }
    }

    public sealed class Handler(TrackerDbContext db, RunRegister register, RunWorker worker, ReadingWorker reader) : IRequestHandler<Command, Result>
    {
        /// <exception cref="UnusableInputException"><c>unknown-pair</c>: no run was begun.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command is { Here: true, Cause: RunCause.Command }) await FinishLeftAsync(command, cancellationToken);
            var begun = await register.BeginAsync(command.Cause, command.PairIds, command.All, retryOf: null, cancellationToken);
            if (command.Here) await WorkAsync(begun.Id, command, cancellationToken);
            var run = await db.Runs.AsNoTracking().SingleAsync(stored => stored.Id == begun.Id, cancellationToken);
            return new Result(run.Id, run.Outcome, run.Total, run.Written, run.Unchanged, run.Failed, run.Held);
        }

        /// <summary>A command that was killed may have left a run that no process waits to take up.</summary>
        private async Task FinishLeftAsync(Command command, CancellationToken cancellation)
        {
            var left = await db.Runs.Where(run => run.FinishedAt == null && run.Cause == RunCause.Command).OrderBy(run => run.Id).Select(run => run.Id).ToListAsync(cancellation);
            foreach (var id in left) await WorkAsync(id, command, cancellation);
        }

        private async Task WorkAsync(string runId, Command command, CancellationToken cancellation)
        {
            var finished = command.Progress is { } progress ? new FinishedPairs(db, runId, progress) : null;
            try
            {
                await worker.UntilOverAsync(runId, token => finished?.ReportAsync(token) ?? Task.CompletedTask, cancellation);

                // Elsewhere those whose role it is read on; a command ends when nothing is left, what a killed one left included.
                if (command.Cause == RunCause.Command) await reader.UntilDoneAsync(cancellation);
            }
            catch (OperationCanceledException) when (command.Cause == RunCause.Command)
            {
                // Whoever stops the command means the run; a program that is shut down leaves it to be taken up again.
                await register.CancelAsync(runId, CancellationToken.None);
                throw;
            }
        }
    }
}
