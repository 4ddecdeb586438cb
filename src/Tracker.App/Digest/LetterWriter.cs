using System.Runtime.CompilerServices;
using Tracker.App.Mail;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;

namespace Tracker.App.Digest;

/// <summary>Says in words what was chosen.</summary>
/// <param name="site">Address of the site, without a slash at the end.</param>
/// <param name="names">What a rule's value is called, where its value is an id.</param>
public sealed class LetterWriter(string site, DigestLanguage language, Func<DigestRule, string?> names)
{
    private const int LongestQuote = 120;
    private const int LongestSubject = 78;
    private const int MostEntries = 8;
    private static readonly CommitmentStatus[] BarOrder = [CommitmentStatus.Fulfilled, CommitmentStatus.Partial, CommitmentStatus.None, CommitmentStatus.Contradicted];
    private readonly DigestWords _words = DigestWords.In(language);
    private readonly ConditionalWeakTable<DigestItem, LetterEntry> _entries = [];

    public Letter Write(DigestChoice choice)
    {
        var first = choice.First;
        var told = first.Select(item => item.Keys[0]).ToHashSet(StringComparer.Ordinal);
        var rest = choice.Items.Where(item => !told.Contains(item.Keys[0])).ToList();
        List<LetterSection?> sections =
        [
            Section(_words.MattersMost, first.Any(IsSilence) ? _words.SilenceMeans : "", [.. first.Select(Entry)], choice.Items),
            Section(_words.NewReports, "", [.. ByPair(choice, DigestItemKind.Answer).Select(pair => Report(choice, pair))], choice.Items),
            Of(rest, _words.Flips, "", item => item.Kind is DigestItemKind.Flip or DigestItemKind.Gone && !IsSilence(item)),
            Of(rest, _words.Silent, first.Any(IsSilence) ? "" : _words.SilenceMeans, item => IsSilence(item) || item is { Kind: DigestItemKind.Answer, To: CommitmentStatus.Contradicted }),
            Of(rest, _words.Decisions, "", item => item.Kind is DigestItemKind.Decision),
            Of(rest, _words.ForAuditors, "", item => item.Kind is DigestItemKind.Stale or DigestItemKind.Disputed),
            Section(_words.NewPlans, "", [.. ByPair(choice, DigestItemKind.Promise).Select(Plan)], choice.Items),
            Section(_words.ThisWeek, "", [.. Coming(choice)], choice.Items),
        ];
        var title = choice.Period.Frequency == DigestFrequency.Monthly ? _words.Monthly : _words.Weekly;
        return new Letter(
            language, PlainLine.Of(Subject(choice), LongestSubject), title, _words.Dates(choice.Period), string.Join(_words.Separator, News(choice, all: true)) + _words.Stop,
            [.. sections.OfType<LetterSection>()], [.. choice.Rules.Select(NameOf)], site);
    }

    /// <summary>The same news one by one, each under an id that it keeps: for programs that collect them. What is merely awaited is no news.</summary>
    public IReadOnlyList<FeedEntry> Entries(DigestChoice choice) =>
    [
        .. ByPair(choice, DigestItemKind.Answer).Select(pair => Group(choice, pair, Report(choice, pair))),
        .. ByPair(choice, DigestItemKind.Promise).Select(pair => Group(choice, pair, Plan(pair))),
        .. choice.Items.Where(item => item.Kind is not (DigestItemKind.Answer or DigestItemKind.Promise) || IsSilence(item) || item is { Kind: DigestItemKind.Answer, To: CommitmentStatus.Contradicted })
            .Select(item => new FeedEntry(item.Keys[0], item.At, Entry(item))),
    ];

    private static FeedEntry Group(DigestChoice choice, IGrouping<string, DigestItem> pair, LetterEntry entry) =>
        new($"{choice.Period.Key}:{pair.First().Kind}:{pair.Key}", pair.Max(item => item.At), entry);

    private string Subject(DigestChoice choice)
    {
        var bodies = choice.Items.Select(item => item.Pair.BodyName).Distinct(StringComparer.Ordinal).ToList();
        var colon = language == DigestLanguage.Chinese ? "：" : ": ";
        var who = (bodies.Count == 1 ? bodies[0] : _words.Several(bodies[0], bodies.Count)) + colon;
        var news = News(choice, all: false).Take(2).ToList();
        var whole = who + string.Join(_words.Separator, news);
        return whole.Length <= LongestSubject ? whole : who + news[0];
    }

