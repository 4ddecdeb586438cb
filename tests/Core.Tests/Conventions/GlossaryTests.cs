using System.Xml.Linq;
using Tracker.Core.Domain;

namespace Tracker.Core.Tests.Conventions;

/// <summary>The glossary is true: every identifier exists and its documentation comment opens with the Chinese term.</summary>
public class GlossaryTests
{
    private static readonly string[] Rows =
        [.. File.ReadLines(Repository.PathOf("src", "Tracker.Core", "Glossary.md")).Where(line => line.StartsWith('|')).Skip(2)];

    private static readonly string[] Homes = ["Tracker.Core.Domain", "Tracker.Core.Deciding", "Tracker.Core.Intake", "Tracker.Core.SecondReading"];

    public static TheoryData<string, string> Terms()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows)
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            data.Add(cells[1], cells[2]);
        }

        return data;
    }

    [Theory, MemberData(nameof(Terms))]
    public void A_term_has_one_identifier_whose_documentation_names_it(string term, string identifier)
    {
        var parts = identifier.Split('.');
        var type = Homes.Select(home => typeof(Commitment).Assembly.GetType($"{home}.{parts[0]}")).FirstOrDefault(found => found is not null).ShouldNotBeNull();
        var member = parts.Length == 1 ? $"T:{type.FullName}" : $"F:{type.FullName}.{type.GetField(parts[1]).ShouldNotBeNull().Name}";
        Documentation(member).ShouldContain(term);
    }

    [Fact]
    public void No_term_and_no_identifier_stands_twice()
    {
        var cells = Rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)).ToList();
        cells.Select(row => row[1]).ShouldBeUnique();
        cells.Select(row => row[2]).ShouldBeUnique();
    }

    private static string Documentation(string member)
    {
        var path = Path.ChangeExtension(typeof(Commitment).Assembly.Location, ".xml");
        var element = XDocument.Load(path).Descendants("member").SingleOrDefault(item => item.Attribute("name")?.Value == member);
        return element?.Element("summary")?.Value ?? "";
    }
}
