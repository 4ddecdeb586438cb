using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>
/// Walks through a report and says of each line which part it belongs to. A heading whose words say what it opens sets the kind; one whose
/// words say nothing keeps it, unless it stands beside a part that is over.
/// </summary>
internal sealed class LineKinds
{
    private const double SurelyAhead = 2;
    private const double LeastAhead = 1;
    private const int LongPart = 800;

    private readonly IReadOnlyList<NormalisedLine> lines;
    private readonly Dictionary<int, Heading> headingAt;
    private readonly bool plans;
    private readonly bool reviews;
    private readonly int lastPlanHeading;
    private readonly ReportYears years;
    private readonly PlanOpenings openings;
    private readonly SectionKind[] kinds;
    private SectionKind current = SectionKind.Front;
    private int rank = int.MaxValue;
    private bool planMayMix;
    private bool looksBothWays;
    private bool awaitsPlan;
    private bool shortcomingsSaid;
    private int? planOpensAt;

    private LineKinds(IReadOnlyList<NormalisedLine> lines, IReadOnlyList<Heading> headings, ReportYears years)
    {
        this.years = years;
        openings = new PlanOpenings(lines, years);
        this.lines = lines;
        headingAt = headings.ToDictionary(heading => heading.Line);
        plans = headings.Any(heading => heading.Kind == SectionKind.Plan);
        lastPlanHeading = headings.Where(heading => heading is { Kind: SectionKind.Plan, Rank: <= HeadingReader.ChapterRank }).Select(heading => heading.Line).DefaultIfEmpty(-1).Max();
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
        var falls = SectionVocabulary.Shortcomings.IsMatch(PlanOpenings.Opening(text));
        shortcomingsSaid = current is SectionKind.Review or SectionKind.FiveYearReview && (falls || (shortcomingsSaid && !TimeFrame.Opens(text)));
    }

    private void SetFrame(int index, string text, bool mayOpenPlan)
    {
        if (mayOpenPlan && current is SectionKind.Review or SectionKind.FiveYearReview && (!plans || awaitsPlan) && (openings.OpensYear(index, text) || openings.NamesPlannedYear(text)))
        {
            Set(SectionKind.Plan, Math.Min(rank, HeadingReader.ChapterRank));
            awaitsPlan = false;
        }
        else if (mayOpenPlan && current == SectionKind.FiveYearPlan && !planMayMix && !PlanFollows(index) && openings.NamesPlannedYear(text))
        {
            Set(SectionKind.Plan, Math.Min(rank, HeadingReader.ChapterRank));
        }
        else if (mayOpenPlan && current is SectionKind.Review or SectionKind.FiveYearReview && (openings.OpensFiveYears(text) || (looksBothWays && openings.NamesPeriodAhead(text))))
        {
            Set(SectionKind.FiveYearPlan, Math.Min(rank, HeadingReader.ChapterRank));
        }

        current = TimeFrame.After(current, text, planMayMix);
    }

    private void Enter(Heading heading)
    {
        if (heading.Kind is { } kind && Opens(heading, kind))
        {
            Set(kind, heading.Rank);
            planMayMix = kind is SectionKind.Plan or SectionKind.FiveYearPlan && SectionVocabulary.FiveYearsHeading.IsMatch(heading.Title) && years.OwnIn(heading.Title).Count > 0;
            if (planMayMix) current = SectionKind.FiveYearPlan;
            var periods = FiveYearPeriod.In(heading.Title);
            looksBothWays = periods.Any(period => period.Last <= years.Reviewed) && periods.Any(period => period.First >= years.Planned);
            awaitsPlan = kind == SectionKind.Review && SectionVocabulary.ReviewThenPlanHeading.IsMatch(heading.Title);
            return;
        }

        if (current == SectionKind.Front && heading.Rank is > 0 and <= HeadingReader.ParenthesisRank && !reviews)
        {
            Set(NeutralKind(heading), heading.Rank);
            return;
        }

        if (TurnsAhead(heading))
        {
            Set(KindAhead(heading), Math.Min(rank, heading.Rank));
            return;
        }

        if (heading.Rank > rank) return;
        if (current is SectionKind.Lessons or SectionKind.Shortcomings) Set(SectionKind.Review, heading.Rank);
        else if (current == SectionKind.Guideline) Set(SectionKind.Plan, heading.Rank);
        else if (awaitsPlan) Set(SectionKind.Plan, heading.Rank);
        else if (current is SectionKind.Review or SectionKind.FiveYearReview && !plans && !PlanOpensAfter(heading)) Set(NeutralKind(heading), heading.Rank);
        else if (current == SectionKind.FiveYearPlan && !plans && SpeaksOfPlannedYear(heading) && NeutralKind(heading) == SectionKind.Plan) Set(SectionKind.Plan, heading.Rank);
        else if (current == SectionKind.Review && heading.Rank <= HeadingReader.ChapterRank && !PlanOpensAfter(heading) && Tense.Of(heading.Title, Body(heading)) > LeastAhead) Set(SectionKind.Plan, heading.Rank);
    }

