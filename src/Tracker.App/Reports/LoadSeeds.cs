using MediatR;
using Tracker.App.Behaviours;

namespace Tracker.App.Reports;

/// <summary>Takes in the reports that come with the product: all of them or none. What is there already is left as it is.</summary>
public static class LoadSeeds
{
    /// <param name="Directory">Holds the manifest; see <see cref="SeedsDirectory"/>.</param>
    public sealed record Command(string Directory) : IRequest<Result>, ITransactional;

    /// <param name="ReportIds">In the manifest's order.</param>
    /// <param name="Imported">How many of them were not there before.</param>
    public sealed record Result(IReadOnlyList<string> ReportIds, int Imported);

    public sealed class Handler(ReportIntake intake) : IRequestHandler<Command, Result>
    {
        /// <exception cref="UnusableInputException">The manifest, or one of the reports that it lists, cannot be used.</exception>
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var manifest = Manifest.Read(Path.Combine(command.Directory, Manifest.FileName));
            var ids = new List<string>(manifest.Reports.Count);
            var imported = 0;
            foreach (var entry in manifest.Reports)
            {
                var file = SourceFile.FromPath(Path.Combine(command.Directory, entry.File)) with { Facts = () => manifest.Facts(entry.File) };
                var taken = await intake.TakeInAsync(file, GivenDetails.Nothing, ifUnsure: null, cancellationToken);
                ids.Add(taken.ReportId!);
                imported += taken.WasThere ? 0 : 1;
            }

            return new Result(ids, imported);
        }
    }
}
