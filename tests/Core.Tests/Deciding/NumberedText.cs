using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Deciding;

/// <summary>A text whose sentences carry their numbers through every edit, so that landing on another sentence is seen for what it is.</summary>
internal sealed class NumberedText
{
    private readonly List<(int Number, string Words)> _sentences;
    private readonly int[] _starts;

    private NumberedText(List<(int Number, string Words)> sentences)
    {
        _sentences = sentences;
        _starts = new int[sentences.Count];
        var at = 0;
        for (var i = 0; i < sentences.Count; at += sentences[i].Words.Length, i++) _starts[i] = at;
        Text = string.Concat(sentences.Select(item => item.Words));
    }

    public string Text { get; }

    public static NumberedText Of(IEnumerable<string> sentences) => new([.. sentences.Select((words, number) => (number, words + "。"))]);

    public IEnumerable<(int Start, string Words)> Sentences() => _sentences.Select((item, i) => (_starts[i], item.Words));

    /// <summary>Number of the sentence that holds the span's first character.</summary>
    public int SentenceOf(TextSpan span)
    {
        var at = Array.BinarySearch(_starts, span.Start);
        return _sentences[at >= 0 ? at : ~at - 1].Number;
    }

    public TextSpan RandomSpan(Random random)
    {
        var i = random.Next(_sentences.Count);
        var from = random.Next(_sentences[i].Words.Length - 9);
        return new TextSpan(_starts[i] + from, _starts[i] + from + random.Next(8, Math.Min(40, _sentences[i].Words.Length - from)));
    }

    /// <summary>One edit: a typo mended, a sentence moved, doubled, struck out, led in with a word, or broken softly.</summary>
    public NumberedText Edit(Random random)
    {
        var edited = _sentences.ToList();
        var at = random.Next(edited.Count);
        var (number, words) = edited[at];
        var cut = random.Next(1, words.Length - 1);
        switch (random.Next(6))
        {
            case 0:
                edited[at] = (number, string.Concat(words.AsSpan(0, cut), "正", words.AsSpan(cut + 1)));
                break;
            case 1:
                edited.RemoveAt(at);
                edited.Insert(random.Next(edited.Count + 1), (number, words));
                break;
            case 2:
                edited.Insert(at, (number, words));
                break;
            case 3 when edited.Count > 10:
                edited.RemoveAt(at);
                break;
            case 4:
                edited[at] = (number, "要" + words);
                break;
            default:
                edited[at] = (number, string.Concat(words.AsSpan(0, cut), " ", words.AsSpan(cut)));
                break;
        }

        return new NumberedText(edited);
    }
}
