using Tracker.Core.Domain;

namespace Tracker.Core.Pipeline.Normalise;

/// <summary>Step: characters that show that the text was damaged on its way here.</summary>
internal static class OddText
{
    public static void Report(Draft draft)
    {
        var source = draft.Source;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c < '\u0080' ? c is '\0' or '\u001a' : c == '\ufffd')
            {
                var end = i + 1;
                while (end < source.Length && source[end] == c) end++;
                draft.Report("replacement-character", IssueSeverity.Warning, i, end, "此处有无法识别的字符，原文在转换编码时可能已经损坏。");
                i = end - 1;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                draft.Report("broken-character", IssueSeverity.Warning, i, i + 1, "此处有半个字符，原文可能被截断。");
            }
        }
    }
}
