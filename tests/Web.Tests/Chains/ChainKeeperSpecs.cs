using Microsoft.EntityFrameworkCore;
using Tracker.App.Chains;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Chains;

/// <summary>年年提 is kept in step with the plans that it links, whatever changes them.</summary>
[Collection(nameof(Databases))]
public sealed class ChainKeeperSpecs(Databases databases)
{
    private const string Courtyards = "改造老旧小区";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_promise_in_three_plans_is_one_chain_that_says_where_it_got_weaker(DatabaseProvider provider)
    {
        await using var program = await ThreePlansAsync(provider);
        var id = await IdAsync(program, 2024);

        var found = (await program.SendAsync(new ListChains.Query("sample-cppcc")))!;

        var chain = found.Items.Single(item => item.Id == id);
        chain.Steps.Select(step => step.Year).ShouldBe([2024, 2025, 2026]);
        chain.Steps[0].Change.ShouldBeNull();
        chain.Steps[1].Change!.Numbers.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            number => number.Change.ShouldBe(Strength.Weaker), number => (number.Value, number.NewValue).ShouldBe((300, 200)));
        chain.Steps[2].Change!.IsWeaker.ShouldBeFalse();
        chain.Steps[0].Done.ShouldNotBeEmpty("the report of the year between says what was done");
        (found.All, found.Weakened, found.Total).ShouldBe((found.Items.Count, 1, found.All));
        (await program.SendAsync(new ListChains.Query("sample-cppcc", Weaker: true)))!.Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        found.Items[0].Steps.Count.ShouldBe(found.Items.Max(item => item.Steps.Count), "the longest first");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_over_all_again_leaves_every_link_as_it_was(DatabaseProvider provider)
    {
        await using var program = await ThreePlansAsync(provider);
        var before = await LinksAsync(program);

        await program.RunAsync(all: true);

        (await LinksAsync(program)).ShouldBe(before);
        before.Count.ShouldBeGreaterThan(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_plan_that_drops_the_promise_breaks_its_chain_in_two(DatabaseProvider provider)
    {
        await using var program = await ThreePlansAsync(provider);
        var (first, second) = (await IdAsync(program, 2024), await IdAsync(program, 2025));

        await program.TakeInAsync("corrected.txt", Report(2023, 2024, "新建职业学校2所"), 2024, 2023);

        var links = await program.ReadAsync(db => db.Renewals.Where(r => r.EarlierId == first || r.EarlierId == second).ToListAsync());
        links.ShouldHaveSingleItem().ShouldSatisfyAllConditions(link => link.EarlierId.ShouldBe(second), link => link.ChainId.ShouldBe(second));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_person_says_is_no_commitment_is_no_link_either_until_that_is_undone(DatabaseProvider provider)
    {
        await using var program = await ThreePlansAsync(provider);
        var (before, id) = (await LinksAsync(program), await IdAsync(program, 2025));

        var made = (await program.SendAsync(new Decide.Command(id, DecisionKind.NotCommitment)))!;
        await program.LinkAsync();
        (await LinksAsync(program)).ShouldAllBe(link => !link.Contains(id));

        await program.SendAsync(new UndoDecision.Command(made.DecisionId));
        await program.LinkAsync();
        (await LinksAsync(program)).ShouldBe(before);
        (await program.SendAsync(new LinkDue.Command("sample-cppcc-2025"))).Linked.ShouldBeFalse("nothing is due any more");
    }

    private async Task<DecisionProgram> ThreePlansAsync(DatabaseProvider provider)
    {
        var program = new DecisionProgram(await databases.CreateAsync(provider));
        // The last plan comes first: links do not depend on the order in which reports come in.
        await program.TakeInAsync("2026.txt", Report(2025, 2026, $"{Courtyards}250个"), 2026, 2025);
        await program.TakeInAsync("2024.txt", Report(2023, 2024, $"{Courtyards}300个"), 2024, 2023);
        await program.TakeInAsync("2025.txt", Report(2024, 2025, $"{Courtyards}200个"), 2025, 2024);
        return program;
    }

    private static string Report(int reviewed, int planned, string promise) => $"""
        关于示例市政协常务委员会工作的报告

        一、{reviewed}年工作回顾
        一年来，改造老旧小区210个，召开专题协商会3次。

        二、{planned}年主要任务
        （一）保障和改善民生。{promise}。健全社会矛盾纠纷调解机制。
        （二）发展壮大县域经济。出台优化营商环境条例。
        """;

    private static Task<string> IdAsync(DecisionProgram program, int year) =>
        program.ReadAsync(db => db.Commitments.Where(c => c.Pair.Year == year && c.Quote.Contains(Courtyards)).Select(c => c.Id).SingleAsync());

    private static Task<List<string>> LinksAsync(DecisionProgram program) => program.ReadAsync(db => db.Renewals.OrderBy(r => r.EarlierYear).ThenBy(r => r.EarlierId)
        .Select(r => r.EarlierId + ">" + r.LaterId + " in " + r.ChainId).ToListAsync());
}