    private IEnumerable<string> News(DigestChoice choice, bool all)
    {
        int Count(Func<DigestItem, bool> isMeant) => choice.Items.Count(isMeant);
        var flips = Count(item => item.Kind == DigestItemKind.Flip);
        if (flips > 0) yield return _words.FlippedShort(flips);
        var answers = choice.Items.Where(item => item.Kind == DigestItemKind.Answer).ToList();
        foreach (var year in answers.GroupBy(item => item.Pair.Year).OrderByDescending(year => year.Key).Take(all ? 3 : 1))
        {
            yield return _words.AnsweredShort(year.Key, year.Count(item => item.To is not (CommitmentStatus.None or null)), year.Count());
        }

        var silent = Count(item => item.To == CommitmentStatus.None && item.Kind is DigestItemKind.Flip or DigestItemKind.Answer && IsSilence(item));
        if (all && silent > 0) yield return _words.SilentShort(silent);
        foreach (var year in choice.Items.Where(item => item.Kind == DigestItemKind.Promise).GroupBy(item => item.Pair.Year).OrderByDescending(year => year.Key).Take(all ? 3 : 1))
        {
            yield return _words.PromisedShort(year.Key, year.Count());
        }

        if (Count(item => item.Kind == DigestItemKind.Decision) is > 0 and var decided) yield return _words.DecidedShort(decided);
        if (Count(item => item.Kind is DigestItemKind.Stale or DigestItemKind.Disputed) is > 0 and var waiting) yield return _words.ToAffirmShort(waiting);
        if (Count(item => item.Kind is DigestItemKind.Gone) is > 0 and var gone) yield return _words.OtherNewsShort(gone);
    }

    private LetterSection? Of(IReadOnlyList<DigestItem> items, string title, string note, Func<DigestItem, bool> isMeant) =>
        items.Where(isMeant).ToList() is var meant ? Section(title, note, [.. meant.Take(MostEntries).Select(Entry)], meant, meant.Count) : null;

    private LetterSection? Section(string title, string note, IReadOnlyList<LetterEntry> entries, IReadOnlyList<DigestItem> about, int? count = null)
    {
        if (entries.Count == 0) return null;
        var left = (count ?? entries.Count) - MostEntries;
        if (left <= 0) return new LetterSection(title, note, entries, "", "");
        var pair = about[0].Pair.Id;
        return new LetterSection(
            title, note, [.. entries.Take(MostEntries)], _words.More(left),
            about.All(item => item.Pair.Id == pair) ? $"{site}/pairs/{Uri.EscapeDataString(pair)}" : site + "/commitments");
    }

