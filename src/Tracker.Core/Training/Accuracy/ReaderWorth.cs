using System.Text.Json;
using Tracker.Core.Pipeline.Extract.Vocabulary;

namespace Tracker.Core.Training.Accuracy;

/// <summary>What a second reader of a given quality would be worth: measured with one that answers from the labels and errs on purpose.</summary>
/// <param name="Method">The method version that was measured.</param>
/// <param name="Labels">SHA-256 of the labels, in hexadecimal.</param>
/// <param name="Prompt">Version of the question's wording.</param>
/// <param name="Pairs">Number of labelled pairs, each judged without any other of its body, in the method's weights and in the reader's calibration.</param>
/// <param name="Commitments">Number of commitments that were asked about.</param>
public sealed record ReaderWorth(string Method, string Labels, string Prompt, int Pairs, int Commitments, IReadOnlyList<ReaderWorth.Row> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    private static readonly Lazy<ReaderWorth> Embedded = new(() => EmbeddedData.Read<ReaderWorth>("model/reader.json"));

    /// <summary>The figures that the program carries.</summary>
    public static ReaderWorth Shared => Embedded.Value;

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <param name="ErrorRate">Share of the answers whose status is drawn anew among the wrong ones, 0 to 1.</param>
    /// <param name="RightAlone">How often the reader's status was right, over all pairs.</param>
    /// <param name="Machine">end_to_end_f1 without the reader, the mean over pairs.</param>
    /// <param name="Together">The same with both.</param>
    /// <param name="Reader">The same of the reader alone.</param>
    /// <param name="MachineQueue">Share of the commitments that call for a person's look without the reader, 0 to 1.</param>
    /// <param name="TogetherQueue">The same with both.</param>
    /// <param name="MachineUnnoticed">Share of the labelled commitments whose published status is wrong and that no one is asked to look at.</param>
    /// <param name="TogetherUnnoticed">The same with both.</param>
    public sealed record Row(
        double ErrorRate, double RightAlone, double Machine, double Together, double Reader, double MachineQueue, double TogetherQueue, double MachineUnnoticed,
        double TogetherUnnoticed);
}
