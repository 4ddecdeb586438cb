using Microsoft.Extensions.Configuration;
using Tracker.App.SecondReading;
using Tracker.Data;

namespace Tracker.Web.Tests.SecondReading;

/// <summary>A second reader is off, or set in a way that can work and gives nothing away.</summary>
public sealed class ReaderSettingsSpecs
{
    [Fact]
    public void It_is_off_unless_somebody_switches_it_on()
    {
        ReaderSettings.From(null).Enabled.ShouldBeFalse();
        Of().Enabled.ShouldBeFalse();
        Of(("Endpoint", "http://localhost:11434/v1"), ("Model", "m"), ("Bodies", "*")).Covers("any").ShouldBeFalse("an address alone sends nothing");
    }

    [Fact]
    public void Named_bodies_alone_are_covered()
    {
        var settings = On(("Bodies", "taiyuan-cppcc, jinzhong-cppcc"));
        (settings.Covers("jinzhong-cppcc"), settings.Covers("changzhi-cppcc")).ShouldBe((true, false));
        On(("Bodies", "*")).Covers("changzhi-cppcc").ShouldBeTrue();
        On(("Bodies", "太原市政协")).Covers("taiyuan-cppcc", "太原市政协").ShouldBeTrue("a body may be named as readers know it");
    }

    [Fact]
    public void A_key_is_read_from_its_file_and_a_file_without_one_is_refused_at_once()
    {
        var file = Path.GetTempFileName();
        try
        {
            Should.Throw<DatabaseSettingsException>(() => On(("KeyFile", file))).Message.ShouldContain("empty");
            File.WriteAllText(file, "secret\n");
            On(("KeyFile", file)).KeyFile.ShouldBe(file);
            ReaderSettings.Secret("", file).ShouldBe("secret");
        }
        finally
        {
            File.Delete(file);
        }

        Should.Throw<DatabaseSettingsException>(() => On(("KeyFile", file))).Message.ShouldContain(file);
    }

    [Theory]
    [InlineData("Endpoint", "localhost", "Endpoint")]
    [InlineData("Endpoint", "https://user:secret@example.org/v1", "Endpoint")]
    [InlineData("Model", "", "Model")]
    [InlineData("Bodies", "", "Bodies")]
    [InlineData("Json", "yaml", "Json")]
    [InlineData("Concurrency", "0", "Concurrency")]
    [InlineData("Attempts", "many", "Attempts")]
    [InlineData("RunRequests", "-1", "RunRequests")]
    [InlineData("DayCost", "5", "InputPrice")]
    [InlineData("Modle", "m", "Modle")]
    [InlineData("EmbeddingsEndpoint", "http://localhost:11434/v1", "EmbeddingsModel")]
    public void What_cannot_work_is_refused_by_name(string name, string value, string said) =>
        Should.Throw<DatabaseSettingsException>(() => On((name, value))).Message.ShouldContain(said);

    [Theory]
    [InlineData("http://127.0.0.1:8000/v1", true)]
    [InlineData("http://192.168.1.5:8000/v1", true)]
    [InlineData("https://api.example.org/v1", true)]
    [InlineData("http://api.example.org/v1", false)]
    [InlineData("http://8.8.8.8/v1", false)]
    public void A_key_goes_unencrypted_to_this_machine_or_a_private_network_only(string endpoint, bool isAccepted)
    {
        if (isAccepted) On(("Endpoint", endpoint), ("Key", "secret")).Endpoint.ShouldBe(endpoint);
        else Should.Throw<DatabaseSettingsException>(() => On(("Endpoint", endpoint), ("Key", "secret"))).Message.ShouldNotContain("secret");
    }

    private static ReaderSettings On(params (string Name, string Value)[] settings) =>
        Of([("Enabled", "true"), ("Endpoint", "http://localhost:11434/v1"), ("Model", "m"), ("Bodies", "*"), .. settings]);

    private static ReaderSettings Of(params (string Name, string Value)[] settings) => ReaderSettings.From(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Tracker:Reader:" + setting.Name, (string?)setting.Value)).DistinctByLast()).Build());
}

file static class Settings
{
    public static IEnumerable<KeyValuePair<string, string?>> DistinctByLast(this IEnumerable<KeyValuePair<string, string?>> settings) =>
        settings.GroupBy(setting => setting.Key, StringComparer.Ordinal).Select(group => group.Last());
}