    /// <summary>A word such as 回顾 or 安排 deep inside a part opens nothing.</summary>
    private bool Opens(Heading heading, SectionKind kind) => kind switch
    {
        SectionKind.Lessons or SectionKind.Shortcomings => current is not (SectionKind.Plan or SectionKind.Front),
        SectionKind.Review when current == SectionKind.Plan => heading.Rank < rank || heading.Title.Contains("回顾", StringComparison.Ordinal),
        _ => true,
    };

    /// <summary>A review ends with what fell short. What follows under a heading that says nothing is told by its tense, also where the part's own heading is lost.</summary>
    private bool TurnsAhead(Heading heading)
    {
        if (current is not (SectionKind.Review or SectionKind.FiveYearReview) || heading.Rank > HeadingReader.ParenthesisRank) return false;
        var isPart = heading.Rank <= HeadingReader.ChapterRank && heading.Rank <= rank;
        if (!shortcomingsSaid && !(isPart && Body(heading).Sum(line => line.Text.Length) > LongPart)) return false;
        if (Tense.Of("", Body(heading)) <= SurelyAhead) return false;
        if (isPart) return current == SectionKind.FiveYearReview || PlanOpensAfter(heading);
        return heading.Rank <= HeadingReader.ChapterRank || Tense.Of("", Row(heading)) > SurelyAhead;
    }

    /// <summary>An outlook before the year's own plan is that of five years, or it is a guideline.</summary>
    private SectionKind KindAhead(Heading heading)
    {
        var last = heading.Line + Body(heading).Count() - 1;
        if (!PlanFollows(last) && PlanOpensAt <= last) return SectionKind.Plan;
        var five = SectionVocabulary.FiveYearsHeading.IsMatch(heading.Title)
            || Body(heading).Take(4).Any(line => SectionVocabulary.OpensFiveYearPlan.IsMatch(line.Text) || SectionVocabulary.NextFiveYearsFrame.IsMatch(line.Text));
        return five ? SectionKind.FiveYearPlan : SectionKind.Guideline;
    }

    /// <summary>What follows a five-year plan under a heading that names no time is the year's only where it says so; else it is about the five years too.</summary>
    private bool SpeaksOfPlannedYear(Heading heading) =>
        !SectionVocabulary.SelfBuildingHeading.IsMatch(heading.Title)
            && Body(heading).Take(4).Any(line => SectionVocabulary.ThisYearFrame.IsMatch(line.Text) || YearMention.In(line.Text).Any(mention => mention.Year == years.Planned));

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

        var tense = heading.Number.Style == NumberStyle.Parenthesised ? Tense.Of("", Row(heading)) : Tense.Of(heading.Title, body);
        return tense > LeastAhead ? SectionKind.Plan : SectionKind.Review;
    }

    /// <summary>
    /// The lines of （一） and of what is numbered on from it: parts that have lost their headings are told apart by such rows. Of the last in
    /// the row its own line alone counts, for the next part may begin behind it.
    /// </summary>
    private IEnumerable<NormalisedLine> Row(Heading heading)
    {
        var last = heading.Line;
        var end = heading.Line + 1;
        for (; end < lines.Count; end++)
        {
            if (!headingAt.TryGetValue(end, out var other) || other.Rank > heading.Rank) continue;
            if (other.Rank < heading.Rank || other.Number.Value <= heading.Number.Value) break;
            last = end;
        }

        return lines.Skip(heading.Line).Take((last > heading.Line ? last + 1 : end) - heading.Line);
    }

    /// <summary>Whether a later heading opens the year's plan in so many words.</summary>
    private bool PlanFollows(int index) => lastPlanHeading > index;

    /// <summary>The lines up to the next heading that is no deeper.</summary>
    private IEnumerable<NormalisedLine> Body(Heading heading)
    {
        for (var i = heading.Line; i < lines.Count; i++)
        {
            if (i > heading.Line && headingAt.TryGetValue(i, out var other) && other.Rank <= heading.Rank) yield break;
            yield return lines[i];
        }
    }

    /// <summary>Where a later paragraph opens the plan in so many words, a heading before it that says nothing does not.</summary>
    private bool PlanOpensAfter(Heading heading) => PlanOpensAt > heading.Line;

    private int PlanOpensAt => planOpensAt ??= openings.Last();

    private void Set(SectionKind kind, int newRank)
    {
        current = kind;
        rank = newRank;
        planMayMix = false;
        looksBothWays = false;
    }
}
