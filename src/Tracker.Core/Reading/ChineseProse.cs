namespace Tracker.Core.Reading;

/// <summary>Tells Chinese prose from other languages, and from Chinese characters that a wrong encoding threw together.</summary>
internal static class ChineseProse
{
    /// <summary>The genre's most frequent characters: a third of any report, and next to none of a text read in the wrong encoding.</summary>
    private const string Familiar = "的一是在和工作发展政建设全市民大会年推进中国人化新高实会业加强作为协商代表委员要生产经济社合管理以及重点改革提升";

    private const double LeastIdeographs = .3;
    private const double MostKana = .08;
    private const double MostControls = .001;

    /// <summary>Share of familiar characters among all that are not blank or Latin, 0 to 1.</summary>
    public static double FamiliarShare(string text)
    {
        var familiar = 0;
        var others = 0;
        foreach (var c in text)
        {
            if (c < '\u0080' || char.IsWhiteSpace(c)) continue;
            others++;
            if (Familiar.Contains(c, StringComparison.Ordinal)) familiar++;
        }

        return others == 0 ? 0 : familiar / (double)others;
    }

    public static bool IsChinese(string text)
    {
        var letters = 0;
        var ideographs = 0;
        var kana = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (c is >= '\u3400' and <= '\u9fff') ideographs++;
            else if (c is >= '\u3040' and <= '\u30ff') kana++;
        }

        return letters > 0 && ideographs >= LeastIdeographs * letters && kana <= MostKana * letters;
    }

    public static bool HasControlCharacters(string text) =>
        text.Count(c => char.IsControl(c) && !char.IsWhiteSpace(c)) > Math.Max(2, MostControls * text.Length);
}
