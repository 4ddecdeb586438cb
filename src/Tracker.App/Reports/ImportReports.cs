using FluentValidation;
using MediatR;

namespace Tracker.App.Reports;

/// <summary>Takes documents in, each wholly or not at all. The same bytes twice are one report.</summary>
public static class ImportReports
{
    /// <param name="Done">Told of each file when it is done.</param>
    /// <param name="Body">Whose reports they are, by name or id, whatever texts and manifests say; null to go by those.</param>
    public sealed record Command(IReadOnlyList<SourceFile> Files, IProgress<Item>? Done = null, string? Body = null) : IRequest<Result>;

    public sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="ReportId">Null where the file was refused.</param>
    /// <param name="Refusal">Why it was refused; null where it was not.</param>
    public sealed record Item(string File, ImportOutcome Outcome, string? ReportId, UnusableInputException? Refusal);

    public sealed class Validator : AbstractValidator<Command>
    {
        private const int LongestName = 60;

        public Validator()
        {
            RuleFor(command => command.Files).NotEmpty().WithMessage("没有可导入的文件。");
            RuleFor(command => command.Body).Must(body => body is null || (body.Trim().Length is > 0 and <= LongestName && !body.Any(char.IsControl)))
                .WithMessage($"机构名称要有1至{LongestName}个字。");
        }
    }

    public sealed class Handler(ReportIntake intake) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var items = new List<Item>(command.Files.Count);
            foreach (var file in command.Files)
            {
                items.Add(await TakeInAsync(file, command.Body?.Trim(), cancellationToken));
                command.Done?.Report(items[^1]);
            }

            return new Result(items);
        }

        private async Task<Item> TakeInAsync(SourceFile file, string? body, CancellationToken cancellation)
        {
            try
            {
                var (id, wasThere) = await intake.TakeInAsync(file, body, cancellation);
                return new Item(file.Name, wasThere ? ImportOutcome.AlreadyThere : ImportOutcome.Imported, id, null);
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
    Refused,
}
