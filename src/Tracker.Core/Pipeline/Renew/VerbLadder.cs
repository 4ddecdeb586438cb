using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Extract.Clauses;
using Tracker.Core.Pipeline.Extract.Vocabulary;
using Tracker.Core.Pipeline.Match;

namespace Tracker.Core.Pipeline.Renew;

/// <summary>Holds the verbs of two plans against each other on the ladder 完成 4, 制定 3, 推进 2, 探索 1.</summary>
internal static class VerbLadder
{
    private const int Done = 4;
    private const int Deliver = 3;
    private const int Advance = 2;

    private static readonly IReadOnlyList<string> Completions = [.. Lexicon.Default.VerbLists.Where(list => list.Strength == Done)
        .SelectMany(list => list.Words).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

    public static VerbChange Compare(Promise earlier, Promise later)
    {
        var (before, after) = (Strongest(earlier), Strongest(later));
        return new VerbChange(before.Verb, after.Verb, Change(before, earlier.Text, after, later.Text));
    }

    private static Strength Change((string Verb, int Rung) before, string earlier, (string Verb, int Rung) after, string later)
    {
        if (before.Rung == 0 || after.Rung == 0 || before.Rung == after.Rung) return Strength.Same;
        var isStronger = after.Rung > before.Rung;
        var (higher, lower, lowerText) = isStronger ? (after, before, earlier) : (before, after, later);

        // 建设… beside 推进…建设: the same deed, once as the verb and once as what is pushed.
        if (lowerText.Contains(higher.Verb, StringComparison.Ordinal)) return Strength.Same;
        if (higher.Rung >= Deliver && MatchVocabulary.Shared.UpkeepVerbs.Words.Any(word => lower.Verb.EndsWith(word, StringComparison.Ordinal))) return Strength.Same;
        if (!isStronger && MatchVocabulary.Shared.StartVerbs.Contains(before.Verb) && after.Rung == Advance) return Strength.Same;
        return isStronger ? Strength.Stronger : Strength.Weaker;
    }

    /// <summary>推动…建成通车 promises the completion that it ends in, whatever verb it opens with.</summary>
    private static (string Verb, int Rung) Strongest(Promise promise)
    {
        // The action of a quoted topic stands in the words around it.
        var text = promise.Commitment.Frame.Length > 0 ? promise.Commitment.Frame : promise.Text;
        var head = ClauseHead.Of(text);
        var completion = Completions.FirstOrDefault(word => text.EndsWith(word, StringComparison.Ordinal));
        if (completion is not null) return (completion, Done);
        var own = (head.Verb, Rung: Lexicon.Default.StrengthOf(head.Verb));
        var inner = (head.InnerVerb, Rung: Lexicon.Default.StrengthOf(head.InnerVerb));
        return inner.Rung > own.Rung ? inner : own;
    }
}
