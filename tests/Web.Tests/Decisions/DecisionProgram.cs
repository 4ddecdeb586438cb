using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App;
using Tracker.App.Auditing;
using Tracker.App.Chains;
using Tracker.App.Decisions;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.App.SecondReading;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.Decisions;

/// <summary>A small body with a plan and the review that answers it, as a program holds them, and people who decide.</summary>
internal sealed class DecisionProgram : IAsyncDisposable
{
    public const string PairId = "sample-cppcc-2025";
    public const string Care = "围绕“养老服务体系建设”开展专题协商";
    public const string Auditor = "auditor@example.org";

    public const string Plan = """
        关于示例市政协常务委员会工作的报告

        一、2024年工作回顾
        一年来，召开专题协商会3次，办理提案120件。

        二、2025年主要任务
        （一）聚焦中心大局履职尽责。围绕“养老服务体系建设”“汾河流域治理”开展专题协商。制定出台委员履职管理办法，举办委员培训班4期。
        （二）加强自身建设。建成委员之家20个，组织开展“书香政协”读书活动。修订完善提案办理协商办法，推动建立提案办理评价机制。
        """;

    public const string Review = """
        关于示例市政协常务委员会工作的报告

        一、2025年工作回顾
        （一）服务大局有力有效。围绕养老服务体系建设召开专题协商会，形成建议案报送市委市政府。就汾河流域治理开展视察监督，提出意见建议18条。
        （二）自身建设持续加强。出台委员履职管理办法，举办委员培训班4期，培训委员260人次。建成委员之家22个，开展读书活动30余场。

        二、2026年主要任务
        围绕“低空经济发展”开展专题协商。
        """;

    private readonly ServiceProvider _services;

    public DecisionProgram(DatabaseSettings settings, ReaderSettings? reader = null) => _services = new ServiceCollection().AddLogging().AddSingleton(reader ?? ReaderSettings.Off)
        .AddTrackerData(settings).AddTrackerApp().BuildServiceProvider();

    public static async Task<DecisionProgram> StartAsync(Databases databases, DatabaseProvider provider) =>
        new(await databases.CreateAsync(provider, Contents.SmallPair));

    public async Task TakeInPairAsync()
    {
        await TakeInAsync("plan.txt", Plan, 2025, 2024);
        await TakeInAsync("review.txt", Review, 2026, 2025);
    }

    /// <summary>Imports a text, of which a later one for the same years corrects an earlier, and runs.</summary>
    public async Task TakeInAsync(string name, string text, int planYear, int reviewYear)
    {
        var result = await SendAsync(new ImportReports.Command([SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text), Facts(name, planYear, reviewYear))]));
        result.Items.Single().Refusal.ShouldBeNull();
        await RunAsync();
    }

    public static ReportFacts Facts(string name, int planYear, int reviewYear) => new(
        new Manifest.BodyEntry("sample-cppcc", "示例市政协", "cppcc", "示例市"),
        new Manifest.ReportEntry(name, "sample-cppcc", DocumentKind.FullReport, PlanYear: planYear, ReviewYear: reviewYear));

    public Task<RunPairs.Result> RunAsync(bool all = false) => SendAsync(new RunPairs.Command(RunCause.Command, All: all));

    /// <summary>As the web program does after whoever added or split something has their answer.</summary>
    /// <returns>How many were judged.</returns>
    public async Task<int> JudgeAsync() => (await SendAsync(new JudgeMade.Command(PairId))).Judged;

    /// <summary>The same for what is promised again.</summary>
    public async Task LinkAsync()
    {
        foreach (var pair in await ReadAsync(db => db.Pairs.Where(pair => pair.LinksDue).Select(pair => pair.Id).ToListAsync()))
            (await SendAsync(new LinkDue.Command(pair))).Linked.ShouldBeTrue();
    }

    public async Task<T> SendAsync<T>(IRequest<T> request, string actor = Auditor)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Is(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = _services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    public Task<StoredCommitment> CommitmentAsync(string words) =>
        ReadAsync(db => db.Commitments.AsNoTracking().Where(c => c.PairId == PairId && c.Quote.Contains(words)).OrderBy(c => c.Position).FirstAsync());

    public Task<StoredCommitment?> FindAsync(string id) => ReadAsync(db => db.Commitments.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id));

    public Task<StoredPair> PairAsync() => ReadAsync(db => db.Pairs.AsNoTracking().SingleAsync(p => p.Id == PairId));

    public Task<DecisionPlacement> PlacementAsync(string decisionId) => ReadAsync(db => db.Placements.AsNoTracking().SingleAsync(p => p.DecisionId == decisionId));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
