using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tracker.App.Contract;
using Tracker.Web.Tests.Pages;

namespace Tracker.Web.Tests.Api;

[Collection(SiteCollection.Name)]
public sealed partial class TimeZoneTests(TrackerSite site)
{
    [Theory]
    [InlineData("/api/v1/pairs")]
    [InlineData("/api/v1/runs")]
    [InlineData("/api/v1/reports")]
    public async Task Moments_are_written_with_the_offset_of_the_installation(string address)
    {
        using var browser = site.CreateClient();
        var moments = Moment().Matches(await browser.GetStringAsync(address)).Select(match => match.Groups[1].Value).ToList();
        moments.ShouldNotBeEmpty();
        moments.ShouldAllBe(moment => moment.EndsWith("+08:00", StringComparison.Ordinal));
    }

    [Fact]
    public void The_moment_stays_the_same()
    {
        var options = new JsonSerializerOptions { Converters = { new MomentConverter(TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(8), "x", "x")) } };
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        var moment = DateTimeOffset.Parse("2026-11-20T20:15:30Z", CultureInfo.InvariantCulture);
        var json = JsonSerializer.Serialize(moment, options);
        json.ShouldBe("\"2026-11-21T04:15:30+08:00\"");
        JsonSerializer.Deserialize<DateTimeOffset>(json, options).ShouldBe(moment);
    }

    [GeneratedRegex(@"""(\d{4}-\d\d-\d\dT[^""]+)""")]
    private static partial Regex Moment();
}
