using System.Text;
using System.Text.Json;
using Tracker.App.Contract;
using Tracker.Core.Training;

namespace Tracker.App.Accuracy;

/// <summary>Finds label files and the two reports that each of them speaks of.</summary>
/// <param name="Pairs">In ordinal order of their names.</param>
/// <param name="Missing">Names of the label files whose reports are not at hand.</param>
public sealed record LabelledReports(IReadOnlyList<LabelledPair> Pairs, IReadOnlyList<string> Missing)
{
    /// <param name="labels">Label files, and folders of them; of files with the same name the first counts.</param>
    /// <param name="reports">Folders that hold the reports under the names that the labels give them.</param>
    /// <exception cref="UnusableInputException"><c>bad-labels</c>, or what is wrong with a file.</exception>
    public static async Task<LabelledReports> ReadAsync(IEnumerable<string> labels, IReadOnlyList<string> reports, CancellationToken cancellation)
    {
        var pairs = new List<LabelledPair>();
        var missing = new List<string>();
        foreach (var path in LabelFiles(labels))
        {
            var text = await ReadLabelsAsync(path, cancellation);
            var (plan, review) = ReadOrRefuse(path, () => LabelledPair.FilesOf(text));
            if (Find(plan, reports) is not { } planPath || Find(review, reports) is not { } reviewPath)
            {
                missing.Add(Path.GetFileNameWithoutExtension(path));
                continue;
            }

            pairs.Add(await ReadAsync(path, planPath, reviewPath, cancellation));
        }

        return new LabelledReports(pairs, missing);
    }

    /// <summary>One label file with its two texts.</summary>
    /// <exception cref="UnusableInputException"><c>bad-labels</c>: it is no label file, or not of these texts.</exception>
    public static async Task<LabelledPair> ReadAsync(string labels, string planPath, string reviewPath, CancellationToken cancellation)
    {
        var text = await ReadLabelsAsync(labels, cancellation);
        var plan = await InputFile.ReadAsync(planPath, cancellation);
        var review = await InputFile.ReadAsync(reviewPath, cancellation);
        return ReadOrRefuse(labels, () => LabelledPair.Read(Path.GetFileNameWithoutExtension(labels), text, plan.Text, review.Text));
    }

    /// <summary>Labels are our own file format, no document: UTF-8, whatever language they quote.</summary>
    private static Task<string> ReadLabelsAsync(string path, CancellationToken cancellation) => File.Exists(path)
        ? File.ReadAllTextAsync(path, Encoding.UTF8, cancellation)
        : throw new UnusableInputException("not-found", $"{path}：没有这个文件，请检查路径。");

    private static IEnumerable<string> LabelFiles(IEnumerable<string> paths) => paths
        .SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [path])
        .DistinctBy(Path.GetFileName, StringComparer.Ordinal).OrderBy(Path.GetFileName, StringComparer.Ordinal);

    /// <summary>A name, or a path below the folder; nothing that leads out of it.</summary>
    private static string? Find(string file, IReadOnlyList<string> folders) => Path.IsPathRooted(file) || file.Split('/', '\\').Contains("..")
        ? null
        : folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static T ReadOrRefuse<T>(string labels, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new UnusableInputException("bad-labels", $"{labels}: {cause.Message} Give labels by the codebook, with the texts that they were made on.", cause);
        }
    }
}
