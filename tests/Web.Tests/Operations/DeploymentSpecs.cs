using System.Text.RegularExpressions;
using Tracker.App.Documents.Programs;
using Tracker.Core.Tests.Conventions;

namespace Tracker.Web.Tests.Operations;

/// <summary>The container, the compose file and the unit speak of what is in this repository, under the names that it has here.</summary>
public sealed partial class DeploymentSpecs
{
    private static readonly string[] Files = ["Dockerfile", "compose.yaml", Path.Combine("deploy", "tracker.service")];

    [Fact]
    public void What_the_container_copies_is_there_and_not_kept_from_it()
    {
        var ignored = File.ReadAllLines(PathOf(".dockerignore")).Where(line => line.Length > 0).ToList();
        var copied = Copies().Matches(Text("Dockerfile")).Where(line => !line.Value.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)).ToList();
        copied.Count.ShouldBeGreaterThan(5);
        foreach (var path in copied)
        {
            (File.Exists(PathOf(path)) || Directory.Exists(PathOf(path))).ShouldBeTrue(path);
            ignored.ShouldNotContain(path);
        }

        // Whatever a build of the two programs reads is among them.
        foreach (var project in Repository.SourceFiles("src", "*.csproj").Concat(Directory.GetFiles(PathOf("migrations"), "*.csproj", SearchOption.AllDirectories)))
            foreach (Match reference in References().Matches(File.ReadAllText(project)))
            {
                var path = Path.GetRelativePath(Repository.Root, Path.GetFullPath(reference.Groups[1].Value, Path.GetDirectoryName(project)!));
                copied.ShouldContain(path.Split('/')[0], $"{project} needs {path}");
            }
    }

    [Fact]
    public void What_is_started_is_what_is_built()
    {
        foreach (var (file, folder) in new[] { ("Dockerfile", "/app"), (Files[2], "/opt/tracker") })
        {
            var text = Text(file);
            text.ShouldContain($"dotnet publish src/Tracker.Web -c Release -o {folder}/web");
            text.ShouldContain($"dotnet publish src/Tracker.Cli -c Release -o {folder}/cli");
            text.ShouldContain($"{folder}/web/{typeof(Tracker.Web.Hosting.Site).Assembly.GetName().Name}.dll");
            text.ShouldContain($"{folder}/seeds");
        }

        Text("Dockerfile").ShouldContain($"/app/cli/{typeof(Tracker.Cli.TrackerCli).Assembly.GetName().Name}");
    }

    [Fact]
    public void Every_setting_that_they_name_is_one()
    {
        var sources = string.Concat(Repository.SourceFiles("src", "*.cs").Select(File.ReadAllText));
        foreach (var file in Files)
            foreach (Match setting in Settings().Matches(Text(file)))
                sources.ShouldContain('"' + setting.Value.Replace("__", ":", StringComparison.Ordinal) + '"', Case.Sensitive, $"{file}: {setting.Value}");
    }

    [Fact]
    public void The_container_brings_every_program_that_reads_documents()
    {
        foreach (var program in (OutsideProgram[])[OutsideProgram.PdfInfo, OutsideProgram.PdfToText, OutsideProgram.PdfToPpm, OutsideProgram.Tesseract])
            foreach (var package in program.Package.Split(' ')) Text("Dockerfile").ShouldContain(" " + package);
        foreach (var package in (string[])["libsqlite3-0", "postgresql-client", "util-linux", "tzdata"]) Text("Dockerfile").ShouldContain(package);
    }

    [Fact]
    public void The_unit_gives_away_no_more_than_the_program_needs()
    {
        var unit = Text(Files[2]);
        foreach (var line in (string[])
                 ["ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n", "SystemCallFilter=@system-service", "User=tracker"])
            unit.ShouldContain(line);
        unit.ShouldNotContain("MemoryDenyWriteExecute=yes", Case.Sensitive, "the runtime compiles while it runs");
        unit.ShouldContain("RestrictNamespaces=user net", Case.Sensitive, "programs that read documents are cut off from the network by these");
    }

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);

    private static string Text(string path) => File.ReadAllText(PathOf(path));

    [GeneratedRegex(@"^COPY (.+)$", RegexOptions.Multiline)]
    private static partial Regex Copies();

    [GeneratedRegex(@"Include=""(?:\$\(RepositoryRoot\))?(\.\./[^""*]+)""")]
    private static partial Regex References();

    [GeneratedRegex("Tracker__[A-Za-z_]+[A-Za-z]")]
    private static partial Regex Settings();
}
