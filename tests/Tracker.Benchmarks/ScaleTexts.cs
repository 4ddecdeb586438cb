using System.Globalization;
using System.Text;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;

namespace Tracker.Benchmarks;

/// <summary>Reports as long as real ones, put together from the sentences of the seed reports, with what the method found in each of those.</summary>
internal sealed class ScaleTexts
{
    private readonly List<Promise> _promises = [];
    private readonly List<Line> _lines = [];
    private readonly PairResult _pair;

    public ScaleTexts()
    {
        var reports = Directory.GetFiles(Path.Combine(Seeds.Root(), "reports"), "*.txt").Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => ReportPipeline.Extract(File.ReadAllText(path)));
        _pair = ReportPipeline.Compare(reports["taiyuan-cppcc_2025"], reports["taiyuan-cppcc_2026"]);
        foreach (var report in reports.Values)
            foreach (var sentence in report.Commitments.GroupBy(commitment => commitment.Context).Where(group => group.All(c => group.Key.Contains(c.Span))))
                _promises.Add(new Promise(sentence.Key.Of(report.Source), [.. sentence.Select(c => Moved(c, -sentence.Key.Start))]));

        var review = _pair.Review.Sections.First(section => section.Kind == SectionKind.Review).Span;
        for (var start = review.Start; start < review.End;)
        {
            var end = _pair.Review.Source.IndexOf('\n', start, review.End - start) is >= 0 and var found ? found : review.End;
            if (end > start) _lines.Add(new Line(new TextSpan(start, end)));
            start = end + 1;
        }
    }

    /// <summary>A report, and what is found in it.</summary>
    /// <param name="Moves">Where each line of the seed's review stands here.</param>
    public sealed record Report(string Text, IReadOnlyList<Section> Sections, IReadOnlyList<Commitment> Commitments, IReadOnlyList<(TextSpan From, int To)> Moves)
    {
        /// <summary>Where a passage of the seed's review stands here; null where it ran over two lines.</summary>
        public TextSpan? Place(TextSpan span)
        {
            foreach (var (from, to) in Moves)
                if (from.Contains(span)) return new TextSpan(span.Start - from.Start + to, span.End - from.Start + to);
            return null;
        }
    }

    /// <param name="year">The year that it plans; it reviews the year before.</param>
    public Report Compose(string body, int year, int commitments, Random random)
    {
        var text = new StringBuilder($"关于{body}常务委员会工作的报告\n\n");
        var reviewStart = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"一、{year - 1}年工作回顾\n");
        var moves = new List<(TextSpan, int)>();
        foreach (var line in Shuffled(_lines, random))
        {
            moves.Add((line.Span, text.Length));
            text.Append(line.Span.Of(_pair.Review.Source)).Append('\n');
        }

        var planStart = text.Length;
        var found = new List<Commitment>();
        text.Append(CultureInfo.InvariantCulture, $"二、{year}年主要任务\n");
        while (found.Count < commitments)
        {
            var promise = _promises[random.Next(_promises.Count)];
            found.AddRange(promise.Commitments.Select((c, i) => Moved(c, text.Length) with { Id = $"{c.Id}-{found.Count + i}" }));
            text.Append(promise.Sentence).Append('\n');
        }

        IReadOnlyList<Section> sections =
        [
            new Section(SectionKind.Review, year - 1, $"一、{year - 1}年工作回顾", 1, new TextSpan(reviewStart, planStart), []),
            new Section(SectionKind.Plan, year, $"二、{year}年主要任务", 1, new TextSpan(planStart, text.Length), []),
        ];
        return new Report(text.ToString(), sections, found, moves);
    }

    /// <summary>What one of the seed pair's verdicts would be on this commitment and review.</summary>
    public Verdict Judge(Commitment commitment, Report review, Random random)
    {
        var verdict = _pair.Verdicts[random.Next(_pair.Verdicts.Count)];
        return verdict with
        {
            Commitment = commitment,
            Evidence = [.. verdict.Evidence.Where(e => review.Place(e.Span) is not null).Select(e => e with { Span = review.Place(e.Span)!.Value })],
            Candidates = [.. verdict.Candidates.Where(c => review.Place(c.Span) is not null).Select(c => c with { Span = review.Place(c.Span)!.Value })],
        };
    }

    public IEnumerable<Claim> Claims(Report review) => _pair.Claims.Select(use => use.Claim).Where(claim => review.Place(claim.Span) is not null && review.Place(claim.Context) is not null)
        .Select(claim => claim with { Span = review.Place(claim.Span)!.Value, Context = review.Place(claim.Context)!.Value });

    private static List<T> Shuffled<T>(List<T> items, Random random)
    {
        var copy = items.ToArray();
        random.Shuffle(copy);
        return [.. copy];
    }

    private static Commitment Moved(Commitment c, int by) => c with { Span = new TextSpan(c.Span.Start + by, c.Span.End + by), Context = new TextSpan(c.Context.Start + by, c.Context.End + by) };

    /// <param name="Commitments">Counted from the sentence's start.</param>
    private sealed record Promise(string Sentence, IReadOnlyList<Commitment> Commitments);

    private sealed record Line(TextSpan Span);
}
