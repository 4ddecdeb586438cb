using Microsoft.EntityFrameworkCore;
using Tracker.App;
using Tracker.App.Reports;
using Tracker.Data;
using Tracker.Web.Tests.Cli;
using Tracker.Web.Tests.Data;

namespace Tracker.Web.Tests.App;

[Collection(nameof(Databases))]
public sealed class LoadSeedsTests(Databases databases)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_five_reports_are_loaded_once_with_what_the_manifest_says_of_them(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));

        var first = await workplace.LoadSeedsAsync();
        var second = await workplace.LoadSeedsAsync();

        (first.Imported, second.Imported).ShouldBe((5, 0));
        second.ReportIds.ShouldBe(first.ReportIds);
        (await workplace.ReadAsync(db => db.Bodies.OrderBy(body => body.Id).Select(body => body.Name).ToListAsync()))
            .ShouldBe(["长治市政协", "晋中市政协", "吕梁市政协", "太原市政协"]);
        (await workplace.ReadAsync(db => db.Reports.OrderBy(r => r.BodyId).ThenBy(r => r.ReviewYear).Select(r => new { r.BodyId, r.ReviewYear, r.PlanYear }).ToListAsync()))
            .Select(r => (r.BodyId, r.ReviewYear, r.PlanYear)).ShouldBe(
            [
                ("changzhi-cppcc", 2025, 2026), ("jinzhong-cppcc", 2024, 2025), ("lvliang-cppcc", 2025, null), ("taiyuan-cppcc", 2024, 2025),
                ("taiyuan-cppcc", 2025, 2026),
            ]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_one_of_them_cannot_be_used_none_is_loaded(DatabaseProvider provider)
    {
        await using var workplace = new Workplace(await databases.CreateAsync(provider));
        using var folder = new Folder();
        folder.Write("good.txt", Seeds.Text("lvliang-cppcc_2025.txt"));
        folder.Write("bad.txt", "");
        folder.Write("manifest.json", """
            { "bodies": [ { "id": "a", "name": "甲市政协", "kind": "cppcc", "region": "" } ],
              "reports": [ { "file": "good.txt", "body": "a", "documentKind": "fullReport" }, { "file": "bad.txt", "body": "a", "documentKind": "fullReport" } ] }
            """);

        (await Should.ThrowAsync<UnusableInputException>(() => workplace.SendAsync(new LoadSeeds.Command(folder.Path)))).Code.ShouldBe("empty-document");

        (await workplace.ReadAsync(db => db.Reports.CountAsync())).ShouldBe(0);
        (await workplace.ReadAsync(db => db.Bodies.CountAsync())).ShouldBe(0);
    }
}
