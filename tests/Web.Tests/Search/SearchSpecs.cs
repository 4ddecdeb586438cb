using Microsoft.EntityFrameworkCore;
using Tracker.App.Decisions;
using Tracker.Core.Deciding;
using Tracker.Core.Domain;
using Tracker.Data;
using Tracker.Data.Entities;
using Tracker.Web.Features.Search;
using Tracker.Web.Tests.Data;
using Tracker.Web.Tests.Decisions;

namespace Tracker.Web.Tests.Search;

/// <summary>检索: what is found by words, in which order, and that both databases find the same.</summary>
[Collection(nameof(Databases))]
public sealed class SearchSpecs(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_word_of_two_characters_is_found_in_commitments_claims_and_texts(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.SmallPair);

        var found = await FindAsync(settings, new("养老"));

        found.Items.Select(item => item.Part).ShouldBe([SearchPart.Commitment, SearchPart.Claim, SearchPart.Text, SearchPart.Text]);
        found.Items.ShouldAllBe(item => item.Quote.Contains("养老"));
        found.Counts.Values.Select(count => count.Number).ShouldBe([1, 1, 2]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_word_must_stand_in_the_passage_whatever_its_width_case_and_blanks(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.SmallPair);

        (await FindAsync(settings, new("委员 ４期", Part: "claim"))).Items.ShouldHaveSingleItem().Quote.ShouldContain("培训班4期");
        (await FindAsync(settings, new("委员　4期　养老"))).Items.ShouldBeEmpty();
        (await FindAsync(settings, new("%员"))).Items.ShouldBeEmpty();
        (await FindAsync(settings, new("OR NOT"))).Items.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_words_are_marked_where_they_stand_in_the_report(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.SmallPair);

        foreach (var item in (await FindAsync(settings, new("流域 专题"))).Items.Concat((await FindAsync(settings, new("4期"))).Items))
        {
            await using var db = settings.Open();
            var text = await TextOfAsync(db, item);
            text[item.Span.Start..item.Span.End].ShouldBe(item.Quote);
            item.Highlights.ShouldNotBeEmpty();
            item.Highlights.Select(span => text[span.Start..span.End]).ShouldBeSubsetOf(["流域", "专题", "4期"]);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Commitments_that_can_be_checked_come_first_and_each_filter_keeps_only_what_fits(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.ScoredSeeds);

        var found = await FindAsync(settings, new("委员", Part: "commitment"));
        found.Items.Select(item => item.Specificity).ShouldBe(found.Items.Select(item => item.Specificity).OrderBy(s => s == Specificity.Named ? 0 : s == Specificity.Specific ? 1 : 2));
        (await FindAsync(settings, new("委员", Body: "jinzhong-cppcc"))).Items.ShouldAllBe(item => item.Body == "jinzhong-cppcc");
        (await FindAsync(settings, new("委员", Year: 2025))).Items.ShouldAllBe(item => item.Year == 2025);
        (await FindAsync(settings, new("委员", Region: "太原市"))).Items.ShouldAllBe(item => item.Body == "taiyuan-cppcc");
        (await FindAsync(settings, new("委员", Kind: "gov"))).Items.ShouldBeEmpty();
        (await FindAsync(settings, new("委员", Kind: "cppcc"))).Items.ShouldNotBeEmpty();
        var answered = await FindAsync(settings, new("委员", Status: "fulfilled"));
        answered.Items.ShouldNotBeEmpty();
        answered.Items.ShouldAllBe(item => item.Part == SearchPart.Commitment && item.Status == CommitmentStatus.Fulfilled);
        (await FindAsync(settings, new("委员", Specificity: "named"))).Items.ShouldAllBe(item => item.Specificity == Specificity.Named);
        (await FindAsync(settings, new("委员", Status: "awaiting"))).Items.ShouldAllBe(item => item.Status == null);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_lead_through_every_result_once_and_whatever_comes_in_meanwhile_moves_none(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.ScoredSeeds);
        var all = await PagesAsync(settings, "委员");

        var first = await FindAsync(settings, new("委员"));
        await using (var db = settings.Open())
        {
            var known = await db.Commitments.AsNoTracking().FirstAsync(c => c.PairId == "taiyuan-cppcc-2025" && c.Specificity == Specificity.Named);
            await db.WriteAsync(_ => Task.FromResult(db.Commitments.Add(new StoredCommitment
            {
                Id = known.PairId + ".new", PairId = known.PairId, Quote = "委员", SearchText = "委员", Specificity = Specificity.Named,
            })));
        }

        var rest = await PagesAsync(settings, "委员", first.Next);
        first.Items.Select(item => item.Id + item.Span).Concat(rest).ShouldBe(all);
        all.ShouldBeUnique();
        all.Count.ShouldBeGreaterThan(FindPassages.PageSize);
        (await PagesAsync(settings, "委员")).Count.ShouldBe(all.Count + 1);
    }

    [Fact]
    public async Task Both_databases_find_the_same_in_the_same_order()
    {
        if (PostgresServer.MissingBecause is not null) return;
        var (sqlite, postgres) = (await databases.CreateAsync(DatabaseProvider.Sqlite, Contents.ScoredSeeds), await databases.CreateAsync(DatabaseProvider.Postgres, Contents.ScoredSeeds));

        foreach (var words in new[] { "文旅", "委员 培训", "汾河", "“十四五”", "100", "政协", "民生 实事", "没有这样的词" })
            (await PagesAsync(sqlite, words)).ShouldBe(await PagesAsync(postgres, words), words);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_person_says_is_no_commitment_is_not_found_as_one(DatabaseProvider provider)
    {
        await using var program = await DecisionProgram.StartAsync(databases, provider);
        var care = await program.CommitmentAsync("养老服务体系");

        await program.SendAsync(new Decide.Command(care.Id, DecisionKind.NotCommitment, "不是承诺"));

        var found = await program.ReadAsync(read => new FindPassages.Handler(read).Handle(new("养老"), default));
        found.Items.ShouldNotContain(item => item.Part == SearchPart.Commitment);
        found.Items.ShouldContain(item => item.Part == SearchPart.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_taken_away_is_found_no_more_and_what_is_changed_is_found_as_it_is(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.SmallPair);
        await using (var db = settings.Open())
        {
            var row = await db.Commitments.FirstAsync(c => c.Quote.Contains("养老"));
            await db.WriteAsync(async token =>
            {
                row = await db.Commitments.FirstAsync(c => c.Id == row.Id, token);
                (row.Quote, row.SearchText) = ("建设图书馆", "建设图书馆");
                return 0;
            });
        }

        (await FindAsync(settings, new("养老", Part: "commitment"))).Items.ShouldBeEmpty();
        (await FindAsync(settings, new("图书馆", Part: "commitment"))).Items.ShouldHaveSingleItem();
        await using (var db = settings.Open())
            await db.WriteAsync(async token => db.Pairs.Remove(await db.Pairs.SingleAsync(p => p.Id == DecisionProgram.PairId, token)));

        (await FindAsync(settings, new("图书馆"))).Items.ShouldBeEmpty();
        (await FindAsync(settings, new("培训", Part: "claim"))).Items.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_stored_before_there_was_an_index_is_made_findable_at_the_next_start(DatabaseProvider provider)
    {
        var settings = await databases.CreateAsync(provider, Contents.SmallPair);
        var before = await PagesAsync(settings, "委员");
        await using var db = settings.Open();
        await db.WriteAsync(token => db.SearchEntries.ExecuteDeleteAsync(token));
        (await PagesAsync(settings, "委员")).ShouldBeEmpty();

        await db.PrepareAsync();

        (await PagesAsync(settings, "委员")).ShouldBe(before);
        before.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(""), InlineData(" "), InlineData("水"), InlineData("养老 水")]
    public void A_word_of_one_character_tells_nothing_and_is_refused(string words) =>
        new FindPassages.Validator().Validate(new FindPassages.Query(words)).IsValid.ShouldBeFalse();

    private static async Task<FindPassages.Result> FindAsync(DatabaseSettings settings, FindPassages.Query query)
    {
        (await new FindPassages.Validator().ValidateAsync(query)).IsValid.ShouldBeTrue();
        await using var db = settings.Open();
        return await new FindPassages.Handler(db).Handle(query, default);
    }

    private static async Task<List<string>> PagesAsync(DatabaseSettings settings, string words, string? cursor = null)
    {
        var found = new List<string>();
        do
        {
            var page = await FindAsync(settings, new(words, Cursor: cursor));
            found.AddRange(page.Items.Select(item => item.Id + item.Span));
            cursor = page.Next;
        }
        while (cursor is not null);
        return found;
    }

    private static async Task<string> TextOfAsync(TrackerDbContext db, FindPassages.Passage item)
    {
        var report = item.Part == SearchPart.Text ? item.Id : await db.Pairs.Where(p => p.Id == item.Pair)
            .Select(p => item.Part == SearchPart.Commitment ? p.PlanReportId : p.ReviewReportId).SingleAsync();
        return await db.Set<ReportContent>().Where(c => c.ReportId == report).Select(c => c.Text).SingleAsync();
    }
}
