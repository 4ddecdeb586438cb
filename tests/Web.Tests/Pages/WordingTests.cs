using System.Text.RegularExpressions;
using Tracker.App.Reports;
using Tracker.Core.Domain;
using Tracker.Core.Intake;
using Tracker.Core.Pipeline.Match;
using Tracker.Core.Training;
using Tracker.Core.Training.Accuracy;
using Tracker.Data.Entities;
using Tracker.Web.Features.Method;
using Tracker.Web.Features.Overview;
using Tracker.Web.Features.Reports;
using Tracker.Web.Hosting;
using Tracker.Web.Language;

namespace Tracker.Web.Tests.Pages;

/// <summary>All words of the interface are data, complete in both languages.</summary>
public partial class WordingTests
{
    private static readonly IReadOnlyDictionary<string, string> Chinese = WordingFile.Read(Wording.Chinese);
    private static readonly IReadOnlyDictionary<string, string> English = WordingFile.Read(Wording.English);

    [Fact]
    public void Both_languages_have_the_same_keys_and_none_is_empty()
    {
        English.Keys.Order(StringComparer.Ordinal).ShouldBe(Chinese.Keys.Order(StringComparer.Ordinal));
        Chinese.Concat(English).Where(entry => string.IsNullOrWhiteSpace(entry.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_fill_in_the_same_values()
    {
        foreach (var (key, words) in Chinese)
            Places(English[key]).ShouldBe(Places(words), key);
    }

    [Theory]
    [InlineData(1, "1 commitment was found in the report. It can be compared once the report of 2026 is there.")]
    [InlineData(0, "0 commitments were found in the report. They can be compared once the report of 2026 is there.")]
    [InlineData(21, "21 commitments were found in the report. They can be compared once the report of 2026 is there.")]
    [InlineData("1", "1 commitment was found in the report. It can be compared once the report of 2026 is there.")]
    [InlineData("1,001", "1,001 commitments were found in the report. They can be compared once the report of 2026 is there.")]
    public void English_words_follow_their_number_also_where_it_is_written_out_already(object number, string said) =>
        Wording.For(Wording.English)["pair.awaiting", number, 2026].ShouldBe(said);

    [Fact]
    public void Other_formats_of_a_number_stay_what_they_are() => Wording.For(Wording.English)["date.day", 2026, 1, 9].ShouldBe("2026-01-09");

    [Fact]
    public void No_English_noun_stands_in_the_plural_alone_after_its_number() =>
        English.Where(entry => PluralAlone().IsMatch(entry.Value)).ShouldBeEmpty();

    [Fact]
    public void No_Chinese_is_left_in_the_English_words() =>
        English.Where(entry => entry.Key != "layout.otherLanguage" && Han().IsMatch(entry.Value)).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_a_page_names_is_there()
    {
        foreach (var path in Sources("*.cshtml").Concat(Sources("*.cs")))
            foreach (Match use in KeyUse().Matches(File.ReadAllText(path)))
                Chinese.ContainsKey(use.Groups[1].Value).ShouldBeTrue($"{Path.GetFileName(path)}: {use.Groups[1].Value}");
    }

    [Fact]
    public void Every_value_that_a_page_can_show_has_words()
    {
        string[] keys =
        [
            .. Keys<CommitmentStatus>("status"), .. Keys<CommitmentStatus>("method.status"), .. Keys<Specificity>("specificity"),
            .. Keys<Specificity>("method.specificity"), .. Keys<EvidenceRelation>("relation"), .. Keys<QuantityOutcome>("outcome"),
            .. Keys<ClaimZone>("zone"), .. Keys<IssueSeverity>("severity"), .. Keys<SectionKind>("sectionKind"), .. Keys<DocumentKind>("documentKind"),
            .. Keys<RunOutcome>("runOutcome"), .. Keys<RunCause>("runCause"), .. Keys<RunItemOutcome>("itemOutcome"), .. Keys<MisfireRule>("misfire"), .. Keys<JobOutcome>("jobOutcome"), .. Keys<ChangeKind>("changeKind"),
            .. Keys<SubscriptionScope>("digestScope"), .. Keys<DigestFrequency>("digestFrequency"), .. Keys<DigestLanguage>("digestLanguage"),
            .. Keys<MailState>("mailState"), .. Keys<MailState>("mailStateText"), .. Keys<MailKind>("mailKind"), .. Keys<ReaderState>("readerState"), .. Keys<DigestOffer>("digestOffer"), .. Keys<DigestOffer>("digestOfferText"),
            .. Keys<ChangeCause>("changeCause"), .. Keys<Sphere>("sphere"), .. Keys<PairState>("pairState"), .. Keys<TrendWord>("trend"), .. Keys<ReachKind>("chainReach").Where(key => key != "chainReach.same"), .. Keys<Strength>("chainVerb").Where(key => key != "chainVerb.same"), .. Keys<MatchFeature>("feature"), .. MethodModel.Figures.SelectMany(figure => new[] { "figure." + figure, "figureText." + figure }),
            .. Keys<DraftState>("draftState"), .. Keys<DraftOrigin>("draftOrigin"), .. Keys<Doubt>("doubt"), .. Keys<BodyLevel>("bodyLevel"), .. BodyKinds.All.Select(kind => "bodyKind." + kind),
            .. AccuracyTables.Families.SelectMany(family => new[] { "family." + family.Family, "familyText." + family.Family }), .. Keys<MistakeKind>("mistake"),
            .. ReportModel.Layers.SelectMany(layer => new[] { "layer." + layer, "layerNote." + layer }),
        ];
        keys.Where(key => !Chinese.ContainsKey(key)).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_holds_no_Chinese_of_its_own()
    {
        foreach (var path in Sources("*.cshtml"))
            Han().Matches(File.ReadAllText(path)).Select(match => match.Value).ShouldBeEmpty(Path.GetFileName(path));
    }

    private static IEnumerable<string> Keys<T>(string group) where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{group}.{Codes.Of(value)}");

    private static string[] Places(string words) => [.. Place().Matches(words).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(ContentRoot.Find(), "Features"), pattern, SearchOption.AllDirectories);

    /// <summary>A value, not a form that only follows one.</summary>
    [GeneratedRegex(@"\{\d(?![^}]*\|)")]
    private static partial Regex Place();

    /// <summary>“{0} years”, “{1} old backups”.</summary>
    [GeneratedRegex(@"\{\d\} (?:(?:given|old|expired|scheduled|human|reported|labelled|other|audit log) )?(?!was|holds|has|lies)[a-z]{2,}s\b")]
    private static partial Regex PluralAlone();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("""\b(?:W|words)\["([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+)"[\],]""")]
    private static partial Regex KeyUse();
}
