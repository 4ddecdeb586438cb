using System.CommandLine;
using Tracker.App;
using Tracker.App.Accuracy;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;

namespace Tracker.Cli.Commands;

/// <summary>What the commands that fit or measure the method ask for alike.</summary>
/// <param name="isRequired">Whether the command cannot do without labels.</param>
internal sealed class LabelOptions(bool isRequired = true)
{
    /// <summary>Fitting on fewer bodies than this would leave nothing to fit on when one is left out.</summary>
    private const int FewestPairs = 3;

    private readonly Option<string[]> _labels = new("--labels")
    {
        Description = "Label files, or folders of them", HelpName = "PATH", Required = isRequired, AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _reports = new("--reports")
    {
        Description = "Folders with the labelled reports", HelpName = "DIR", Required = isRequired, AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_labels);
        command.Options.Add(_reports);
    }

    public bool AreGiven(ParseResult parsed) => parsed.GetValue(_labels) is { Length: > 0 };

    /// <summary>Names the pairs whose reports are not there, and goes on without them.</summary>
    public Task<IReadOnlyList<PreparedPair>> ReadAsync(ParseResult parsed, CommandConsole console, CancellationToken cancellation) =>
        ReadAsync(parsed, console, [], cancellation);

    /// <param name="judged">Labels that are no files.</param>
    public async Task<IReadOnlyList<PreparedPair>> ReadAsync(
        ParseResult parsed, CommandConsole console, IReadOnlyList<LabelledPair> judged, CancellationToken cancellation)
    {
        var read = await LabelledReports.ReadAsync(parsed.GetValue(_labels)!, parsed.GetValue(_reports) ?? [], cancellation);
        if (read.Missing.Count > 0)
        {
            console.Output.WriteLine($"left out, since their reports are not there: {string.Join(' ', read.Missing)}");
        }

        // The same pair from a file that was exported earlier says nothing new.
        IReadOnlyList<LabelledPair> all = [.. read.Pairs.ExceptBy(judged.Select(pair => pair.Name), pair => pair.Name, StringComparer.Ordinal), .. judged];
        return read.Pairs.Count(pair => !pair.IsAudited) >= FewestPairs
            ? await Task.WhenAll(all.Select(pair => Task.Run(() => PreparedPair.Of(pair, TermStatistics.Shared, MatchVocabulary.Shared, all), cancellation)))
            : throw new UnusableInputException("too-few-labels", $"{read.Pairs.Count} labelled pairs with their reports are not enough, {FewestPairs} are: give more with --labels and --reports.");
    }
}
