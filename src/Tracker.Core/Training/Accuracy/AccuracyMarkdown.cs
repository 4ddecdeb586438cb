using System.Globalization;
using System.Text;
using Tracker.Core.Domain;

namespace Tracker.Core.Training.Accuracy;

/// <summary>The figures as the README prints them, between two marks.</summary>
public static class AccuracyMarkdown
{
    public const string Begin = "<!-- figures: written by ./accuracy.sh -->";
    public const string End = "<!-- /figures -->";

    /// <summary>How many kinds of mistakes are shown with an example; the page shows all.</summary>
    private const int WithExample = 4;

    private static readonly string[] Stages = ["first", "next", "last"];
    private static readonly string[] Figures = ["commitment_f1", "map5", "evidence_f1", "status_macro_f1", "status_qwk", "end_to_end_f1", "brier", "rate_error"];
    private static readonly string[] AblationFigures = ["map5", "evidence_f1", "status_macro_f1", "end_to_end_f1", "brier"];

    /// <summary>The README with these figures in place of those between the marks.</summary>
    /// <exception cref="InvalidDataException">The text has no such marks.</exception>
    public static string Into(string readme, AccuracyRecord record)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidDataException($"The text has no lines {Begin} and {End}, in this order.");
        return readme[..(begin + Begin.Length)] + "\n" + Of(record) + readme[end..];
    }

    public static string Of(AccuracyRecord record)
    {
        var text = new StringBuilder();
        AppendTable(text, "", Figures, Rows(record));
        text.Append('\n');
        if (record.Ablation.Count > 0)
        {
            text.Append("What each family of inputs is worth, as means over the first set without it:\n\n");
            AppendTable(text, "without", AblationFigures, record.Ablation.Select(family => (Name(family.Key), AblationFigures.Select(figure => Score(family.Value[figure]))))
                .Prepend(("(with all)", AblationFigures.Select(figure => Score(record.Sets[0].Mean(figure))))));
            text.Append('\n');
        }

        AppendReliability(text, record);
        text.Append("\nWhere it goes wrong, over all ").Append(record.Sets.Sum(set => set.Pairs.Count)).Append(" pairs:\n\n");
        var mistakes = record.Mistakes.Where(mistake => mistake.Commitments > 0).OrderByDescending(mistake => mistake.Commitments).ToList();
        foreach (var mistake in mistakes.Take(WithExample))
            text.Append("- ").Append(Sentence(mistake.Kind)).Append(Invariant($" ({mistake.Commitments} commitments).")).Append(Example(mistake.Example)).Append('\n');
        if (mistakes.Count > WithExample)
            text.Append("- Less often: ").AppendJoin("; ", mistakes.Skip(WithExample).Select(mistake => Invariant($"{LowerFirst(Sentence(mistake.Kind))} ({mistake.Commitments})"))).Append(".\n");
        return text.ToString();
    }

    private static IEnumerable<(string Head, IEnumerable<string> Cells)> Rows(AccuracyRecord record)
    {
        foreach (var (set, k) in record.Sets.Select((set, k) => (set, k)))
        {
            var name = Invariant($"{set.Pairs.Count} pairs labelled {Stages[k]}");
            yield return ($"{name}: Tracker, mean", Figures.Select(figure => $"**{Score(set.Mean(figure))}**"));
            yield return ("lowest–highest", Figures.Select(figure => $"{Score(set.Range(figure).Lowest)}–{Score(set.Range(figure).Highest)}"));
            yield return ("plain baseline, mean", Figures.Select(figure => Score(set.BaselineMean(figure))));
        }

        yield return ("two annotators against each other, of the first", Figures.Select(figure =>
            AnnotatorAgreement.Of(figure) is { } range ? $"{Score(range.Lowest)}–{Score(range.Highest)}" : "—"));
    }

    private static void AppendReliability(StringBuilder text, AccuracyRecord record)
    {
        var bands = Reliability.Together(record.Sets.Select(set => set.Reliability));
        var furthest = bands.Max(band => Math.Abs(band.Stated - band.Seen));
        text.Append(Invariant($"The stated probability that a review reports on a commitment is off by at most {furthest:F2} in any tenth of the scale, over all pairs. "));
        var sure = record.Sets.Select(set => set.SurestShare()).ToList();
        text.Append(Invariant($"On the {MeasuredSet.Surest:P0} of the commitments of which it is surest the status is right in {Listed(sure)}. "));
        text.Append(Invariant($"Of {record.Sets.Sum(set => set.Pairs.Sum(pair => pair.Statuses.Values.Sum()))} labelled commitments, named, specific and general are told apart as the annotators do in {Listed(record.Sets.Select(set => set.SpecificityAgreement()))}.\n"));
    }

    private static void AppendTable(StringBuilder text, string corner, string[] columns, IEnumerable<(string Head, IEnumerable<string> Cells)> rows)
    {
        text.Append("| ").Append(corner).Append(" | ").AppendJoin(" | ", columns).Append(" |\n|---").Insert(text.Length, "|---", columns.Length).Append("|\n");
        foreach (var (head, cells) in rows) text.Append("| ").Append(head).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static string Example(MistakeExample? example) => example is null
        ? ""
        : $" 计划：{example.Commitment} → 回顾：{example.Answer ?? "（未提及）"} → {Word(example.LabelledStatus)}; Tracker: {Word(example.TrackerStatus)}{(example.Shown is null ? "" : "，" + example.Shown)}";

    private static string Word(CommitmentStatus status) => status switch
    {
        CommitmentStatus.None => "未见回应",
        CommitmentStatus.Partial => "部分落实",
        CommitmentStatus.Fulfilled => "已落实",
        CommitmentStatus.Contradicted => "明确未完成",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown status"),
    };

    private static string Sentence(MistakeKind kind) => kind switch
    {
        MistakeKind.OtherWords => "Answered in other words, and no answer seen",
        MistakeKind.Overlooked => "Answered in much the same words, and no answer seen",
        MistakeKind.SharedTheme => "A shared theme taken for an answer",
        MistakeKind.PartForWhole => "A part taken for the whole",
        MistakeKind.WholeForPart => "The whole taken for a part",
        MistakeKind.Contradiction => "What was not done, or seems so, judged otherwise",
        MistakeKind.WrongSpan => "The right status from a wrong span",
        MistakeKind.FurtherSpans => "The right status with some of several answering spans missed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind"),
    };

    private static string Name(string family) => family switch
    {
        "directions" => "word vectors",
        "words" => "shared words",
        "characters" => "shared characters",
        "answers" => "what answers look like",
        "concepts" => "shared concepts of the thesaurus",
        "surroundings" => "neighbouring commitments and sentences",
        "zones" => "where in the review a clause stands",
        "competition" => "competition between commitments",
        "commitment" => "the commitment's own nature",
        _ => family,
    };

    private static string LowerFirst(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string Listed(IEnumerable<double> shares)
    {
        string[] words = [.. shares.Select(share => share.ToString("P0", CultureInfo.InvariantCulture))];
        return words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }

    private static string Score(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
