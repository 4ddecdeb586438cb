using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Tracker.App.Documents;
using Tracker.App.Reports;
using Tracker.Core.Intake;
using Tracker.Data;
using Tracker.Data.Entities;

namespace Tracker.App.Drafts;

/// <summary>提交: takes files in as drafts. What is read in a moment is read at once, the others by and by.</summary>
public static class HandIn
{
    /// <param name="IsDirect">Whether they count at once where nothing about them is in doubt.</param>
    /// <param name="Given">What is known of them beside their text; null for nothing.</param>
    public sealed record Command(IReadOnlyList<SourceFile> Files, DraftOrigin Origin, bool IsDirect = false, GivenDetails? Given = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="DraftId">Null where the same bytes are a report already, or the file was refused before it was stored.</param>
    /// <param name="ReportId">The report that it became, or was before.</param>
    /// <param name="WasThere">Whether the same bytes were there before, as a report or as a draft.</param>
    /// <param name="Refusal">Why it cannot be used; null where it can, as far as is known.</param>
    /// <param name="Doubts">What a person has to look at before it counts; empty where it does, or is not read yet.</param>
    public sealed record Item(string File, string? DraftId, string? ReportId, DraftState? State, bool WasThere, UnusableInputException? Refusal, IReadOnlyList<Doubt> Doubts)
    {
        internal static Item Of(string file, ReportDraft draft, bool wasThere) => new(
            file, draft.Id, draft.ReportId, draft.State, wasThere,
            draft.State == DraftState.Refused ? new UnusableInputException(draft.RefusalCode, draft.Refusal) : null, draft.State == DraftState.Ready ? draft.Doubts : []);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator(UploadSettings settings)
        {
            RuleFor(command => command.Files).NotEmpty().WithMessage("请先选择文件。");
            RuleFor(command => command.Files.Count).LessThanOrEqualTo(settings.MostFiles).OverridePropertyName("Files").WithMessage($"一次最多提交{settings.MostFiles}份文件，请分几次提交。");
            RuleFor(command => command.Origin).IsInEnum();
            RuleFor(command => command.Given!).IsGiven().When(command => command.Given is not null);
        }
    }

    public sealed class Handler(
        TrackerDbContext db, ReportIntake intake, SuccessionCheck successions, DraftDesk drafts, DraftReader reader, DocumentSettings documents) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var items = new List<Item>(command.Files.Count);
            foreach (var file in command.Files) items.Add(await TakeInAsync(file, command, cancellationToken));
            return new Result(items);
        }

        private async Task<Item> TakeInAsync(SourceFile file, Command command, CancellationToken cancellation)
        {
            byte[] bytes;
            try
            {
                bytes = await file.ReadAsync(documents, cancellation);
                await successions.RequireStandingAsync(command.Given?.Replaces, cancellation);
            }
            catch (UnusableInputException refusal)
            {
                return new Item(file.Name, null, null, null, WasThere: false, refusal, []);
            }

            var sha256 = ReportIntake.HashOf(bytes);
            var (draft, report, wasThere) = await db.WriteAsync(token => AddAsync(file.Name, bytes, sha256, command, token), cancellation);
            if (draft is null) return new Item(file.Name, null, report, null, WasThere: true, null, []);
            if (wasThere) return Item.Of(file.Name, draft, wasThere: true);
            if (draft.State == DraftState.Reading) await reader.ReadAsync(draft.Id, cancellation);
            var read = await db.Drafts.AsNoTracking().SingleAsync(stored => stored.Id == draft.Id, cancellation);
            return Item.Of(file.Name, read, wasThere: false);
        }

        private async Task<(ReportDraft? Draft, string? Report, bool WasThere)> AddAsync(
            string name, byte[] bytes, string sha256, Command command, CancellationToken cancellation)
        {
            if (await intake.FindAsync(sha256, cancellation) is { } known) return (null, known, true);
            if (await drafts.FindOpenAsync(sha256, cancellation) is { } open)
            {
                // Whoever says more of it than was said before wants to be heard.
                if (!command.IsDirect || command.Given is not { SaysSomething: true } || open.State is not (DraftState.Ready or DraftState.Refused)) return (open, null, true);
                await drafts.RemoveAsync(open, "again", cancellation);
            }

            var state = DraftReader.IsQuick(name, bytes) ? DraftState.Reading : DraftState.Waiting;
            var draft = await drafts.AddAsync(
                new DraftDesk.Item(name, sha256, bytes, command.Origin, state, command.IsDirect, command.Given?.Replaces, command.Given?.Reason ?? ""), cancellation);
            if (command.Given is { } given)
            {
                (draft.BodyName, draft.PlanYear, draft.ReviewYear, draft.DocumentKind) = (given.Body?.Trim() ?? "", given.PlanYear, given.ReviewYear, given.DocumentKind);
            }

            return (draft, null, false);
        }
    }
}
