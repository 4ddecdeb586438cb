using FluentValidation;
using MediatR;
using Tracker.Data.Entities;

namespace Tracker.App.Reports;

/// <summary>Takes documents in, each wholly or not at all. The same bytes twice are one report; what is in doubt becomes a draft.</summary>
public static class ImportReports
{
    /// <param name="Done">Told of each file when it is done.</param>
    /// <param name="Given">What they are, whatever texts and manifests say; null to go by those. Only one file replaces a certain report.</param>
    public sealed record Command(IReadOnlyList<SourceFile> Files, IProgress<Item>? Done = null, GivenDetails? Given = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="ReportId">Null where the file was refused or became a draft.</param>
    /// <param name="Refusal">Why it was refused or became a draft; null where it is a report.</param>
    /// <param name="Replaced">The report of which it is the next version; null where it is the first.</param>
    /// <param name="SupersededBy">The version that counts in its stead, where it was there already and does not count any more.</param>
    public sealed record Item(
        string File, ImportOutcome Outcome, string? ReportId, UnusableInputException? Refusal, string? DraftId = null, string? Replaced = null,
        string? SupersededBy = null);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Files).NotEmpty().WithMessage("没有可导入的文件。");
            RuleFor(command => command.Given!).IsGiven().When(command => command.Given is not null);
            RuleFor(command => command.Files.Count).Equal(1).When(command => command.Given?.Replaces is not null).OverridePropertyName("Files").WithMessage("要取代某一份报告时，一次只能导入一个文件。");
        }
    }

    public sealed class Handler(ReportIntake intake) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var items = new List<Item>(command.Files.Count);
            foreach (var file in command.Files)
            {
                items.Add(await TakeInAsync(file, command.Given ?? GivenDetails.Nothing, cancellationToken));
                command.Done?.Report(items[^1]);
            }

            return new Result(items);
        }

        private async Task<Item> TakeInAsync(SourceFile file, GivenDetails given, CancellationToken cancellation)
        {
            try
            {
                var taken = await intake.TakeInAsync(file, given with { Body = given.Body?.Trim() }, DraftOrigin.Command, cancellation);
                var outcome = taken.DraftId is not null ? ImportOutcome.Draft : taken.WasThere ? ImportOutcome.AlreadyThere : ImportOutcome.Imported;
                return new Item(file.Name, outcome, taken.ReportId, taken.Doubt, taken.DraftId, taken.Replaced, taken.SupersededBy);
            }
            catch (UnusableInputException refusal)
            {
                return new Item(file.Name, ImportOutcome.Refused, null, refusal);
            }
        }
    }
}

public enum ImportOutcome
{
    Imported,
    AlreadyThere,

    /// <summary>It is put aside until somebody confirms what is in doubt about it.</summary>
    Draft,
    Refused,
}
