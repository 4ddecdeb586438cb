using System.Text.RegularExpressions;

namespace Tracker.Core.Tests.Conventions;

/// <summary>What a newcomer may rely on anywhere in the house.</summary>
public partial class HouseTests
{
    [Fact]
    public void The_core_reads_no_clock_no_file_no_database_and_no_network()
    {
        foreach (var path in Repository.SourceFiles("src/Tracker.Core", "*.cs"))
        {
            var found = Impure().Match(File.ReadAllText(path));
            found.Success.ShouldBeFalse($"{Path.GetRelativePath(Repository.Root, path)} uses {found.Value}");
        }

        typeof(Tracker.Core.Pipeline.ReportPipeline).Assembly.GetReferencedAssemblies()
            .ShouldAllBe(name => name.Name!.StartsWith("System", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_asks_the_wall_clock_but_through_a_time_provider()
    {
        foreach (var path in Repository.SourceFiles("src", "*.cs"))
            WallClock().IsMatch(File.ReadAllText(path)).ShouldBeFalse(Path.GetRelativePath(Repository.Root, path));
    }

    [Fact]
    public void No_source_file_is_longer_than_400_lines_and_most_are_short()
    {
        var lengths = Repository.SourceFiles("src", "*.cs").Select(path => (path, lines: File.ReadLines(path).Count())).ToList();
        lengths.Where(file => file.lines > 400).Select(file => file.path).ShouldBeEmpty();
        var ordered = lengths.Select(file => file.lines).Order().ToList();
        ordered[ordered.Count * 9 / 10].ShouldBeLessThanOrEqualTo(220);
    }

    [Fact]
    public void No_file_is_named_for_being_a_drawer()
    {
        var drawers = Repository.SourceFiles("src", "*.cs")
            .Where(path => Drawer().IsMatch(Path.GetFileNameWithoutExtension(path)));
        drawers.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_left_to_do_later()
    {
        foreach (var path in Repository.SourceFiles("src", "*.cs").Concat(Repository.SourceFiles("src", "*.cshtml")))
            Later().IsMatch(File.ReadAllText(path)).ShouldBeFalse(Path.GetRelativePath(Repository.Root, path));
    }

    [Fact]
    public void A_page_loads_nothing_from_another_host()
    {
        var pages = Repository.SourceFiles("src/Tracker.Web", "*.cshtml").Concat(Repository.SourceFiles("src/Tracker.Web", "*.css"));
        foreach (var path in pages)
            OtherHost().IsMatch(File.ReadAllText(path)).ShouldBeFalse(Path.GetRelativePath(Repository.Root, path));
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|TimeProvider\.System|\bFile\.|\bDirectory\.|HttpClient|EntityFrameworkCore|Random\(\)|Guid\.NewGuid")]
    private static partial Regex Impure();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"(Helpers?|Utils?|Common|Misc)$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Later();

    [GeneratedRegex(@"(src|href)=""(https?:)?//|url\(\s*['""]?(https?:)?//|@import")]
    private static partial Regex OtherHost();
}
