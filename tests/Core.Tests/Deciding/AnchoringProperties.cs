using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline.Normalise;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Deciding;

/// <summary>
/// A thousand rounds: a random quotation of a real report is anchored, the report is edited at random, and the anchor is found
/// again. Each sentence carries its number through the edits, so that landing on another sentence is seen for what it is.
/// </summary>
public class AnchoringProperties
{
    private const int Rounds = 1000;

    [Fact]
    public void No_anchor_lands_on_another_sentence_whatever_is_edited()
    {
        var random = new Random(20261121);
        var sentences = Normaliser.Normalise(Repository.Seed("taiyuan-cppcc_2025")).Lines
            .SelectMany(line => line.Text.Split('。', StringSplitOptions.RemoveEmptyEntries)).Where(text => text.Length >= 12)
            .Select((text, number) => (Number: number, Text: text + "。")).ToList();
        var fates = new Dictionary<AnchorFate, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var victim = sentences[random.Next(sentences.Count)];
            var from = random.Next(victim.Text.Length - 9);
            var length = random.Next(8, Math.Min(40, victim.Text.Length - from));
            var older = Join(sentences);
            var start = older.Starts[victim.Number] + from;
            var anchor = AnchorText.Of(older.Text, []).Anchor(new TextSpan(start, start + length));

            var edited = sentences;
            for (var edits = random.Next(1, 4); edits > 0; edits--) edited = Edit(edited, victim.Number, random);
            var newer = Join(edited);
            var placement = Anchoring.Place(anchor, AnchorText.Of(newer.Text, []));
            fates[placement.Fate] = fates.GetValueOrDefault(placement.Fate) + 1;

            (placement.Span is null).ShouldBe(placement.Fate == AnchorFate.Orphaned);
            if (placement.Span is not { } span) continue;
            var landed = edited[newer.SentenceAt(span.Start)];
            // Stock phrases stand in several sentences to the letter; sentences with the same words are one and the same to a reader.
            (landed.Number == victim.Number || Same(landed.Text, sentences[victim.Number].Text)).ShouldBeTrue(
                $"round {round}: '{anchor.Quote}' of '{victim.Text}' landed on '{landed.Text}' as {placement.Fate}");
            if (placement.Fate is AnchorFate.Kept or AnchorFate.Reanchored)
                Spelled(span.Of(newer.Text)).ShouldBe(anchor.Quote, "only words that did not change are placed without asking");
        }

        // The test would say nothing if everything were orphaned, or nothing ever changed.
        fates.GetValueOrDefault(AnchorFate.Kept).ShouldBeGreaterThan(Rounds / 10);
        fates.GetValueOrDefault(AnchorFate.Reanchored).ShouldBeGreaterThan(Rounds / 50);
        fates.GetValueOrDefault(AnchorFate.Stale).ShouldBeGreaterThan(Rounds / 50);
        fates.GetValueOrDefault(AnchorFate.Orphaned).ShouldBeGreaterThan(Rounds / 50);
    }

    private static List<(int Number, string Text)> Edit(List<(int Number, string Text)> sentences, int victim, Random random)
    {
        var edited = sentences.ToList();
        var target = random.Next(3) > 0 ? edited.FindIndex(item => item.Number == victim) : random.Next(edited.Count);
        if (target < 0) return edited;
        var (number, text) = edited[target];
        switch (random.Next(6))
        {
            case 0: // a typo mended
                var at = random.Next(text.Length - 1);
                edited[target] = (number, string.Concat(text.AsSpan(0, at), "正", text.AsSpan(at + 1)));
                break;
            case 1: // the sentence moved
                edited.RemoveAt(target);
                edited.Insert(random.Next(edited.Count + 1), (number, text));
                break;
            case 2: // the sentence doubled
                edited.Insert(target, (number, text));
                break;
            case 3: // a soft break added
                var cut = random.Next(1, text.Length - 1);
                edited[target] = (number, string.Concat(text.AsSpan(0, cut), " ", text.AsSpan(cut)));
                break;
            case 4: // the sentence struck out
                edited.RemoveAt(target);
                break;
            default: // words added
                edited[target] = (number, "要" + text);
                break;
        }

        return edited;
    }

    private static Document Join(List<(int Number, string Text)> sentences)
    {
        var starts = new int[sentences.Count];
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < sentences.Count; i++)
        {
            starts[i] = text.Length;
            text.Append(sentences[i].Text);
        }

        return new Document(text.ToString(), starts);
    }

    private static bool Same(string left, string right) => Spelled(left) == Spelled(right);

    private static string Spelled(string text) => string.Concat(Normaliser.Normalise(text).Lines.Select(line => line.Text));

    private sealed record Document(string Text, int[] Starts)
    {
        public int SentenceAt(int offset)
        {
            var at = Array.BinarySearch(Starts, offset);
            return at >= 0 ? at : ~at - 1;
        }
    }
}
