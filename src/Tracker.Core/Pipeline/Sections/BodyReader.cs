using System.Text.RegularExpressions;
using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>机构: the short name and the kind of the body that reports, from title, date line and the words 我代表….</summary>
internal static partial class BodyReader
{
    private const int LinesForRegion = 60;

    private static readonly (string Kind, string[] Words, string Suffix)[] Kinds =
    [
        ("cppcc", ["政协", "政治协商会议"], "政协"),
        ("discipline", ["纪委", "纪律检查委员会"], "纪委"),
        ("procuratorate", ["检察院"], "人民检察院"),
        ("court", ["法院"], "中级人民法院"),
        ("congress", ["人大常委会", "人民代表大会常务委员会"], "人大常委会"),
        ("gov", ["政府工作", "人民政府", "国务院", "政府", "市长", "省长", "行署"], "人民政府"),
    ];

    public static (string Body, string Kind) Read(string title, IReadOnlyList<string> front, IReadOnlyList<NormalisedLine> lines)
    {
        var opening = string.Join('\n', front.Take(16).Where(line => line.Length <= 120).Select(WithoutAudience));
        var kind = KindOf(title) ?? KindOf(Represented(opening)) ?? KindOf(opening) ?? KindOfText(lines) ?? ("other", [], "");
        return (NameOf(kind.Kind, kind.Suffix, title, opening, lines), kind.Kind);
    }

    private static (string Kind, string[] Words, string Suffix)? KindOf(string text)
    {
        foreach (var kind in Kinds)
        {
            if (kind.Words.Any(word => text.Contains(word, StringComparison.Ordinal))) return kind;
        }

        return null;
    }

    /// <summary>并请政协委员提出意见: those who are asked for their opinion do not report.</summary>
    private static string WithoutAudience(string line)
    {
        var at = line.IndexOf("并请", StringComparison.Ordinal);
        return at < 0 ? line : line[..at];
    }

    /// <summary>A text without any front says what it is about by which kind of body it names most.</summary>
    private static (string Kind, string[] Words, string Suffix)? KindOfText(IReadOnlyList<NormalisedLine> lines)
    {
        var counts = Kinds.Select(kind => (kind, count: lines.Take(LinesForRegion).Count(line => kind.Words.Any(word => line.Text.Contains(word, StringComparison.Ordinal))))).ToList();
        var most = counts.MaxBy(pair => pair.count);
        return most.count > 0 ? most.kind : null;
    }

    private static string Represented(string opening)
    {
        var at = opening.IndexOf("我代表", StringComparison.Ordinal);
        if (at < 0) return "";
        var rest = opening.AsSpan(at, Math.Min(opening.Length - at, 60));
        var end = rest.IndexOfAny("，向。");
        return rest[..(end < 0 ? rest.Length : end)].ToString();
    }

    private static string NameOf(string kind, string suffix, string title, string opening, IReadOnlyList<NormalisedLine> lines)
    {
        if (opening.Contains("国务院", StringComparison.Ordinal) && kind == "gov") return "国务院";
        if (opening.Contains("最高人民法院", StringComparison.Ordinal) && kind == "court") return "最高人民法院";
        if (opening.Contains("最高人民检察院", StringComparison.Ordinal) && kind == "procuratorate") return "最高人民检察院";
        if (kind == "cppcc" && (title + opening).Contains("会议全国委员会", StringComparison.Ordinal)) return "全国政协";
        if (kind == "congress" && opening.Contains("全国人民代表大会", StringComparison.Ordinal)) return "全国人大常委会";
        if (suffix.Length == 0) return "";
        var region = Provinces.In(title) ?? RegionIn(title) ?? RegionIn(opening) ?? RegionOfParty(lines, Represented(opening));
        return region is null ? "" : region + suffix;
    }

    /// <summary>The last, that is the narrowest, region that the words name: 山西省太原市 is 太原市.</summary>
    private static string? RegionIn(string text)
    {
        string? region = null;
        foreach (System.Text.RegularExpressions.Match match in Region().Matches(text))
        {
            var name = match.Groups[1].Value;
            foreach (var lead in (string[])["代表", "政协", "会议上", "会议", "受", "向", "了", "中国人民", "中共", "年", "在", "届"])
            {
                var at = name.LastIndexOf(lead, StringComparison.Ordinal);
                if (at >= 0) name = name[(at + lead.Length)..];
            }

            var province = name.IndexOfAny(['省', '区']);
            if (province > 0 && province < name.Length - 2) name = name[(province + 1)..];
            if (name.Length is >= 3 and <= 9 && !name.StartsWith('全') && !name.StartsWith("自治", StringComparison.Ordinal)) region = name;
        }

        return region;
    }

    /// <summary>A report that calls its region 我市 still names its party committee: 中共吕梁市委. One of a 州 may name that of its province, which is another.</summary>
    private static string? RegionOfParty(IReadOnlyList<NormalisedLine> lines, string represented)
    {
        var office = represented.IndexOf("人民政府", StringComparison.Ordinal);
        var level = office > 0 ? represented[office - 1] : '\0';
        var regions = lines.Take(LinesForRegion).SelectMany(line => Party().Matches(line.Text)).Select(match => match.Groups[1].Value);
        return regions.FirstOrDefault(region => level is not ('省' or '市' or '州' or '区' or '县') || region[^1] == level);
    }

    [GeneratedRegex("([\u4e00-\u9fff]{2,7}?(?:省|市|自治区|自治州|地区|县|区|州|盟|旗))(?:[^\u4e00-\u9fff]|第|人民|政府|委员会|省长|市长|政协|人大|州长|中级|高级|纪|十|主席|常)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Region();

    [GeneratedRegex("中共([\u4e00-\u9fff]{2,5}[省市县区州盟旗])委", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Party();
}
