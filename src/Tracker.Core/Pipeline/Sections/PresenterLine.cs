using Tracker.Core.Pipeline.Normalise;

namespace Tracker.Core.Pipeline.Sections;

/// <summary>报告人: the line that names who read the report by office and name (晋中市政协主席 任秀红, 国务院总理 李鹏).</summary>
internal static class PresenterLine
{
    private static readonly string[] Offices =
        ["委员长", "副主席", "主席", "省长", "市长", "县长", "区长", "州长", "旗长", "盟长", "总理", "书记", "院长", "检察长", "主任", "专员"];

    /// <returns>The name; empty where the line names none.</returns>
    public static string NameIn(string line)
    {
        foreach (var office in Offices)
        {
            var at = line.LastIndexOf(office, StringComparison.Ordinal);
            if (at < 0) continue;
            var name = line[(at + office.Length)..].TrimStart('：', '（').TrimEnd('）');
            if (name.Length is >= 2 and <= 6 && name.All(c => Characters.IsIdeograph(c) || c == '·')) return name;
        }

        return "";
    }
}
