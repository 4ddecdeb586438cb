using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracker.App.Accounts;
using Tracker.App.Chains;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Hosting;
using Tracker.Web.Jobs;

namespace Tracker.Benchmarks;

/// <summary>The web program on a database of its own, with one pair as large as they come: the plans of all seed reports in one.</summary>
internal sealed class ServerSite : WebApplicationFactory<LoadingState>
{
    public const string PairId = "large-2025";
    private const string Password = "落实情况要一条一条地核对";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("tracker-benchmark-");

    /// <summary>Ids of the pair's commitments, in the plan's order.</summary>
    public IReadOnlyList<string> Commitments { get; private set; } = [];

    /// <summary>Commitments with two halves to split them into; each half stands once in the plan.</summary>
    public IReadOnlyList<(string Id, string First, string Second)> Halves { get; private set; } = [];

    /// <summary>Words that stand once in the review.</summary>
    public IReadOnlyList<string> Passages { get; private set; } = [];

    public async Task LoadAsync()
    {
        var plan = Gather("2025年主要任务", SectionKind.Plan);
        var review = Gather("2025年工作回顾", SectionKind.Review);
        var taken = await SendAsync(new ImportReports.Command(
        [
            Document("plan.txt", plan, 2025, null), Document("review.txt", review, null, 2025, DocumentKind.Summary),
            Document("before.txt", InYear(plan, 2024), 2024, null), Document("after.txt", InYear(plan, 2026), 2026, null),
        ]));
        if (taken.Items.FirstOrDefault(item => item.ReportId is null || item.Replaced is not null) is { } lost) throw new InvalidOperationException($"Not a report of its own: {lost}");
        await SendAsync(new RunPairs.Command(RunCause.Command));
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        var found = await db.Commitments.Where(c => c.PairId == PairId).OrderBy(c => c.Position).Select(c => new { c.Id, c.Quote }).ToListAsync();
        Commitments = [.. found.Select(c => c.Id)];
        var (planWords, reviewWords) = (AnchorText.Of(plan, []), AnchorText.Of(review, []));
        Halves = [.. found.Select(c => (c.Id, c.Quote[..(c.Quote.Length / 2)], c.Quote[(c.Quote.Length / 2)..])).Where(c => StandsOnce(c.Item2, planWords) && StandsOnce(c.Item3, planWords))];
        Passages = [.. (await db.Claims.Where(c => c.PairId == PairId).OrderBy(c => c.Position).Select(c => c.Quote).ToListAsync()).Where(quote => StandsOnce(quote, reviewWords))];
    }

    /// <summary>A browser in which an auditor is logged in.</summary>
    public async Task<HttpClient> AuditorAsync()
    {
        await SendAsync(new AddUser.Command("auditor@example.org", UserRole.Auditor, Password));
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://tracker.example") });
        var answer = await browser.PostAsync("/account/login", new FormUrlEncodedContent(
        [
            new("Email", "auditor@example.org"), new("Password", Password), new("__RequestVerificationToken", await FormTokenAsync(browser, "/account/login")),
        ]));
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"The login answered {answer.StatusCode}.");
    }

    public static async Task<string> FormTokenAsync(HttpClient browser, string page)
    {
        var html = await browser.GetStringAsync(page);
        return Regex.Match(html[html.IndexOf("<main", StringComparison.Ordinal)..], "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Tracker:DataDirectory", _data.FullName);
        var none = _data.CreateSubdirectory("no-seeds").FullName;
        File.WriteAllText(Path.Combine(none, Manifest.FileName), """{ "bodies": [], "reports": [] }""");
        builder.UseSetting("Tracker:SeedsDirectory", none);

        // What follows from an action is done beside it, and measured as a line of its own.
        builder.ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(DoFollowUps))));
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_data.Exists) _data.Delete(recursive: true);
    }

    /// <summary>The sections of one kind of every seed report, under one heading of one year.</summary>
    private static string Gather(string heading, SectionKind kind)
    {
        var text = new StringBuilder("关于示例市政协常务委员会工作的报告\n\n一、").Append(heading).Append('\n');
        foreach (var file in Directory.GetFiles(Path.Combine(Seeds.Root(), "reports"), "*.txt").Order(StringComparer.Ordinal))
        {
            var source = File.ReadAllText(file);
            foreach (var section in ReportPipeline.Extract(source).Sections.Where(section => section.Kind == kind))
                text.Append(source.AsSpan(section.Span.Start, section.Span.Length)).Append('\n');
        }

        return InYear(text.ToString(), 2025);
    }

    private static string InYear(string text, int year) => Regex.Replace(text, "20[0-9]{2}年", $"{year}年");

    private static bool StandsOnce(string words, AnchorText text) => words.Length > 4 && Quotation.Find(text, words) is [_];

    private static SourceFile Document(string name, string text, int? planYear, int? reviewYear, DocumentKind kind = DocumentKind.FullReport) => SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text), new ReportFacts(
        new Manifest.BodyEntry("large", "示例市政协", "cppcc", "示例市"),
        new Manifest.ReportEntry(name, "large", kind, PlanYear: planYear, ReviewYear: reviewYear)));

    /// <summary>What the program does by itself after somebody changed which commitments there are.</summary>
    public async Task FollowUpAsync()
    {
        if ((await SendAsync(new JudgeMade.Command(PairId))).Judged == 0 | !(await SendAsync(new LinkDue.Command(PairId))).Linked)
            throw new InvalidOperationException("Nothing was left to follow up.");
    }

    private async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
