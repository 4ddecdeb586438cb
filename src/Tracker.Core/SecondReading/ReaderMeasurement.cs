using Tracker.Core.Domain;
using Tracker.Core.Training;

namespace Tracker.Core.SecondReading;

/// <summary>What a second reader is worth on labelled pairs: the figures without it, with it, and of it alone.</summary>
public static class ReaderMeasurement
{
    /// <summary>A labelled pair with what the reader said of its commitments, by the commitments' ids; those that it gave no answer to are missing.</summary>
    public sealed record ReadPair(JudgedPair Judged, IReadOnlyDictionary<string, GivenAnswer> Answers);

    /// <param name="Task">What it was shown.</param>
    public sealed record GivenAnswer(ReadingTask Task, ReaderAnswer Answer)
    {
        public CommitmentStatus Status => Answer.Status;

        public IReadOnlyList<Evidence> Evidence => Answer.In(Task);
    }

    /// <param name="Queue">Commitments that call for a person's look.</param>
    /// <param name="Unnoticed">Labelled commitments whose published status is wrong and that do not call for a look.</param>
    public sealed record Figures(PairFigures Pair, int Queue, int Unnoticed);

    /// <param name="Together">The machine's own where nothing could be calibrated.</param>
    /// <param name="Cases">Known cases of other bodies that it was calibrated on; 0 where they were too few.</param>
    public sealed record Line(string Name, Figures Machine, Figures Together, Figures Reader, int Cases);

    /// <summary>Each pair by what was learned from other bodies alone.</summary>
    /// <param name="known">Further cases to learn from, such as audits.</param>
    public static IReadOnlyList<Line> Take(IReadOnlyList<ReadPair> pairs, IReadOnlyList<RatedCase> known)
    {
        var cases = pairs.SelectMany(CasesOf).Concat(known).ToList();
        return [.. pairs.Select(pair => LineOf(pair, ReaderCalibration.Fit([.. cases.Where(item => item.Body != pair.Judged.Labels.Body)])))];
    }

    /// <summary>The pair's commitments whose label is known and that the reader answered to.</summary>
    public static IEnumerable<RatedCase> CasesOf(ReadPair pair) => pair.Judged.Found
        .Where(found => pair.Answers.ContainsKey(found.Verdict.Commitment.Id))
        .Select(found => new RatedCase(
            pair.Judged.Labels.Body, found.Verdict.Status, found.Verdict.Confidence, pair.Answers[found.Verdict.Commitment.Id].Status, found.Label.Status));

    private static Line LineOf(ReadPair pair, ReaderCalibration? calibration)
    {
        var (result, labels) = (pair.Judged.Result, pair.Judged.Labels);
        var read = result.Verdicts.Select(verdict => Read(pair, verdict, calibration)).ToList();
        var asked = read.Where(item => Evaluation.IsAnnotated(labels, item.Machine.Commitment.Span)).ToList();
        var truth = pair.Judged.Found.ToDictionary(found => found.Verdict.Commitment.Id, found => found.Label.Status, StringComparer.Ordinal);
        bool IsWrong(ReadVerdict item) => truth.TryGetValue(item.Machine.Commitment.Id, out var status) && status != item.Machine.Status;
        Figures Of(IEnumerable<Verdict> verdicts, Func<ReadVerdict, bool> calls) => new(
            Evaluation.Evaluate(labels, result with { Verdicts = [.. verdicts] }), asked.Count(calls), asked.Count(item => IsWrong(item) && !calls(item)));
        return new Line(
            labels.Name, Of(result.Verdicts, item => AuditSureness.CallsForPerson(item.Machine.Status, item.Machine.Confidence, null, null)),
            Of(read.Select(item => item.Together), item => AuditSureness.CallsForPerson(item.Machine.Status, item.Machine.Confidence, item.Answer?.Status, item.Joint)),
            Of(read.Select(item => item.Alone), _ => false), calibration?.Cases ?? 0);
    }

    private static ReadVerdict Read(ReadPair pair, Verdict verdict, ReaderCalibration? calibration)
    {
        var answer = pair.Answers.GetValueOrDefault(verdict.Commitment.Id);
        var joint = answer is null ? null : calibration?.Join(verdict.Status, verdict.Confidence, answer.Status);
        return new ReadVerdict(verdict, answer, joint, joint?.Over(verdict, answer!.Status, answer.Evidence) ?? verdict, Alone(verdict, answer));
    }

    /// <summary>Where the reader is silent it is counted as having found nothing. The ranking is that of the passages it was shown.</summary>
    private static Verdict Alone(Verdict verdict, GivenAnswer? answer)
    {
        if (answer is null) return verdict with { Status = CommitmentStatus.None, Evidence = [], Evidenced = 0 };
        var shown = answer.Task.Passages.Select(passage => verdict.Candidates.FirstOrDefault(candidate => candidate.Span == passage.Span) ?? new Candidate(passage.Span, passage.Quote, "", 0, []));
        return verdict with { Status = answer.Status, Evidence = answer.Evidence, Candidates = [.. shown], Evidenced = answer.Status == CommitmentStatus.None ? 0 : 1 };
    }

    private sealed record ReadVerdict(Verdict Machine, GivenAnswer? Answer, JointVerdict? Joint, Verdict Together, Verdict Alone);
}
