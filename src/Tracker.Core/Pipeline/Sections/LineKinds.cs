using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// Walks through a report and says of each line which part it belongs to. A heading whose words say what it opens sets the kind; one whose
/// words say nothing keeps it, unless it stands beside a part that is over.
/// </summary>
internal sealed class LineKinds
{
    private const double LatestPlanOpening = .6;

    private readonly IReadOnlyList<NormalisedLine> lines;
    private readonly Dictionary<int, Heading> headingAt;
    private readonly bool plans;
    private readonly bool reviews;
    private readonly ReportYears years;
    private readonly SectionKind[] kinds;
    private SectionKind current = SectionKind.Front;
    private int rank = int.MaxValue;
    private bool planMayMix;
    private bool awaitsPlan;
    private int? planOpensAt;

    private LineKinds(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings, ReportYears years)
    {
        this.years = years;
        this.lines = lines;
        headingAt = headings.ToDictionary(heading => heading.Line);
        plans = headings.Any(heading => heading.Kind == SectionKind.Plan);
        reviews = headings.Any(heading => heading.Kind is SectionKind.Review or SectionKind.FiveYearReview);
        kinds = new SectionKind[lines.Count];
    }

    public static SectionKind[] Of(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings, ReportYears years)
    {
        var walk = new LineKinds(lines, headings, years);
        for (var i = 0; i < lines.Count; i++) walk.Visit(i);
        return walk.kinds;
    }

    private void Visit(int index)
    {
        var text = lines[index].Text;
        if (headingAt.TryGetValue(index, out var heading))
        {
            Enter(heading);
            if (heading.Length < text.Length) SetFrame(index, text[heading.Length..], false);
        }
        else if (current == SectionKind.Front)
        {
            if (text.Length > 30 && SectionVocabulary.FrontEnds.IsMatch(text.AsSpan(0, Math.Min(text.Length, 240)))) Set(SectionKind.Review, int.MaxValue - 1);
            SetFrame(index, text, true);
        }
        else
        {
            SetFrame(index, text, true);
        }

        kinds[index] = current;
    }

    private void SetFrame(int index, string text, bool mayOpenPlan)
    {
        if (mayOpenPlan && current is SectionKind.Review or SectionKind.FiveYearReview && (!plans || awaitsPlan) && OpensPlan(index, text))
        {
            Set(SectionKind.Plan, Math.Min(rank, HeadingReader.ChapterRank));
            awaitsPlan = false;
        }

        current = TimeFrame.After(current, text, planMayMix);
    }

    private void Enter(Heading heading)
    {
        if (heading.Kind is { } kind && Opens(heading, kind))
        {
            Set(kind, heading.Rank);
            planMayMix = kind is SectionKind.Plan or SectionKind.FiveYearPlan && SectionVocabulary.FiveYearsHeading.IsMatch(heading.Title) && YearMention.In(heading.Title).Count > 0;
            if (planMayMix) current = SectionKind.FiveYearPlan;
            awaitsPlan = kind == SectionKind.Review && SectionVocabulary.ReviewThenPlanHeading.IsMatch(heading.Title);
            return;
        }

        if (current == SectionKind.Front && heading.Rank is > 0 and <= HeadingReader.ParenthesisRank && !reviews)
        {
            Set(NeutralKind(heading), heading.Rank);
            return;
        }

        if (heading.Rank > rank) return;
        if (current is SectionKind.Lessons or SectionKind.Shortcomings) Set(SectionKind.Review, heading.Rank);
        else if (current == SectionKind.Guideline) Set(SectionKind.Plan, heading.Rank);
        else if (awaitsPlan) Set(SectionKind.Plan, heading.Rank);
        else if (current is SectionKind.Review or SectionKind.FiveYearReview && !plans && !PlanOpensAfter(heading)) Set(NeutralKind(heading), heading.Rank);
        else if (current == SectionKind.FiveYearPlan && !plans && NeutralKind(heading) == SectionKind.Plan) Set(SectionKind.Plan, heading.Rank);
        else if (current == SectionKind.Review && heading.Rank <= HeadingReader.ChapterRank && !PlanOpensAfter(heading) && Tense.Of(heading.Title, Body(heading)) > 1) Set(SectionKind.Plan, heading.Rank);
    }

    /// <summary>A word such as 回顾 or 安排 deep inside a part opens nothing.</summary>
    private bool Opens(Heading heading, SectionKind kind) => kind switch
    {
        SectionKind.Lessons or SectionKind.Shortcomings => current is not (SectionKind.Plan or SectionKind.Front),
        SectionKind.Review when current == SectionKind.Plan => heading.Rank < rank || heading.Title.Contains("回顾", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>What a part is whose heading does not say: its first paragraphs' frame, else its tense.</summary>
    private SectionKind NeutralKind(Heading heading)
    {
        var body = Body(heading).ToList();
        foreach (var line in body.Take(2))
        {
            var opening = line.Text.AsSpan(0, Math.Min(line.Text.Length, 60));
            if (SectionVocabulary.YearFrame.IsMatch(opening) && SectionVocabulary.LooksBack.IsMatch(opening)) return SectionKind.Review;
            if (SectionVocabulary.NextFiveYearsFrame.IsMatch(opening) && !SectionVocabulary.ThisYearFrame.IsMatch(opening)) return SectionKind.FiveYearPlan;
        }

        return Tense.Of(heading.Title, body) > 0 ? SectionKind.Plan : SectionKind.Review;
    }

    /// <summary>The lines up to the next heading that is no deeper.</summary>
    private IEnumerable<NormalisedLine> Body(Heading heading)
    {
        for (var i = heading.Line; i < lines.Count; i++)
        {
            if (i > heading.Line && headingAt.TryGetValue(i, out var other) && other.Rank <= heading.Rank) yield break;
            yield return lines[i];
        }
    }

    private bool OpensPlan(int index, string text)
    {
        var leads = text.Length < 120 && index + 1 < lines.Count && (SectionVocabulary.ThisYearFrame.IsMatch(text) || SectionVocabulary.Address.IsMatch(text));
        var opening = leads ? text + lines[index + 1].Text : text;
        opening = opening[..Math.Min(opening.Length, 400)];
        var named = YearMention.In(opening);
        if (named.Count > 0 && named.Max(mention => mention.Year) < years.Planned) return false;
        return SectionVocabulary.OpensPlan.IsMatch(opening) && !SectionVocabulary.LooksBack.IsMatch(opening.AsSpan(0, Math.Min(opening.Length, 60)));
    }

    /// <summary>Where a later paragraph opens the plan in so many words, a heading before it that says nothing does not.</summary>
    private bool PlanOpensAfter(Heading heading) => (planOpensAt ??= LastPlanOpening()) > heading.Line;

    /// <summary>Near the end such words look ahead to a following year, not to the one planned.</summary>
    private int LastPlanOpening()
    {
        var most = LatestPlanOpening * lines.Sum(line => (long)line.Text.Length);
        var read = 0L;
        var last = -1;
        for (var i = 0; i < lines.Count && read < most; i++)
        {
            if (OpensPlan(i, lines[i].Text)) last = i;
            read += lines[i].Text.Length;
        }

        return last;
    }

    private void Set(SectionKind kind, int newRank)
    {
        current = kind;
        rank = newRank;
        planMayMix = false;
    }
}
