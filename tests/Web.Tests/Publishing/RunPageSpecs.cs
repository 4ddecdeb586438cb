using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Reports;
using Tracker.App.Runs;
using Tracker.Core.Domain;
using Tracker.Core.Pipeline;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Runs;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Publishing;

/// <summary>Runs as their pages show them: how far they are, what they changed, and to an admin what waits.</summary>
public sealed class RunPageSpecs : IAsyncLifetime
{
    private readonly AccountSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Listeners_hear_how_far_a_run_is_and_that_it_ended()
    {
        var run = await RunningElsewhereAsync();
        using var browser = _site.Browser();
        using var answer = await browser.GetAsync($"/runs/{run}/events", HttpCompletionOption.ResponseHeadersRead);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());

        var (kind, told) = await NextAsync(lines);
        kind.ShouldBe("progress");
        (told[0].GetProperty("id").GetString(), told[0].GetProperty("done").GetInt32(), told[0].GetProperty("total").GetInt32()).ShouldBe((run, 1, 3));

        await ReadAsync(db => db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Outcome, RunOutcome.Succeeded).SetProperty(r => r.FinishedAt, DateTimeOffset.UnixEpoch).SetProperty(r => r.Written, 3)));
        do (kind, told) = await NextAsync(lines);
        while (kind == "progress");
        (kind, told[0].GetProperty("isOver").GetBoolean(), told[0].GetProperty("done").GetInt32()).ShouldBe(("end", true, 3));
        (await lines.ReadToEndAsync()).Trim().ShouldBeEmpty("the stream ends with the run");
    }

    [Fact]
    public async Task Nobody_listens_to_a_run_that_there_is_not()
    {
        using var browser = _site.Browser();
        using var answer = await browser.GetAsync("/api/v1/runs/no-such-run/events");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no-such-run");
    }

    [Fact]
    public async Task A_listener_too_many_is_told_to_come_back_later_and_a_place_is_given_back()
    {
        using var browser = _site.Browser();
        var events = _site.Services.GetRequiredService<RunEvents>();
        var listeners = Enumerable.Range(0, RunEvents.MostListeners).Select(_ => events.Listen()).ToList();
        listeners.ShouldAllBe(listener => listener != null);

        using var refused = await browser.GetAsync("/runs/events");
        (refused.StatusCode, refused.Headers.RetryAfter?.Delta).ShouldBe((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(30)));

        listeners.ForEach(listener => listener!.Dispose());
        (await browser.GetStringAsync("/runs/events")).ShouldContain("event: end");
    }

    [Fact]
    public async Task A_page_says_how_far_a_run_is_without_a_script()
    {
        var run = await RunningElsewhereAsync();
        using var browser = _site.Browser();

        foreach (var page in new[] { "/runs", $"/runs/{run}" })
        {
            var html = await browser.GetStringAsync(page);
            html.ShouldContain("max=\"3\" value=\"1\"");
            html.ShouldContain("1 / 3");
        }
    }

    [Fact]
    public async Task Only_an_admin_sees_what_waits_and_only_an_admin_publishes_it()
    {
        var run = await HeldAsync();
        using var admin = await _site.BrowserOfAsync(UserRole.Admin);
        using var auditor = await _site.BrowserOfAsync(UserRole.Auditor);
        using var nobody = _site.Browser();

        (await nobody.GetStringAsync($"/runs/{run}")).ShouldNotContain("id=\"pending\"");
        (await auditor.GetStringAsync($"/runs/{run}")).ShouldNotContain("id=\"pending\"");
        (await admin.GetStringAsync($"/runs/{run}?pending={DecisionProgram.PairId}")).ShouldContain("id=\"pending\"");
        (await AccountSite.PostAsync(auditor, "/account", $"/runs/{run}/publication?handler=Publish")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StatusesAsync()).ShouldBe([CommitmentStatus.Contradicted]);

        (await AccountSite.PostAsync(admin, $"/runs/{run}", $"/runs/{run}/publication?handler=Publish", ("pair", DecisionProgram.PairId))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await StatusesAsync()).ShouldNotContain(CommitmentStatus.Contradicted);
        var html = await nobody.GetStringAsync($"/runs/{run}?cause=newMethod&kind=flipped");
        html.ShouldContain("is-newMethod");
        html.ShouldContain("data-chart=\"bars\"");
        (await nobody.GetStringAsync($"/runs/{run}?cause=newText")).ShouldNotContain("cause is-newMethod");
        (await nobody.GetAsync($"/runs/{run}?kind=nonsense")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Programs_with_an_admins_token_see_discard_and_set_the_rule()
    {
        var run = await HeldAsync();
        using var admin = await _site.ProgramOfAsync(UserRole.Admin);
        using var auditor = await _site.ProgramOfAsync(UserRole.Auditor);

        (await auditor.GetAsync($"/api/v1/runs/{run}/pending")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var pending = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{run}/pending?pair={DecisionProgram.PairId}");
        pending.GetProperty("changes")[0].GetProperty("cause").GetString().ShouldBe("newMethod");
        (await admin.PutAsJsonAsync("/api/v1/publication-rule", new { flipShare = 2, scoreStep = 0.1 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await admin.PutAsJsonAsync("/api/v1/publication-rule", new { flipShare = 0.25, scoreStep = 0.1 })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var discarded = await admin.PostAsJsonAsync($"/api/v1/runs/{run}/discard", new { });
        (await discarded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pairs").GetArrayLength().ShouldBe(1);
        (await StatusesAsync()).ShouldBe([CommitmentStatus.Contradicted]);
        (await admin.PostAsJsonAsync("/api/v1/runs/nothing/publish", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A run that a worker elsewhere is at: one pair is done, the others are leased to it.</summary>
    private Task<string> RunningElsewhereAsync() => ReadAsync(async db =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var run = new Run { Id = Guid.CreateVersion7(now).ToString("N"), MethodVersion = MethodVersion.Current, StartedAt = now, PlannedAt = now, HeartbeatAt = now, Total = 3, Written = 1 };
        foreach (var pair in new[] { "a-2024", "b-2024" })
            run.Items.Add(new RunItem { RunId = run.Id, PairId = pair, Outcome = RunItemOutcome.Waiting, Owner = "elsewhere", LeasedUntil = now + RunSettings.Default.Lease });
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        return run.Id;
    });

    /// <summary>The run of a new method that would change every status of a small pair.</summary>
    private async Task<string> HeldAsync()
    {
        foreach (var (name, text, year) in new[] { ("plan.txt", DecisionProgram.Plan, 2025), ("review.txt", DecisionProgram.Review, 2026) })
            await _site.SendAsync(new ImportReports.Command([SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text), DecisionProgram.Facts(name, year, year - 1))]));
        await _site.SendAsync(new RunPairs.Command(RunCause.Command));
        await ReadAsync(async db =>
        {
            await db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.MachineStatus, CommitmentStatus.Contradicted).SetProperty(c => c.Status, CommitmentStatus.Contradicted));
            return await db.Pairs.Where(p => p.Id == DecisionProgram.PairId).ExecuteUpdateAsync(set => set.SetProperty(p => p.MethodVersion, "0.0.1"));
        });
        return (await _site.SendAsync(new RunPairs.Command(RunCause.Command))).RunId;
    }

    private Task<List<CommitmentStatus?>> StatusesAsync() =>
        ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId).Select(c => c.Status).Distinct().ToListAsync());

    private async Task<T> ReadAsync<T>(Func<TrackerDbContext, Task<T>> question)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TrackerDbContext>());
    }

    private static async Task<(string Kind, JsonElement Told)> NextAsync(StreamReader lines)
    {
        var kind = "";
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line["event: ".Length..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return (kind, JsonDocument.Parse(line["data: ".Length..]).RootElement);
        }

        throw new InvalidOperationException("The stream ended.");
    }
}
