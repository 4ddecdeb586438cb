namespace Tracker.Core.Domain;

/// <summary>章节: a stretch of a report with one purpose. Sections form a tree; a child lies inside its parent's span.</summary>
/// <param name="Kind">What the stretch is for.</param>
/// <param name="Year">The year it reviews or plans; null where it is about none in particular.</param>
/// <param name="Heading">The heading's words without soft breaks; empty where a section has no heading of its own.</param>
/// <param name="Level">1 for 一、 and the like, 2 for （一）, 3 for 一是 and 1., 0 for a run that no heading opens.</param>
/// <param name="Span">From the heading's first character to the last character before the next section.</param>
public sealed record Section(
    SectionKind Kind, int? Year, string Heading, int Level, TextSpan Span, IReadOnlyList<Section> Children)
{
    public IEnumerable<Section> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}

/// <summary>The purposes that the genre's sections serve.</summary>
public enum SectionKind
{
    /// <summary>Title, date, presenter, salutation.</summary>
    Front,

    /// <summary>工作回顾: what was done in the year past.</summary>
    Review,

    /// <summary>任务部署: what is to be done in the year ahead.</summary>
    Plan,

    /// <summary>总体要求, 总体思路: the guideline that precedes the tasks.</summary>
    Guideline,

    /// <summary>体会: lessons.</summary>
    Lessons,

    /// <summary>差距和不足: shortcomings.</summary>
    Shortcomings,

    /// <summary>Closing appeal and thanks.</summary>
    Appeal,

    /// <summary>五年回顾: looks back over more than the year.</summary>
    FiveYearReview,

    /// <summary>五年规划: looks ahead over more than the year.</summary>
    FiveYearPlan,

    /// <summary>Anything else: captions, reporters' lines, annexes.</summary>
    Other,
}
