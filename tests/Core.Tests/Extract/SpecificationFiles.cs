using Tracker.Core.Domain;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Core.Tests.Extract;

/// <summary>
/// Runs the examples of <c>Specs/*.md</c>: a quoted line after 计划 or 回顾 is a text, « and » hold every commitment or claim that it makes,
/// and a line without marks makes none. <c>⏎</c> is a line end.
/// </summary>
public class SpecificationFiles
{
    private static readonly string Folder = Repository.PathOf("tests", "Core.Tests", "Specs");

    public static TheoryData<string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var path in Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal))
            foreach (var line in File.ReadLines(path).Where(line => line.StartsWith("> 计划：", StringComparison.Ordinal) || line.StartsWith("> 回顾：", StringComparison.Ordinal)))
                data.Add(Path.GetFileNameWithoutExtension(path), line[2..4], line[5..]);
        return data;
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_makes_what_is_marked_and_nothing_else(string file, string part, string example)
    {
        var text = ReportText.Of(example.Replace('⏎', '\n'), part == "计划" ? SectionKind.Plan : SectionKind.Review);
        var report = text.Extract();
        var found = part == "计划" ? report.Commitments.Select(item => item.Quote) : report.Claims.Select(item => item.Quote);
        found.ShouldBe(text.Marked, $"{file}: {example}");
    }

    [Fact]
    public void Every_section_says_also_what_must_not_match()
    {
        foreach (var path in Directory.GetFiles(Folder, "*.md"))
        {
            var sections = File.ReadAllText(path).Split("\n## ")[1..];
            sections.ShouldNotBeEmpty(path);
            foreach (var section in sections) section.ShouldContain("不算", Case.Sensitive, $"{Path.GetFileName(path)}: {section.Split('\n')[0]}");
        }
    }
}
