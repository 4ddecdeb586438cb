using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tracker.App.Accounts;
using Tracker.App.Auditing;
using Tracker.App.Behaviours;
using Tracker.App.Coding;
using Tracker.App.Decisions;
using Tracker.App.Exports;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data.Entities;
using Tracker.Web.Features.Coding;
using Tracker.Web.Tests.Accounts;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Coding;

/// <summary>双人盲评 through the browser: until both have answered neither sees the other's answers, or what the method says, anywhere.</summary>
public sealed class BlindnessSpecs(AuditedSite site) : IClassFixture<AuditedSite>, IAsyncLifetime
{
    private const string Secret = "甲的独家理由";
    private string _first = "";
    private string _second = "";
    private string _admin = "";
    private string _sample = "";

    public async Task InitializeAsync()
    {
        (_first, _second, _admin) = (await site.Accounts.AddAsync(UserRole.Auditor), await site.Accounts.AddAsync(UserRole.Admin), await site.Accounts.AddAsync(UserRole.Admin));
        var drawn = await SendAsync(new DrawSample.Command(2, _first, _second, 11), _admin);
        _sample = drawn.SampleId;
    }

    /// <summary>Closed, so that the next test finds the commitments free.</summary>
    public async Task DisposeAsync()
    {
        if (await site.ReadAsync(db => db.Samples.AnyAsync(s => s.Id == _sample && s.RevealedAt == null))) await SendAsync(new RevealSample.Command(_sample), _admin);
        var open = await site.ReadAsync(db => db.SampleItems.Where(i => i.SampleId == _sample).Select(i => i.Position).ToListAsync());
        foreach (var position in open)
        {
            try { await SendAsync(new AdjudicateItem.Command(_sample, position, true, CommitmentStatus.None), _admin); }
            catch (FluentValidation.ValidationException) { /* Nothing to settle there. */ }
        }

        await SendAsync(new CloseSample.Command(_sample), _admin);
        foreach (var id in await site.ReadAsync(db => db.Decisions.Where(d => d.Adjudicates == _sample && d.Placement!.InForce).Select(d => d.Id).ToListAsync()))
            await SendAsync(new UndoDecision.Command(id), _admin);
    }

