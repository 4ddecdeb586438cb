using System.Collections.Concurrent;
using Tracker.Core.Domain;
using Tracker.Core.SecondReading;
using Tracker.Core.Training;
using Tracker.Web.Tests.SecondReading;

namespace Tracker.Benchmarks;

/// <summary>
/// 神谕: answers from the labels through the wire, as a model would, and errs at a given rate. It knows no more than what it is
/// shown: where the labelled evidence is not among the candidates it says that there is no answer. The same question gives the same answer.
/// </summary>
internal sealed class ReaderOracle(IReadOnlyList<JudgedPair> pairs, Func<double> errorRate)
{
    private static readonly CommitmentStatus[] Levels = [CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.None];

    private readonly Dictionary<string, Known> known = Index(pairs);

    private sealed record Known(CommitmentStatus Status, IReadOnlyList<int> Numbers, int Candidates);

    public ReaderServer.Behaviour Answer(ReaderServer.Question question)
    {
        var truth = known[question.Text];
        var draw = new FixedSequence(BitConverter.ToUInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(question.Text))));
        for (var k = 0; k < 3; k++) draw.Next();
        var (status, numbers) = (truth.Status, truth.Numbers);

        // The same draw for every rate: whoever errs at 10 % errs at 20 % too.
        var errs = draw.Next() < errorRate();
        if (errs)
        {
            var others = Levels.Where(level => level != truth.Status).ToList();
            status = others[draw.Below(others.Count)];
            numbers = status == CommitmentStatus.None ? [] : truth.Numbers.Count > 0 ? truth.Numbers : [1 + draw.Below(truth.Candidates)];
        }

        var evidence = string.Join(',', numbers.Select(number => $$"""{"candidate":{{number}},"relation":"direct"}"""));
        return new ReaderServer.Behaviour.Says($$"""{"status":"{{status.ToString().ToLowerInvariant()}}","evidence":[{{evidence}}],"reason":"按标注作答。","suggestions":[]}""");
    }

    private static Dictionary<string, Known> Index(IReadOnlyList<JudgedPair> pairs)
    {
        var index = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var labels = pair.Found.ToDictionary(found => found.Verdict.Commitment.Id, found => found.Label, StringComparer.Ordinal);
            foreach (var verdict in pair.Result.Verdicts.Where(verdict => verdict.Candidates.Count > 0))
            {
                var task = ReadingTask.Of(pair.Result.Plan, pair.Result.Review, verdict);
                index[ReadingPrompt.Of(task).Question] = Of(task, labels.GetValueOrDefault(verdict.Commitment.Id));
            }
        }

        return index;
    }

    /// <summary>What is no labelled commitment has no answer.</summary>
    private static Known Of(ReadingTask task, LabelledCommitment? label)
    {
        var numbers = label is null ? [] : task.Passages.Where(passage => label.Evidence.Any(span => SpanAgreement.Touch(passage.Span, span.Span))).Select(passage => passage.Number).Take(4).ToList();
        return new Known(label is null || numbers.Count == 0 ? CommitmentStatus.None : label.Status, numbers, task.Passages.Count);
    }
}
