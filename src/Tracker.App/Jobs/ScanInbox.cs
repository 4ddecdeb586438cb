using MediatR;
using Microsoft.Extensions.Logging;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Jobs;

/// <summary>Takes in what was laid into the inbox folder, and asks for a run over it. A file is moved only after what became of it is stored, so that none is lost.</summary>
public static partial class ScanInbox
{
    public sealed record Command(RunCause Cause) : IRequest<Result>;

    /// <param name="Known">The same bytes were there before.</param>
    /// <param name="RunId">Null where nothing new came in.</param>
    /// <param name="Drafts">Put aside until somebody confirms what is in doubt about them.</param>
    public sealed record Result(int Imported, int Known, int Refused, string? RunId, int Drafts = 0);

    public sealed partial class Handler(DatabaseSettings settings, ReportIntake intake, RunRegister register, TimeProvider time, ILogger<Handler> log)
        : IRequestHandler<Command, Result>
    {
        /// <summary>A file that was changed later than this may still be on its way in.</summary>
        private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var folder = new Inbox(settings);
            var (imported, known, refused, drafts) = (0, 0, 0, 0);
            foreach (var path in folder.Files(time.GetUtcNow() - Settled))
            {
                try
                {
                    var taken = await intake.TakeInAsync(SourceFile.FromPath(path), GivenDetails.Nothing, DraftOrigin.Inbox, cancellationToken);
                    if (taken.Doubt is { } doubt)
                    {
                        drafts++;
                        folder.Unsure(path, $"{doubt.Code}: {doubt.Message}");
                        continue;
                    }

                    (imported, known) = taken.WasThere ? (imported, known + 1) : (imported + 1, known);
                    folder.Done(path);
                }
                catch (UnusableInputException refusal) when (refusal.Code != "unreadable")
                {
                    refused++;
                    folder.Refused(path, $"{refusal.Code}: {refusal.Message}");
                    LogRefused(Path.GetFileName(path), refusal.Code);
                }
                catch (UnusableInputException unreadable)
                {
                    // Another process may have moved it, or someone still writes it: it is looked at again the next time.
                    LogRefused(Path.GetFileName(path), unreadable.Code);
                }
            }

            var run = imported == 0 ? null : await register.BeginAsync(command.Cause, null, all: false, retryOf: null, cancellationToken);
            return new Result(imported, known, refused, run?.Id, drafts);
        }

        [LoggerMessage(1202, LogLevel.Warning, "The inbox's {File} was not taken in: {Code}")]
        private partial void LogRefused(string file, string code);
    }
}