    private static IEnumerable<IGrouping<string, DigestItem>> ByPair(DigestChoice choice, DigestItemKind kind) =>
        choice.Items.Where(item => item.Kind == kind).GroupBy(item => item.Pair.Id, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>A new report as a whole: what it answers of what was asked for.</summary>
    private LetterEntry Report(DigestChoice choice, IGrouping<string, DigestItem> pair)
    {
        var facts = pair.First().Pair;
        var answered = pair.Count(item => item.To is not (CommitmentStatus.None or null));
        var chart = BarOrder.Select(status => (status, _words.Status(status), pair.Count(item => item.To == status))).Where(part => part.Item3 > 0).ToList();
        return new LetterEntry(
            _words.BodyYear(facts), _words.Answered(answered, pair.Count(), choice.Rules.Any(rule => rule.CoversBody(facts))), false, null, null, Named([.. pair]), "", "",
            $"{site}/pairs/{Uri.EscapeDataString(pair.Key)}", chart);
    }

    private string Named(IReadOnlyList<DigestItem> items)
    {
        var named = items.Where(item => item.Specificity == Specificity.Named).ToList();
        return named.Count == 0 ? "" : language == DigestLanguage.Chinese
            ? FormattableString.Invariant($"其中有名有数的 {named.Count} 项，答复了 {named.Count(item => item.To is not (CommitmentStatus.None or null))} 项")
            : FormattableString.Invariant($"of the {named.Count} named or numbered ones {named.Count(item => item.To is not (CommitmentStatus.None or null))}");
    }

    private LetterEntry Plan(IGrouping<string, DigestItem> pair) =>
        Plain(_words.BodyYear(pair.First().Pair), _words.Promised(pair.Count()), $"{site}/pairs/{Uri.EscapeDataString(pair.Key)}");

    private IEnumerable<LetterEntry> Coming(DigestChoice choice)
    {
        foreach (var expected in choice.Expected)
        {
            yield return Plain(_words.BodyYear(expected.Pair), _words.Expected(expected.Around), $"{site}/bodies/{Uri.EscapeDataString(expected.Pair.BodyId)}");
        }

        if (choice.Pending > 0) yield return Plain("", _words.Pending(choice.Pending), site + "/runs");
    }

    private static LetterEntry Plain(string kicker, string headline, string address) => new(kicker, headline, false, null, null, "", "", "", address, []);

    private LetterEntry Entry(DigestItem item) => _entries.GetValue(item, Written);

    private LetterEntry Written(DigestItem item)
    {
        var hasVerdict = item.Kind is DigestItemKind.Flip or DigestItemKind.Answer;
        return new LetterEntry(
            PlainLine.Of(_words.BodyYear(item.Pair), 80), PlainLine.Of(item.Quote, LongestQuote), true,
            item.Kind == DigestItemKind.Flip ? Shown(item.From) : null, hasVerdict ? Shown(item.To) : null,
            Why(item), hasVerdict || item.Kind == DigestItemKind.Decision ? PlainLine.Of(item.Evidence, LongestQuote) : "", PlainLine.Of(ReasonOf(item), LongestQuote),
            item.CommitmentId.Length > 0 && item.Specificity is not null ? $"{site}/commitments/{Uri.EscapeDataString(item.CommitmentId)}" : $"{site}/pairs/{Uri.EscapeDataString(item.Pair.Id)}", []);
    }

    /// <summary>What a person wrote stands as it is; why a decision lost its place is worded by the program, and in Chinese alone.</summary>
    private string ReasonOf(DigestItem item) => item.Kind == DigestItemKind.Stale && !_words.SaysWhyStale ? "" : item.Reason;

    /// <summary>Why it is told, and told here: how far it can be checked, what changed, by what, and how certain that is.</summary>
    private string Why(DigestItem item)
    {
        var what = item.Kind switch
        {
            DigestItemKind.Flip => _words.Moved(Word(item.From), Word(item.To)),
            DigestItemKind.Answer => _words.FirstVerdict(Word(item.To)),
            DigestItemKind.Gone => _words.Gone,
            DigestItemKind.Decision => _words.Decision(item.Decision ?? DecisionKind.Confirm) + (item.To is { } to ? $" {DigestWords.Quoted(_words.Status(to))}" : ""),
            DigestItemKind.Stale => _words.Stale,
            DigestItemKind.Disputed => _words.Disputed(Word(item.From), Word(item.To)),
            DigestItemKind.Promise => _words.Awaited,
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Kind, "Unknown kind."),
        };
        string[] parts =
        [
            item.Specificity is { } specificity ? _words.Specificity(specificity) : "", what,
            item.Kind is DigestItemKind.Answer or DigestItemKind.Disputed ? "" : _words.Cause(item.Cause, PlainLine.Of(_words.Signed(item.SignedAs), 40)),
            item.Certainty is { } certainty ? _words.Certainty(certainty) : "",
        ];
        return string.Join(_words.Separator, parts.Where(part => part.Length > 0));
    }

    private string NameOf(DigestRule rule) => PlainLine.Of(
        _words.Rule(rule, rule.Scope == SubscriptionScope.Status && Enum.TryParse<CommitmentStatus>(rule.Value, ignoreCase: true, out var status) ? _words.Status(status) : PlainLine.Of(names(rule) ?? rule.Value, 40)), 80);

    private LetterStatus Shown(CommitmentStatus? status) => new(status, Word(status));

    private string Word(CommitmentStatus? status) => status is { } known ? _words.Status(known) : _words.Awaited;

    private static bool IsSilence(DigestItem item) => item is { Kind: DigestItemKind.Flip or DigestItemKind.Answer, To: CommitmentStatus.None };
}
