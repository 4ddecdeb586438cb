namespace Tracker.Core.Pipeline.Sections;

/// <summary>报告日期: the day on which a report was read, from its date line (2026年1月18日, 二〇二六年一月二十七日).</summary>
internal static class DeliveredDate
{
    public static DateOnly? In(string text)
    {
        foreach (var mention in YearMention.In(text.AsSpan(0, Math.Min(text.Length, 80))))
        {
            var rest = text.AsSpan(mention.Index + 5);
            var monthLength = ReadNumber(rest, out var month);
            if (monthLength == 0 || monthLength >= rest.Length || rest[monthLength] != '月') continue;
            rest = rest[(monthLength + 1)..];
            var dayLength = ReadNumber(rest, out var day);
            if (dayLength == 0 || dayLength >= rest.Length || rest[dayLength] is not ('日' or '号')) continue;
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(mention.Year, month)) return new DateOnly(mention.Year, month, day);
        }

        return null;
    }

    /// <summary>The day on which a web page was put up (时间：2026-01-22), soon after the report was read.</summary>
    public static DateOnly? Printed(string text)
    {
        for (var i = 0; i + 10 <= text.Length && i < 60; i++)
        {
            if (DateOnly.TryParseExact(text.AsSpan(i, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)) return date;
        }

        return null;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var length = 0;
        while (length < text.Length && length < 2 && char.IsAsciiDigit(text[length])) value = (value * 10) + text[length++] - '0';
        return length > 0 ? length : Normalise.HeadingNumber.ReadNumeral(text, out value);
    }
}