    [Fact]
    public async Task The_second_auditor_finds_nothing_of_the_firsts_answer_before_giving_their_own()
    {
        using var first = await BrowserAsync(_first);
        (await AnswerAsync(first, 1, "partial", Secret)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await first.GetStringAsync(Item(1))).ShouldContain(Secret, Case.Sensitive, "their own answer is shown to them again");

        using var second = await BrowserAsync(_second);
        var answerId = await site.ReadAsync(db => db.Set<CodingAnswer>().Where(a => a.SampleId == _sample).Select(a => a.Id).SingleAsync());
        string[] addresses =
        [
            Item(1), Sample, "/audit/samples", "/audit?show=all", "/admin/log", "/admin/log?handler=csv", "/commitments", "/audit/stale", "/audit/orphans",
            $"/pairs/{DecisionProgram.PairId}", "/api/v1/commitments", $"/api/v1/pairs/{DecisionProgram.PairId}", "/", "/runs",
        ];
        foreach (var address in addresses)
        {
            var text = await second.GetStringAsync(address);
            text.ShouldNotContain(Secret, Case.Sensitive, address);
            text.ShouldNotContain(answerId, Case.Sensitive, address);
        }

        // Logging out shows no more: answers are in no public page, whatever else those say of a commitment.
        using var nobody = site.Accounts.Browser();
        var commitment = await site.ReadAsync(db => db.SampleItems.Where(i => i.SampleId == _sample && i.Position == 0).Select(i => i.CommitmentId).SingleAsync());
        string[] open =
        [
            "/", "/commitments", $"/commitments/{commitment}", $"/pairs/{DecisionProgram.PairId}?commitment={commitment}", "/runs", "/method", $"/api/v1/commitments/{commitment}",
            $"/api/v1/commitments/{commitment}/history", "/api/v1/commitments", $"/api/v1/pairs/{DecisionProgram.PairId}", "/api/v1/runs",
        ];
        foreach (var address in open)
        {
            var answer = await nobody.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            var text = await answer.Content.ReadAsStringAsync();
            foreach (var kept in (string[])[Secret, answerId, _first, _sample]) text.ShouldNotContain(kept, Case.Sensitive, address);
        }

        foreach (var address in (string[])[Sample, Item(1), $"{Sample}/disputes/1", "/audit/samples", "/admin/log"])
            (await nobody.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
        (await ExportAsync(Actor.Nobody)).ShouldNotContain(Secret);

        var log = await second.GetStringAsync("/admin/log?kind=coding");
        log.ShouldContain("作答");
        foreach (var told in (string[])["partial", "部分落实", Secret]) log.ShouldNotContain(told);
        (await second.GetAsync($"{Sample}/disputes/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await second.GetStringAsync(Sample)).ShouldNotContain("κ = ");

        foreach (var (browser, item) in new[] { (first, 2), (second, 1), (second, 2) }) await AnswerAsync(browser, item, "none");
        (await second.GetStringAsync($"{Sample}/disputes/1")).ShouldContain(Secret);
        (await second.GetStringAsync(Sample)).ShouldContain("评定人甲");
    }

    [Fact]
    public async Task What_the_method_says_of_the_sample_is_kept_from_its_auditors_on_pages_in_the_api_and_in_exports_and_from_nobody_else()
    {
        var ids = await site.ReadAsync(db => db.SampleItems.Where(i => i.SampleId == _sample).Select(i => i.CommitmentId).ToListAsync());
        using var coder = await BrowserAsync(_first);
        using var program = site.Accounts.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await SendAsync(new AddToken.Command(_first), _admin)).Token);
        using var other = await BrowserAsync(_admin);
        foreach (var id in ids)
        {
            foreach (var address in new[] { $"/commitments/{id}", $"/audit?show=all&at={id}", $"/api/v1/commitments/{id}", $"/api/v1/commitments/{id}/history" })
            {
                (await coder.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
                (await other.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, address);
            }

            (await program.GetAsync($"/api/v1/commitments/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            var decided = await program.PostAsJsonAsync($"/api/v1/commitments/{id}/decisions", new { decision = "setStatus", status = "none" });
            decided.StatusCode.ShouldBe(HttpStatusCode.BadRequest, "they decide on it nowhere else");
            (await decided.Content.ReadAsStringAsync()).ShouldNotContain("machineStatus");
            foreach (var address in new[] { "/commitments", "/audit?show=all", $"/pairs/{DecisionProgram.PairId}", "/api/v1/commitments", "/runs" })
                (await coder.GetStringAsync(address)).ShouldNotContain(id, Case.Sensitive, address);
            (await ExportAsync(_first)).ShouldNotContain(id);
            (await ExportAsync(_admin)).ShouldContain(id);
        }

        (await coder.GetStringAsync("/commitments")).ShouldContain("您正在参加双人盲评");
        (await other.GetStringAsync("/commitments")).ShouldNotContain("您正在参加双人盲评");
    }

    [Fact]
    public async Task The_page_of_a_blind_answer_says_nothing_of_the_methods_answer()
    {
        using var coder = await BrowserAsync(_first);
        var item = await site.ReadAsync(db => db.SampleItems.SingleAsync(i => i.SampleId == _sample && i.Position == 0));
        var html = await coder.GetStringAsync(Item(1));
        html.ShouldNotContain("class=\"verdict");
        System.Text.RegularExpressions.Regex.IsMatch(html, "name=\"(marked|specificity)\"[^>]*checked").ShouldBeFalse();
        html.ShouldNotContain("机器判断");
        html.ShouldNotContain(item.CommitmentId);
        System.Text.RegularExpressions.Regex.Count(html, "data-candidate").ShouldBe(item.Candidates.Count);
    }

    [Fact]
    public async Task Figures_stay_whole_while_someone_judges_a_part_blind()
    {
        var before = await site.ReadAsync(db => db.Pairs.Where(p => p.Id == DecisionProgram.PairId).Select(p => p.Summary!.Commitments).SingleAsync());
        var free = await site.ReadAsync(db => db.Commitments.Where(c => c.PairId == DecisionProgram.PairId && !db.SampleItems.Any(i => i.SampleId == _sample && i.CommitmentId == c.Id)).Select(c => c.Id).FirstAsync());
        var made = await SendAsync(new Decide.Command(free, DecisionKind.SetStatus, Status: CommitmentStatus.Contradicted), _first);
        (await site.ReadAsync(db => db.Pairs.Where(p => p.Id == DecisionProgram.PairId).Select(p => p.Summary!.Commitments).SingleAsync())).ShouldBe(before);
        await SendAsync(new UndoDecision.Command(made!.DecisionId), _first);
    }

    [Fact]
    public async Task Only_who_may_audit_sees_samples_only_the_two_answer_and_no_form_works_without_its_token()
    {
        using (var nobody = site.Accounts.Browser()) (await nobody.GetAsync(Sample)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using (var viewer = await site.Accounts.BrowserOfAsync(UserRole.Viewer))
            foreach (var address in new[] { "/audit/samples", Sample, Item(1) }) (await viewer.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        using (var auditor = await site.Accounts.BrowserOfAsync(UserRole.Auditor))
        {
            (await auditor.GetAsync(Item(1))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await AccountSite.PostAsync(auditor, "/account", Item(1), ("answer", "none"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await AccountSite.PostAsync(auditor, "/account", $"{Sample}?handler=reveal")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var first = await BrowserAsync(_first);
        foreach (var address in new[] { Item(1), "/audit/samples", $"{Sample}?handler=close", $"{Sample}/disputes/1" })
            (await first.PostAsync(address, AccountSite.Form(("answer", "none")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        (await site.ReadAsync(db => db.Set<CodingAnswer>().CountAsync(a => a.SampleId == _sample))).ShouldBe(0);
        (await site.ReadAsync(db => db.Samples.SingleAsync(s => s.Id == _sample))).RevealedAt.ShouldBeNull();
    }

    [Fact]
    public void Every_request_is_named_for_reading_or_for_writing()
    {
        var requests = new[] { typeof(AnswerItem).Assembly, typeof(ListSamples).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetInterfaces().Any(shape => shape.IsGenericType && shape.GetGenericTypeDefinition() == typeof(IRequest<>))).ToList();
        requests.Count.ShouldBeGreaterThan(30);
        requests.ShouldAllBe(type => type.Name == VeilBehaviour<AnswerItem.Command, AnswerItem.Result?>.Reading || type.Name == "Command");
    }

    private string Sample => $"/audit/samples/{_sample}";

    private string Item(int number) => $"{Sample}/{number}";

    private Task<HttpResponseMessage> AnswerAsync(HttpClient browser, int item, string answer, string reason = "") =>
        AccountSite.PostAsync(browser, Item(item), ("answer", answer), ("marked", "0"), ("reason", reason));

    private async Task<HttpClient> BrowserAsync(string email)
    {
        var browser = site.Accounts.Browser();
        (await AccountSite.LogInAsync(browser, email)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private async Task<string> ExportAsync(string actor)
    {
        using var file = new MemoryStream();
        await SendAsync(new ExportCommitments.Query(ExportFormat.Json, file), actor);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    private async Task<T> SendAsync<T>(IRequest<T> request, string actor)
    {
        await using var scope = site.Accounts.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Is(actor);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
